"""The movements room as a Django app."""

from django.apps import AppConfig


class MovementsConfig(AppConfig):
    """Emulation movements: launch, cascade, registration, results in words, review."""

    name = "thidua.movements"
    label = "movements"

    def ready(self) -> None:
        """Let extracts about a person tell what hangs on their role models."""
        from thidua.movements.extracts import of_role_models
        from thidua.registry.extract import register_provider

        register_provider(of_role_models)
