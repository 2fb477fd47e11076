"""Record awards together with the movements they were given for, and correct both."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from django.db import transaction

from thidua.accounts.models import User
from thidua.movements.actions.movement_links import checked_movements, told, wanted_movements
from thidua.movements.models import Movement
from thidua.orgs.models import Unit
from thidua.registry.actions import ConferralContent, RecipientLine, edit_conferral, record_conferral
from thidua.registry.models import Conferral
from thidua.support.audit.actions.record import record
from thidua.support.edits import apply_edit


def commend(
    *,
    deciding_unit: Unit,
    content: ConferralContent,
    recipients: Sequence[RecipientLine] = (),
    movements: Iterable[Movement] = (),
    by: User,
) -> Conferral:
    """Record a conferral given for `movements` and return it; raises as `record_conferral` does."""
    linked = checked_movements(movements, by)
    with transaction.atomic():
        conferral = record_conferral(
            deciding_unit=deciding_unit, content=content, recipients=recipients, by=by
        )
        if linked:
            conferral.movements.set(linked)
            details = {"movements": [[], told(linked)]}
            record(by=by, action="movements.conferral_linked", subject=conferral, details=details)
    return conferral


def link_granted(*, conferral: Conferral, movement: Movement, by: User | None) -> None:
    """Count a conferral that a decision granted for the movement of its dossiers.

    Nobody chooses here: the dossiers say it. The rights are those of the decision, checked by its own action.
    """
    with transaction.atomic():
        movement.conferrals.add(conferral)
        details = {"movements": [[], told([movement])]}
        record(by=by, action="movements.conferral_linked", subject=conferral, details=details)


def correct_commendation(
    *,
    conferral: Conferral,
    content: ConferralContent,
    movements: Iterable[Movement],
    version: int,
    by: User,
) -> Conferral:
    """Store `content` and the movements and return the row; raises as `edit_conferral` does."""
    with transaction.atomic():
        present = Conferral.objects.select_for_update().get(pk=conferral.pk).version
        row = edit_conferral(conferral=conferral, content=content, version=version, by=by)
        seen = row.version if row.version != present else version
        stored = list(row.movements.all())
        wanted = wanted_movements(stored, movements, by)
        changes = apply_edit(row, {}, seen=seen, lists={"movements": (told(stored), told(wanted))})
        if changes:
            row.movements.set(wanted)
            record(by=by, action="movements.conferral_linked", subject=row, details=changes)
    return row
