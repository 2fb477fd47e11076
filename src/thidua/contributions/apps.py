"""The contributions room as a Django app."""

from django.apps import AppConfig


class ContributionsConfig(AppConfig):
    """Drives and the gifts they bring: money, land, labour, goods."""

    name = "thidua.contributions"
    label = "contributions"
