"""Change what is said of a movement."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.movements import access
from thidua.movements.actions.movement_content import MovementContent, checked
from thidua.movements.enums import MovementState
from thidua.movements.models import Movement
from thidua.support.audit.actions.record import record
from thidua.support.edits import EditedMeanwhile, apply_edit
from thidua.support.refusals import NotAllowed, Refused


def edit_movement(*, movement: Movement, content: MovementContent, version: int, by: User) -> Movement:
    """Write `content` to the movement and return it; its address stays. A closed movement is reopened first.

    `version` is what the person had before them. Raises Refused (EditedMeanwhile when somebody else saved in
    between), NotAllowed.
    """
    if not access.may_manage(by, movement):
        raise NotAllowed(_("Only those who run this movement change it."))
    columns = checked(content)
    with transaction.atomic():
        row = Movement.objects.select_for_update().get(pk=movement.pk)
        if row.state == MovementState.CLOSED:
            raise Refused(_("This movement is closed. Reopen it before you change it."))
        changes: dict[str, object] = dict(apply_edit(row, columns, seen=version))
        changes |= _anniversaries(row, content, version, already=bool(changes))
        if changes:
            record(by=by, action="movements.edited", subject=row, details=changes)
    return row


def _anniversaries(
    row: Movement, content: MovementContent, version: int, *, already: bool
) -> dict[str, object]:
    before = sorted(row.anniversaries.values_list("pk", flat=True))
    after = sorted(anniversary.pk for anniversary in content.anniversaries)
    if before == after:
        return {}
    if not already:
        if row.version != version:
            sentence = _("Somebody else has changed the anniversaries meanwhile. Save again to keep yours.")
            raise EditedMeanwhile({"anniversaries": [sentence]}, row.version)
        row.version += 1
        row.save(update_fields=["version"])
    row.anniversaries.set(content.anniversaries)
    return {"anniversaries": [before, after]}
