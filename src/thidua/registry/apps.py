"""The registry room as a Django app."""

from django.apps import AppConfig


class RegistryConfig(AppConfig):
    """What was awarded, to whom, by which decision."""

    name = "thidua.registry"
    label = "registry"
