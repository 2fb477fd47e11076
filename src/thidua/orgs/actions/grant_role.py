"""Give an account a role on a unit."""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.accounts.rights import Right
from thidua.accounts.roles import ROLES
from thidua.orgs.access import forget_holdings, require
from thidua.orgs.actions.naming import logged
from thidua.orgs.models import RoleAssignment, Unit
from thidua.support.audit.actions.record import record
from thidua.support.refusals import Refused, Sentence


def grant_role(
    *,
    user: User,
    role: str,
    unit: Unit,
    by: User | None,
    valid_from: date | None = None,
    valid_to: date | None = None,
) -> RoleAssignment:
    """Give `user` the role on `unit` and all below it, from today unless said otherwise.

    Raises NotAllowed, or Refused for a role that does not exist, is held already, or days that run backwards.
    """
    require(by, Right.MANAGE_ACCOUNTS, unit)
    begins = valid_from or timezone.localdate()
    faults: dict[str, Sentence] = {}
    if role not in ROLES:
        faults["role"] = _("Choose a role from the list.")
    if valid_to and valid_to < begins:
        faults["valid_to"] = _("The last day is before the first. Put the days in order.")
    held = RoleAssignment.objects.filter(user=user, role=role, unit=unit)
    if not faults and held.filter(Q(valid_to__isnull=True) | Q(valid_to__gte=begins)).exists():
        faults["role"] = _("“%(user)s” already holds this role on “%(unit)s”.") % {
            "user": user,
            "unit": unit.name,
        }
    if faults:
        raise Refused(faults)
    with transaction.atomic():
        assignment = RoleAssignment.objects.create(
            user=user, role=role, unit=unit, valid_from=begins, valid_to=valid_to
        )
        record(
            by=by,
            action="orgs.role_granted",
            subject=user,
            details={"role": role, "unit": logged(unit), "from": begins, "to": valid_to},
        )
        forget_holdings()
    return assignment
