"""The movements room as a Django app."""

from django.apps import AppConfig


class MovementsConfig(AppConfig):
    """Emulation movements: launch, cascade, registration, results in words, review."""

    name = "thidua.movements"
    label = "movements"
