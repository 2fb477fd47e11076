"""The contests room as a Django app."""

from django.apps import AppConfig


class ContestsConfig(AppConfig):
    """Prizes and contests: editions and their results."""

    name = "thidua.contests"
    label = "contests"
