"""Record a milestone, and correct it."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import transaction

from thidua.accounts.models import User
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
    values = content.cleaned()
    with transaction.atomic():
        milestone = Milestone.objects.create(unit=unit, **values)
        milestone.movements.set(movements)
        record(by=by, action="movements.milestone_recorded", subject=milestone, details=values)
    return milestone


def edit_milestone(
    *,
    milestone: Milestone,
    content: MilestoneContent,
    movements: Iterable[Movement] | None = None,
    version: int,
    by: User,
) -> Milestone:
    """Store `content` and return the row; raises EditedMeanwhile when somebody saved after `version`."""
    require_keeping_records(by, milestone.unit)
    values = content.cleaned()
    with transaction.atomic():
        locked = Milestone.objects.select_for_update().get(pk=milestone.pk)
        changes = apply_edit(locked, values, seen=version)
        if movements is not None:
            locked.movements.set(movements)
        if changes:
            record(by=by, action="movements.milestone_edited", subject=locked, details=changes)
    return locked
