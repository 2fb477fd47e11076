"""Who may know who gave."""

from __future__ import annotations

from typing import Final

from django.db.models import BooleanField, Case, Q, QuerySet, Value, When
from django.utils import timezone

from thidua.accounts.models import User
from thidua.accounts.rights import Right
from thidua.contributions.models import Gift
from thidua.movements.enums import Consent
from thidua.orgs.access import units_where

MAY_BE_NAMED: Final = frozenset({Consent.GIVEN, Consent.PUBLISHED})


def public_name(gift: Gift) -> str:
    """Return the donor as everybody may read it, "" where nobody agreed to be named."""
    if gift.consent not in MAY_BE_NAMED:
        return ""
    return str(gift.person or gift.household or gift.donor_name)


def donors_known_to(gifts: QuerySet[Gift], user: User) -> QuerySet[Gift]:
    """Annotate each gift with `donor_known`: the donor agreed to be named, or `user` keeps the gifts of its unit.

    Where it is false neither page, export nor search may tell who gave.
    """
    kept = units_where(user, Right.KEEP_GIFTS, timezone.localdate())
    known = Q(consent__in=MAY_BE_NAMED) | Q(drive__unit__in=kept)
    return gifts.annotate(
        donor_known=Case(When(known, then=Value(True)), default=Value(False), output_field=BooleanField())
    )
