"""Open a drive, and correct it."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import transaction
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.contributions.access import require_keeping_gifts
from thidua.contributions.content import DriveContent
from thidua.contributions.models import Drive
from thidua.movements.models import Movement
from thidua.orgs.models import Unit
from thidua.support.audit.actions.record import record
from thidua.support.edits import apply_edit
from thidua.support.refusals import Refused


def open_drive(*, unit: Unit, content: DriveContent, movements: Iterable[Movement] = (), by: User) -> Drive:
    """Open a drive of `unit` and return it; raises NotAllowed, or Refused per field at fault."""
    require_keeping_gifts(by, unit)
    values = content.cleaned()
    if Drive.objects.filter(slug=content.slug).exists():
        raise Refused({"slug": _("There is a drive with this address already. Choose another.")})
    with transaction.atomic():
        drive = Drive.objects.create(unit=unit, **values)
        drive.movements.set(movements)
        record(by=by, action="contributions.drive_opened", subject=drive, details=values)
    return drive


def edit_drive(
    *,
    drive: Drive,
    content: DriveContent,
    movements: Iterable[Movement] | None = None,
    version: int,
    by: User,
) -> Drive:
    """Store `content` and return the row; raises EditedMeanwhile when somebody saved after `version`."""
    require_keeping_gifts(by, drive.unit)
    values = {name: value for name, value in content.cleaned().items() if name != "slug"}
    with transaction.atomic():
        locked = Drive.objects.select_for_update().get(pk=drive.pk)
        changes = apply_edit(locked, values, seen=version)
        if movements is not None:
            locked.movements.set(movements)
        if changes:
            record(by=by, action="contributions.drive_edited", subject=locked, details=changes)
    return locked
