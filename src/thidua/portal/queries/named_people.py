"""Which people of the records a text names, and whether they agreed to it."""

from __future__ import annotations

import re
from typing import Final

from django.db.models import Q

from thidua.contributions.models import Gift
from thidua.core.text_checks import NamedPerson
from thidua.core.text_checks.shapes import LETTER, UPPER
from thidua.movements.models import RoleModel
from thidua.reports.figures.people import NAMED

_RUN: Final = re.compile(rf"[{UPPER}]{LETTER}*(?:[ \u00a0]+[{UPPER}]{LETTER}*)+")
_LONGEST: Final = 5  # words of a name


def people_named_in(text: str) -> tuple[NamedPerson, ...]:
    """Return the role models and donors whose names may stand in the text; two queries."""
    names = possible_names(text)
    if not names:
        return ()
    of_person = Q(person__full_name__in=names) | Q(household__head__full_name__in=names)
    told = ("person__full_name", "household__head__full_name", "consent")
    agreed: dict[str, bool] = {}
    for person, head, consent in (
        *RoleModel.objects.filter(of_person).values_list(*told),
        *Gift.objects.filter(of_person).values_list(*told),
    ):
        for name in filter(None, (person, head)):
            agreed[name] = agreed.get(name, False) or consent in NAMED
    return tuple(NamedPerson(name, consent) for name, consent in sorted(agreed.items()))


def possible_names(text: str) -> set[str]:
    """Return every run of two to five words with capital letters that stands in the text."""
    found: set[str] = set()
    for match in _RUN.finditer(text):
        words = match.group().split()
        found |= {
            " ".join(words[start:end])
            for start in range(len(words))
            for end in range(start + 2, min(start + _LONGEST, len(words)) + 1)
        }
    return found
