"""Take a role away."""

from __future__ import annotations

from datetime import timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.accounts.rights import Right
from thidua.orgs.access import forget_holdings, require
from thidua.orgs.actions.naming import logged
from thidua.orgs.models import RoleAssignment
from thidua.support.audit.actions.record import record
from thidua.support.refusals import Refused


def revoke_role(*, assignment: RoleAssignment, by: User | None) -> None:
    """End the role at once: yesterday was its last day; one that began today leaves no row but the log's.

    Raises NotAllowed, or Refused when it has ended before.
    """
    require(by, Right.MANAGE_ACCOUNTS, assignment.unit)
    today = timezone.localdate()
    with transaction.atomic():
        row = RoleAssignment.objects.select_for_update().filter(pk=assignment.pk).first()
        if row is None or (row.valid_to and row.valid_to < today):
            raise Refused(_("This role has ended before. Nothing was changed."))
        if row.valid_from >= today:
            row.delete()
        else:
            row.valid_to = today - timedelta(days=1)
            row.save(update_fields=["valid_to"])
        record(
            by=by,
            action="orgs.role_revoked",
            subject=row.user,
            details={"role": row.role, "unit": logged(row.unit), "from": row.valid_from},
        )
        forget_holdings()
