"""Take away a role model that was entered by mistake, and bring it back."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.movements.actions.role_model_moves import take_down
from thidua.movements.models import RoleModel, RoleModelProposal
from thidua.movements.record_access import require_keeping_records
from thidua.orgs.models import Unit
from thidua.support.audit.actions.withdraw import kept_values, restore, withdraw
from thidua.support.audit.models import AuditEntry
from thidua.support.refusals import Refused

ACTION = "movements.role_model_withdrawn"


def withdraw_role_model(*, role_model: RoleModel, reason: str, by: User) -> AuditEntry:
    """Delete the role model, keep it whole in the log with `reason`, and return that entry.

    Its story comes down first, so that it is not public when the row is brought back. Raises NotAllowed, or Refused
    without a reason, or when it came from a proposal.
    """
    require_keeping_records(by, role_model.found_by)
    with transaction.atomic():
        row = RoleModel.objects.select_for_update().get(pk=role_model.pk)
        if RoleModelProposal.objects.filter(role_model=row).exists():
            raise Refused(
                _(
                    "Somebody proposed this role model and follows it. "
                    "Take its story down, or record that consent ended."
                )
            )
        take_down(row, _("The role model was removed."), by=by)
        return withdraw(row=row, reason=reason, action=ACTION, by=by)


def restore_role_model(*, entry: AuditEntry, by: User) -> RoleModel:
    """Bring back what `entry` took away; raises NotAllowed, or Refused where its place is taken."""
    require_keeping_records(by, Unit.objects.get(pk=kept_values(entry, ACTION)["found_by"]))
    with transaction.atomic():
        row = restore(entry=entry, action="movements.role_model_restored", by=by)
        assert isinstance(row, RoleModel)
        return row
