"""The nominations room as a Django app."""

from django.apps import AppConfig


class NominationsConfig(AppConfig):
    """Dossiers with their nominations, from draft to archive."""

    name = "thidua.nominations"
    label = "nominations"
