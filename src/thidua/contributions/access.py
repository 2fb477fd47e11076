"""Who keeps the book of gifts, and which gifts may be seen."""

from __future__ import annotations

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.accounts.rights import Right
from thidua.contributions.models import Drive, Gift
from thidua.orgs.access import may, units_where
from thidua.orgs.models import Unit
from thidua.support.refusals import NotAllowed


def require_keeping_gifts(by: User, unit: Unit) -> None:
    """Raise NotAllowed unless `by` may keep the drives and gifts of `unit`."""
    if not may(by, Right.KEEP_GIFTS, unit):
        raise NotAllowed(_("Only an officer of the Board may keep the gifts of this unit."))


def drives_kept_by(user: User) -> QuerySet[Drive]:
    """Return the drives whose gifts the user keeps."""
    return Drive.objects.filter(unit__in=units_where(user, Right.KEEP_GIFTS, timezone.localdate()))


def drives_seen_by(user: User) -> QuerySet[Drive]:
    """Return the drives of units whose records the user may see."""
    return Drive.objects.filter(unit__in=units_where(user, Right.SEE_RECORDS, timezone.localdate()))


def gifts_seen_by(user: User) -> QuerySet[Gift]:
    """Return the gifts to drives that the user may see."""
    return Gift.objects.filter(drive__in=drives_seen_by(user))
