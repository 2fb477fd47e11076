"""Who keeps the register of awards, and which awards may be seen."""

from __future__ import annotations

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.accounts.rights import Right
from thidua.orgs.access import may, units_where
from thidua.orgs.models import Unit
from thidua.registry.models import Conferral
from thidua.support.refusals import NotAllowed


def require_keeping(by: User, unit: Unit) -> None:
    """Raise NotAllowed unless `by` may record awards decided by `unit`."""
    if not may(by, Right.KEEP_AWARDS, unit):
        raise NotAllowed(_("Only an officer of the Board may record awards decided by this unit."))


def conferrals_seen_by(user: User) -> QuerySet[Conferral]:
    """Return the conferrals whose deciding unit the user may see records of."""
    return Conferral.objects.filter(
        deciding_unit__in=units_where(user, Right.SEE_RECORDS, timezone.localdate())
    )
