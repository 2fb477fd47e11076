"""Change what is said of a movement."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import models, transaction
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.movements import access
from thidua.movements.actions.movement_content import MovementContent, checked
from thidua.movements.enums import FieldOfWork, MovementState, UnitLevel
from thidua.movements.models import Movement
from thidua.support.audit.actions.record import record
from thidua.support.edits import apply_edit
from thidua.support.refusals import NotAllowed, Refused


def edit_movement(*, movement: Movement, content: MovementContent, version: int, by: User) -> Movement:
    """Write `content` to the movement and return it; its address stays. A closed movement is reopened first.

    `version` is what the person had before them. Raises Refused (EditedMeanwhile when somebody else saved in
    between), NotAllowed.
    """
    if not access.may_manage(by, movement):
        raise NotAllowed(_("Only those who run this movement change it."))
    columns = checked(content)
    codes = {name: columns.pop(name) for name in ("fields", "scope")}
    derived = codes | {"search_text": columns.pop("search_text")}
    with transaction.atomic():
        row = Movement.objects.select_for_update().get(pk=movement.pk)
        if row.state == MovementState.CLOSED:
            raise Refused(_("This movement is closed. Reopen it before you change it."))
        changes = apply_edit(row, columns, seen=version, lists=_lists(row, content), derived=derived)
        if changes:
            row.anniversaries.set(content.anniversaries)
            record(by=by, action="movements.edited", subject=row, details=changes)
    return row


def _lists(row: Movement, content: MovementContent) -> dict[str, tuple[list[str], list[str]]]:
    """Return the lists, stored and wanted, in words: conflicts and the log are read by people."""
    stored = sorted(row.anniversaries.values_list("name", flat=True))
    wanted = sorted(str(anniversary) for anniversary in content.anniversaries)
    return {
        "anniversaries": (stored, wanted),
        "fields": (_labels(FieldOfWork, row.fields), _labels(FieldOfWork, content.fields)),
        "scope": (_labels(UnitLevel, row.scope), _labels(UnitLevel, content.scope)),
    }


def _labels(choices: type[models.TextChoices], codes: Iterable[str]) -> list[str]:
    return [str(choice.label) for choice in choices if choice in codes]
