"""The installation itself, so that its commands are found."""

from django.apps import AppConfig


class ConfigConfig(AppConfig):
    """Holds the commands that belong to no room: serving, measuring."""

    name = "thidua.config"
    label = "config"
