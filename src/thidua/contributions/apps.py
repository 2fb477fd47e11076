"""The contributions room as a Django app."""

from django.apps import AppConfig


class ContributionsConfig(AppConfig):
    """Drives and the gifts they bring: money, land, labour, goods."""

    name = "thidua.contributions"
    label = "contributions"

    def ready(self) -> None:
        """Let extracts about a person tell what hangs on their gifts."""
        from thidua.contributions.extracts import of_gifts
        from thidua.registry.extract import register_provider

        register_provider(of_gifts)
