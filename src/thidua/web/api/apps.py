"""The public interface for programs as a Django app."""

from django.apps import AppConfig


class ApiConfig(AppConfig):
    """Search of awards, decisions, and the state of certificates as JSON."""

    name = "thidua.web.api"
    label = "web_api"
