"""Record a milestone, and correct it."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import transaction

from thidua.accounts.models import User
from thidua.movements.actions.movement_links import checked_movements, told, wanted_movements
from thidua.movements.content.milestone import MilestoneContent
from thidua.movements.models import Milestone, Movement
from thidua.movements.record_access import require_keeping_records
from thidua.orgs.models import Unit
from thidua.support.audit.actions.record import record
from thidua.support.edits import apply_edit


def record_milestone(
    *, unit: Unit, content: MilestoneContent, movements: Iterable[Movement] = (), by: User
) -> Milestone:
    """Record a milestone of `unit` and return it; raises NotAllowed, or Refused per field at fault."""
    require_keeping_records(by, unit)
    values, linked = content.cleaned(), checked_movements(movements, by)
    with transaction.atomic():
        milestone = Milestone.objects.create(unit=unit, **values, **content.derived())
        milestone.movements.set(linked)
        details = values | {"unit": unit, "movements": told(linked)}
        record(by=by, action="movements.milestone_recorded", subject=milestone, details=details)
    return milestone


def edit_milestone(
    *,
    milestone: Milestone,
    content: MilestoneContent,
    movements: Iterable[Movement] | None = None,
    version: int,
    by: User,
) -> Milestone:
    """Store `content` and return the row; raises EditedMeanwhile when somebody saved after `version`.

    Without `movements` those of the row stay.
    """
    require_keeping_records(by, milestone.unit)
    values = content.cleaned()
    with transaction.atomic():
        row = Milestone.objects.select_for_update().get(pk=milestone.pk)
        stored = list(row.movements.all())
        wanted = wanted_movements(stored, movements, by)
        lists = {"movements": (told(stored), told(wanted))}
        changes = apply_edit(row, values, seen=version, lists=lists, derived=content.derived())
        row.movements.set(wanted)
        if changes:
            record(by=by, action="movements.milestone_edited", subject=row, details=changes)
    return row
