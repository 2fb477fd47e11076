"""The law desk as a Django app."""

from django.apps import AppConfig


class LawConfig(AppConfig):
    """Awards on a date, what changed, readings, local regulations, texts in force, and trying a case."""

    name = "thidua.web.workspace.law"
    label = "workspace_law"
