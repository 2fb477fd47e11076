"""The demonstration as a Django app."""

from django.apps import AppConfig


class DemoConfig(AppConfig):
    """Loads Lạng Sơn 2019."""

    name = "thidua.demo"
    label = "demo"
