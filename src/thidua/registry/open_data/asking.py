"""Which awards may answer a question of the public, told by the fields that it asks about.

Whoever looks for a name, a place or a decision must not learn from a hit, a count or an order what the award
keeps back.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from django.db.models import Q

from thidua.core.law.reading import load_law
from thidua.orgs.enums import COMMUNE_LEVEL, UnitKind
from thidua.registry.enums import RecipientKind
from thidua.registry.open_data.fields import PublicChoices, PublicField, read_choices, usual_choice

_UNKNOWN: Final = ""  # any code that neither the law nor a choice of the Board names is treated like it


@dataclass(frozen=True)
class PublicAsking:
    """The choices in force, and the fields that every answer tells: the newest come first, so the year is one."""

    choices: PublicChoices
    always: frozenset[PublicField] = frozenset({PublicField.YEAR})

    def about(self, *fields: PublicField) -> PublicAsking:
        """Return the same where each answer tells these fields, too: a list by name tells the name by its place."""
        return replace(self, always=self.always | set(fields))

    def tells(self, award_code: str, *fields: PublicField) -> bool:
        """Return whether the awards of this code show all these fields."""
        return self.always | set(fields) <= self.choices.of(award_code)

    def papers(self, *fields: PublicField) -> Q:
        """Return the condition on conferrals that their awards show all these fields; empty when all of them do."""
        wanted = self.always | set(fields)
        codes = {*load_law().awards, *self.choices.made}
        having = {code for code in codes if wanted <= self.choices.of(code)}
        if wanted <= usual_choice(_UNKNOWN):
            return ~Q(award_code__in=sorted(codes - having)) if codes - having else Q()
        return Q(award_code__in=sorted(having))


def public_asking() -> PublicAsking:
    """Return what is public now; one query."""
    return PublicAsking(read_choices())


def is_told(kind: str) -> bool:
    """Tell whether the public may ask for units of such a kind: below the commune is where people live."""
    return kind != UnitKind.VILLAGE


def fields_of_place(kind: str) -> tuple[PublicField, ...]:
    """Return the fields that a hit in a unit of such a kind tells: in a commune this, elsewhere also the unit."""
    return (PublicField.COMMUNE,) if kind in COMMUNE_LEVEL else (PublicField.COMMUNE, PublicField.UNIT)


def shows_its_unit() -> Q:
    """Return the condition on awards that the unit of the recipient is shown at all: of a household it never is."""
    return ~Q(recipient_kind=RecipientKind.HOUSEHOLD)
