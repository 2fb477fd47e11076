"""Who keeps prizes and contests, and which may be seen."""

from __future__ import annotations

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.accounts.rights import Right
from thidua.contests.models import Competition, Edition
from thidua.orgs.access import may, units_where
from thidua.orgs.models import Unit
from thidua.support.refusals import NotAllowed


def require_keeping_contests(by: User, unit: Unit) -> None:
    """Raise NotAllowed unless `by` may keep the prizes and contests of `unit`."""
    if not may(by, Right.KEEP_AWARDS, unit):
        raise NotAllowed(_("Only an officer of the Board may keep the prizes and contests of this unit."))


def competitions_seen_by(user: User) -> QuerySet[Competition]:
    """Return the competitions of organisers whose records the user may see."""
    return Competition.objects.filter(
        organiser__in=units_where(user, Right.SEE_RECORDS, timezone.localdate())
    )


def editions_seen_by(user: User) -> QuerySet[Edition]:
    """Return the editions of competitions that the user may see."""
    return Edition.objects.filter(competition__in=competitions_seen_by(user))
