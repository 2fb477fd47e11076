"""The fields of an award that may be public or not, and the choice where the Board made none."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from django.db import models
from django.utils.translation import pgettext_lazy

from thidua.core.law.reading import load_law
from thidua.registry.models import PublicFields


class PublicField(models.TextChoices):
    """What may be public. Number of citizen, day and year of birth, sex and bonus are not here: they never are."""

    NAME = "name", pgettext_lazy("public field", "name of the recipient")
    POST = "post", pgettext_lazy("public field", "post at that time")
    UNIT = "unit", pgettext_lazy("public field", "unit at that time")
    COMMUNE = "commune", pgettext_lazy("public field", "commune")
    YEAR = "year", pgettext_lazy("public field", "year")
    DECISION = "decision", pgettext_lazy("public field", "number, date and body of the decision")
    REASON = "reason", pgettext_lazy("public field", "achievement named in the decision")


Chosen = frozenset[PublicField]
EVERYTHING: Final[Chosen] = frozenset(PublicField)
_BARE: Final[Chosen] = frozenset({PublicField.NAME, PublicField.YEAR, PublicField.DECISION})
_WITHOUT_DEED: Final[Chosen] = _BARE | {PublicField.UNIT, PublicField.COMMUNE}
# Of soldiers and policemen neither post nor unit is told: both may be a secret of the State.
_ARMED_FORCES: Final = frozenset(
    {
        *("feat_of_arms_order_1", "feat_of_arms_order_2", "feat_of_arms_order_3"),
        *("fatherland_defense_order_1", "fatherland_defense_order_2", "fatherland_defense_order_3"),
        *("military_exploit_order_1", "military_exploit_order_2", "military_exploit_order_3"),
        *("glorious_fighter_medal_1", "glorious_fighter_medal_2", "glorious_fighter_medal_3"),
        *("military_flag_medal", "national_security_medal", "hero_of_armed_forces", "advanced_soldier"),
        *("military_region_certificate_of_merit", "military_region_emulation_flag", "determined_to_win_unit"),
    }
)
_SHORT_KINDS: Final = frozenset({"commemorative_medal", "commendation_letter"})


@lru_cache(maxsize=1_000)
def usual_choice(award_code: str) -> Chosen:
    """Return what is public of an award where the Board chose nothing, by its kind and level in the law data."""
    award = load_law().awards.get(award_code)
    if award_code in _ARMED_FORCES:
        return _BARE
    if award is None or award.kind in _SHORT_KINDS or award.level == "grassroots":
        return _WITHOUT_DEED
    return EVERYTHING


@dataclass(frozen=True)
class PublicChoices:
    """What is public of each award: the Board's choice, else the usual one."""

    made: dict[str, Chosen]

    def of(self, award_code: str) -> Chosen:
        """Return the public fields of an award; without any it is not published."""
        chosen = self.made.get(award_code)
        return usual_choice(award_code) if chosen is None else chosen


def read_choices() -> PublicChoices:
    """Return all choices; one query."""
    rows = PublicFields.objects.values_list("award_code", "names")
    return PublicChoices({code: _known(names) for code, names in rows})


def _known(names: list[str]) -> Chosen:
    return frozenset(PublicField(name) for name in names if name in PublicField.values)
