"""Uploads as a Django app."""

from django.apps import AppConfig


class FilesConfig(AppConfig):
    """Stored uploads."""

    name = "thidua.support.files"
    label = "files"
    verbose_name = "files"
