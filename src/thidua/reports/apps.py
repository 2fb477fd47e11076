"""The reports room as a Django app."""

from django.apps import AppConfig


class ReportsConfig(AppConfig):
    """The closing report: wording bound to figures, sign-off, frozen versions."""

    name = "thidua.reports"
    label = "reports"
