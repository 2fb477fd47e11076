"""The council room as a Django app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CouncilConfig(AppConfig):
    """Members with their terms, sessions, recusals, ballots that cannot be traced, and results."""

    name = "thidua.council"
    label = "council"
    verbose_name = _("Council")
