"""The targets room as a Django app."""

from django.apps import AppConfig


class TargetsConfig(AppConfig):
    """Indicators, plans, observations and reporting rounds."""

    name = "thidua.targets"
    label = "targets"
