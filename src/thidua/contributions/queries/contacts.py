"""Whose telephone or e-mail is kept of a promise, and how long."""

from __future__ import annotations

from datetime import date

from django.db.models import F, Max, OuterRef, Q, QuerySet, Subquery, Sum
from django.db.models.functions import Coalesce

from thidua.contributions.models import LedgerLine, Pledge


def settled_before(day: date) -> QuerySet[Pledge]:
    """Return the promises called off, kept in full, or of drives over before `day`, that still hold what is not
    needed: the contact; the name, too, where nothing was received. `kept` is in parts of the kind.
    """
    lines = LedgerLine.objects.filter(receipt__pledge=OuterRef("pk")).order_by().values("receipt__pledge")
    rows = Pledge.objects.annotate(
        kept=Coalesce(Subquery(lines.annotate(sum=Sum("parts")).values("sum")), 0),
        last=Subquery(lines.annotate(last=Max("entered_on")).values("last")),
    )
    over = Q(called_off_on__lt=day) | Q(kept__gte=F("parts")) | Q(drive__ends_on__lt=day)
    quiet = Q(last__isnull=True) | Q(last__lt=day)
    holds = ~Q(contact="") | (Q(last__isnull=True) & ~Q(donor_name=""))
    return rows.filter(over, quiet, holds).order_by("pk")
