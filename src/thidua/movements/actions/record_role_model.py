"""Record a role model, and correct it."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import transaction

from thidua.accounts.models import User
from thidua.movements.content.role_model import RoleModelContent
from thidua.movements.models import Movement, RoleModel
from thidua.movements.record_access import require_keeping_records
from thidua.orgs.models import Unit
from thidua.support.audit.actions.record import record
from thidua.support.edits import apply_edit


def record_role_model(
    *, found_by: Unit, content: RoleModelContent, movements: Iterable[Movement] = (), by: User
) -> RoleModel:
    """Record a role model found by `found_by` and return it; raises NotAllowed, or Refused per field at fault."""
    require_keeping_records(by, found_by)
    values = content.cleaned()
    with transaction.atomic():
        role_model = RoleModel.objects.create(found_by=found_by, **values)
        role_model.movements.set(movements)
        record(by=by, action="movements.role_model_recorded", subject=role_model, details=values)
    return role_model


def edit_role_model(
    *,
    role_model: RoleModel,
    content: RoleModelContent,
    movements: Iterable[Movement] | None = None,
    version: int,
    by: User,
) -> RoleModel:
    """Store `content` and return the row; raises EditedMeanwhile when somebody saved after `version`."""
    require_keeping_records(by, role_model.found_by)
    values = content.cleaned()
    with transaction.atomic():
        locked = RoleModel.objects.select_for_update(of=("self",)).get(pk=role_model.pk)
        changes = apply_edit(locked, values, seen=version)
        if movements is not None:
            locked.movements.set(movements)
        if changes:
            record(by=by, action="movements.role_model_edited", subject=locked, details=changes)
    return locked
