"""Whether two persons have the same number and day of birth, told without showing either.

For whoever looks for one person under two names. The answers are agree, differ and not known, and nothing else, so
that no audit entry is due: nobody learns a value.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from thidua.orgs.models import PersonalData
from thidua.orgs.personal.keys import data_keys
from thidua.orgs.personal.opening import birth_date_of
from thidua.orgs.personal.sealing import CannotBeOpened

AT_ONCE: Final = 500


class Agreement(StrEnum):
    """What a comparison tells."""

    AGREES = "agrees"
    DIFFERS = "differs"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Compared:
    """How number and day of birth of two persons stand to each other."""

    citizen_id: Agreement = Agreement.UNKNOWN
    birth_date: Agreement = Agreement.UNKNOWN


Pair = tuple[int, int]


def compare_personal_data(pairs: Iterable[Pair]) -> dict[Pair, Compared]:
    """Return how the two persons of each pair (their ids) compare; a query for each 500 persons.

    Numbers of different kinds (nine and twelve digits) and values that cannot be opened compare as not known.
    """
    wanted = list(dict.fromkeys(pairs))
    rows = _rows({person for pair in wanted for person in pair})
    return {pair: _compared(rows.get(pair[0]), rows.get(pair[1])) for pair in wanted}


def same_citizen_id(one_id: int, other_id: int) -> Agreement:
    """Return whether two persons have the same number."""
    return compare_personal_data([(one_id, other_id)])[one_id, other_id].citizen_id


def _rows(person_ids: set[int]) -> Mapping[int, PersonalData]:
    ids = sorted(person_ids)
    return {
        row.person_id: row
        for start in range(0, len(ids), AT_ONCE)
        for row in PersonalData.objects.filter(person__in=ids[start : start + AT_ONCE])
    }


def _compared(one: PersonalData | None, other: PersonalData | None) -> Compared:
    if one is None or other is None:
        return Compared()
    return Compared(citizen_id=_of_fingerprints(one, other), birth_date=_of_days(one, other))


def _of_fingerprints(one: PersonalData, other: PersonalData) -> Agreement:
    marks = one.citizen_id_fingerprint, other.citizen_id_fingerprint
    if not all(marks) or one.citizen_id_kind != other.citizen_id_kind:
        return Agreement.UNKNOWN
    if marks[0] == marks[1]:
        return Agreement.AGREES
    same_key = marks[0].partition(".")[0] == marks[1].partition(".")[0]
    return Agreement.DIFFERS if same_key else Agreement.UNKNOWN


def _of_days(one: PersonalData, other: PersonalData) -> Agreement:
    if not one.birth_date_sealed or not other.birth_date_sealed:
        return Agreement.UNKNOWN
    keys = data_keys()
    try:
        same = birth_date_of(one, keys) == birth_date_of(other, keys)
    except CannotBeOpened:
        return Agreement.UNKNOWN
    return Agreement.AGREES if same else Agreement.DIFFERS
