"""Open a drive, and correct it."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import transaction

from thidua.accounts.models import User
from thidua.contributions.access import require_keeping_gifts
from thidua.contributions.content import DriveContent
from thidua.contributions.models import Drive
from thidua.movements.actions.movement_links import checked_movements, told, wanted_movements
from thidua.movements.models import Movement
from thidua.movements.slugs import free_slug
from thidua.orgs.models import Unit
from thidua.support.audit.actions.record import record
from thidua.support.edits import apply_edit


def open_drive(*, unit: Unit, content: DriveContent, movements: Iterable[Movement] = (), by: User) -> Drive:
    """Open a drive of `unit` and return it; raises NotAllowed, or Refused per field at fault."""
    require_keeping_gifts(by, unit)
    values, linked = content.cleaned(), checked_movements(movements, by)
    slug = free_slug(Drive, content.slug, content.name, otherwise="dot-van-dong")
    with transaction.atomic():
        drive = Drive.objects.create(unit=unit, slug=slug, **values, **content.derived())
        drive.movements.set(linked)
        details = values | {"slug": slug, "unit": unit, "movements": told(linked)}
        record(by=by, action="contributions.drive_opened", subject=drive, details=details)
    return drive


def edit_drive(
    *,
    drive: Drive,
    content: DriveContent,
    movements: Iterable[Movement] | None = None,
    version: int,
    by: User,
) -> Drive:
    """Store `content`, the address apart, and return the row; without `movements` those of the row stay.

    Raises EditedMeanwhile when somebody saved after `version`.
    """
    require_keeping_gifts(by, drive.unit)
    values = content.cleaned()
    with transaction.atomic():
        row = Drive.objects.select_for_update().get(pk=drive.pk)
        stored = list(row.movements.all())
        wanted = wanted_movements(stored, movements, by)
        lists = {"movements": (told(stored), told(wanted))}
        changes = apply_edit(row, values, seen=version, lists=lists, derived=content.derived())
        row.movements.set(wanted)
        if changes:
            record(by=by, action="contributions.drive_edited", subject=row, details=changes)
    return row
