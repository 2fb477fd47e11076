"""Photos as a Django app."""

from django.apps import AppConfig


class PhotosConfig(AppConfig):
    """Stored photos."""

    name = "thidua.support.photos"
    label = "photos"
    verbose_name = "photos"
