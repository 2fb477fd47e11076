"""Seal all personal data anew with another key."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from django.conf import settings
from django.db import transaction

from thidua.accounts.models import User
from thidua.accounts.rights import Right
from thidua.orgs.access import require
from thidua.orgs.models import PersonalData
from thidua.orgs.personal.keys import DataKey, data_keys, new_data_key
from thidua.orgs.personal.opening import BIRTH_DATE, CITIZEN_ID
from thidua.orgs.personal.sealing import CannotBeOpened, fingerprint, key_id_of, seal, unseal
from thidua.support.audit.actions.record import record

AT_ONCE: Final = 500


@dataclass(frozen=True)
class Rotation:
    """What was done: the key now in use, rows sealed anew, and persons (ids) whose values could not be opened."""

    key_id: str
    resealed: int
    unreadable: tuple[int, ...]


def rotate_data_key(*, by: User | None) -> Rotation:
    """Put a new key in use, seal every value with it, and return what was done.

    Where the environment gives the keys, the first of them is the new one. Stopped in the middle it is finished by
    running it again: values of either key can be read at any time. Raises NotAllowed.
    """
    require(by, Right.MANAGE_ACCOUNTS)
    key = data_keys()[0] if settings.DATA_KEY or _is_unfinished() else new_data_key()
    keys = data_keys()
    resealed, unreadable, last = 0, [], 0
    while True:
        with transaction.atomic():
            rows = list(PersonalData.objects.select_for_update().filter(pk__gt=last).order_by("pk")[:AT_ONCE])
            for row in rows:
                done = _resealed(row, key, keys)
                if done is None:
                    unreadable.append(row.person_id)
                resealed += bool(done)
            if rows:
                last = rows[-1].pk
                record(
                    by=by,
                    action="orgs.data_key_rotated",
                    subject=rows[-1],
                    details={"sealing_key": key.id, "persons": len(rows)},
                )
        if len(rows) < AT_ONCE:
            return Rotation(key.id, resealed, tuple(unreadable))


def _is_unfinished() -> bool:
    """Tell whether a run was stopped before all values had the key in use, so that no other one is needed."""
    keys = data_keys()
    if len(keys) < 2:
        return False
    rows = PersonalData.objects.exclude(citizen_id_sealed="", birth_date_sealed="")
    return (
        rows.exclude(citizen_id_sealed__startswith=f"1.{keys[0].id}.")
        .exclude(citizen_id_sealed="", birth_date_sealed__startswith=f"1.{keys[0].id}.")
        .exists()
    )


def _resealed(row: PersonalData, key: DataKey, keys: tuple[DataKey, ...]) -> bool | None:
    """Return whether the row was sealed anew, None when it cannot be opened; then nothing of it is changed."""
    sealed = {name: getattr(row, f"{name}_sealed") for name in (CITIZEN_ID, BIRTH_DATE)}
    old = {name: value for name, value in sealed.items() if value and key_id_of(value) != key.id}
    try:
        texts = {
            name: unseal(value, column=name, person_id=row.sealed_for, keys=keys)
            for name, value in old.items()
        }
    except CannotBeOpened:
        return None
    for name, text in texts.items():
        setattr(row, f"{name}_sealed", seal(text, column=name, person_id=row.sealed_for, key=key))
    if CITIZEN_ID in texts:
        row.citizen_id_fingerprint = fingerprint(texts[CITIZEN_ID], column=CITIZEN_ID, key=key)
    if texts:
        row.save()
    return bool(texts)
