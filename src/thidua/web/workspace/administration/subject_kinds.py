"""What kinds of things the log speaks of, in words."""

from __future__ import annotations

from typing import Final

from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy

from thidua.support.audit.words import subject_words

# Kinds whose rows bear no name of their own in words.
_TOLD: Final[dict[str, Promise]] = {
    "accounts.user": pgettext_lazy("log", "Account"),
    "contests.competition": pgettext_lazy("log", "Prize or contest"),
    "contests.edition": pgettext_lazy("log", "Edition of a prize or contest"),
    "contributions.drive": pgettext_lazy("log", "Drive for gifts"),
    "contributions.gift": pgettext_lazy("log", "Gift"),
    "movements.event": pgettext_lazy("log", "Event"),
    "movements.milestone": pgettext_lazy("log", "Milestone or project"),
    "movements.movement": pgettext_lazy("log", "Movement"),
    "movements.registration": pgettext_lazy("log", "Registration"),
    "movements.rolemodel": pgettext_lazy("log", "Role model"),
    "registry.conferral": pgettext_lazy("log", "Awards given"),
    "targets.cell": pgettext_lazy("log", "Cell of a sheet"),
    "targets.importbatch": pgettext_lazy("log", "Import of figures"),
    "targets.indicator": pgettext_lazy("log", "Indicator"),
    "targets.observation": pgettext_lazy("log", "Figure"),
    "targets.plan": pgettext_lazy("log", "Plan"),
    "targets.reminder": pgettext_lazy("log", "Reminder"),
    "targets.reportinground": pgettext_lazy("log", "Reporting round"),
    "targets.sheet": pgettext_lazy("log", "Sheet of a unit"),
}


def kind_words(subject_type: str) -> str:
    """Return what kind of thing a subject is ("movements.milestone"), in words."""
    return str(_TOLD[subject_type]) if subject_type in _TOLD else subject_words(subject_type)
