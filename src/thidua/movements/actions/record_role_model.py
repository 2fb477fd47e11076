"""Record a role model, and correct it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from django.db import transaction
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.core.workflow.role_model_proposal import REFUSE_CONSENT, TAKE_DOWN
from thidua.movements.actions.movement_links import checked_movements, told, wanted_movements
from thidua.movements.actions.role_model_moves import drop_photos, follow_role_model, take_down
from thidua.movements.content.role_model import RoleModelContent
from thidua.movements.enums import Consent
from thidua.movements.models import Movement, RoleModel
from thidua.movements.record_access import require_keeping_records
from thidua.movements.role_model_access import may_be_named
from thidua.orgs.models import Unit
from thidua.support.audit.actions.record import record
from thidua.support.edits import apply_edit


def record_role_model(
    *, found_by: Unit, content: RoleModelContent, movements: Iterable[Movement] = (), by: User
) -> RoleModel:
    """Record a role model found by `found_by` and return it; raises NotAllowed, or Refused per field at fault."""
    require_keeping_records(by, found_by)
    values, linked = content.cleaned(), checked_movements(movements, by)
    with transaction.atomic():
        role_model = RoleModel.objects.create(found_by=found_by, **values, **content.derived())
        role_model.movements.set(linked)
        details = values | {"found_by": found_by, "movements": told(linked)}
        record(by=by, action="movements.role_model_recorded", subject=role_model, details=details)
    return role_model


def edit_role_model(
    *,
    role_model: RoleModel,
    content: RoleModelContent,
    movements: Iterable[Movement] | None = None,
    version: int,
    by: User,
) -> RoleModel:
    """Store `content` and return the row; raises EditedMeanwhile when somebody saved after `version`.

    Without `movements` those of the row stay. A public story comes down with the same write when its subject may no
    longer be named, or is somebody else.
    """
    require_keeping_records(by, role_model.found_by)
    values = content.cleaned()
    with transaction.atomic():
        row = RoleModel.objects.select_for_update().get(pk=role_model.pk)
        stored = list(row.movements.all())
        wanted = wanted_movements(stored, movements, by)
        lists = {"movements": (told(stored), told(wanted))}
        changes = apply_edit(row, values, seen=version, lists=lists, derived=content.derived())
        row.movements.set(wanted)
        if changes:
            record(by=by, action="movements.role_model_edited", subject=row, details=changes)
            _keep_to_consent(row, changes, by)
    return row


def _keep_to_consent(row: RoleModel, changes: Mapping[str, object], by: User) -> None:
    """No story stays public of one who may not be named, or who is another than it was written about."""
    if not may_be_named(row):
        take_down(row, _("The one it names does not wish to be named."), by=by)
        follow_role_model(row, REFUSE_CONSENT)
        if row.consent == Consent.REFUSED:
            drop_photos(row, by=by)
    elif changes.keys() & {"person", "household", "unit"}:
        take_down(row, _("The role model was corrected: it is about somebody else."), by=by)
        follow_role_model(row, TAKE_DOWN)
