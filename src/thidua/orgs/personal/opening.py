"""Opening the sealed columns of a row, for actions and for what shows a part of them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

from thidua.core.vietnamese.citizen_ids import CitizenId
from thidua.orgs.models import Person, PersonalData
from thidua.orgs.personal.keys import DataKey
from thidua.orgs.personal.sealing import CannotBeOpened, unseal

CITIZEN_ID: Final = "citizen_id"
BIRTH_DATE: Final = "birth_date"


def opened(row: PersonalData, column: str, keys: Sequence[DataKey] | None = None) -> str:
    """Return what is sealed in a column, "" where nothing is; raises CannotBeOpened.

    A row that stands with another person than it was entered for is opened only when that one turned out to be this.
    """
    value: str = getattr(row, f"{column}_sealed")
    if not value:
        return ""
    if not is_at_home(row):
        raise CannotBeOpened("the row was moved to another person")
    return unseal(value, column=column, person_id=row.sealed_for, keys=keys)


def citizen_id_of(row: PersonalData, keys: Sequence[DataKey] | None = None) -> CitizenId | None:
    """Return the number, None where none is kept; raises CannotBeOpened."""
    text = opened(row, CITIZEN_ID, keys)
    return CitizenId(text) if text else None


def birth_date_of(row: PersonalData, keys: Sequence[DataKey] | None = None) -> date | None:
    """Return the day of birth, None where none is kept; raises CannotBeOpened."""
    text = opened(row, BIRTH_DATE, keys)
    return date.fromisoformat(text) if text else None


def is_at_home(row: PersonalData) -> bool:
    """Tell whether a row stands with the person it was entered for, or with the one that person turned out to be."""
    return (
        row.sealed_for == row.person_id
        or Person.objects.filter(pk=row.sealed_for, merged_into=row.person_id).exists()
    )
