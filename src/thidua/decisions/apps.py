"""The decisions room as a Django app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class DecisionsConfig(AppConfig):
    """Proposals, decisions, the fund, certificates and their handing over."""

    name = "thidua.decisions"
    label = "decisions"
    verbose_name = _("Decisions")
