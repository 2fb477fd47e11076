"""Lists of movements, each row with its counts; the number of queries does not depend on the rows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, F, IntegerField, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce

from thidua.core.vietnamese.fold import fold
from thidua.movements import access
from thidua.movements.enums import MovementState, RegistrationState
from thidua.movements.models import ContentGroup, Movement, Registration
from thidua.movements.queries.participation import STANDING


@dataclass(frozen=True)
class MovementFilter:
    """What a list of movements is narrowed to; empty means all. `year` keeps movements that ran in that year."""

    text: str = ""
    kind: str = ""
    state: str = ""
    year: int | None = None
    only_own: bool = False  # launched by the unit itself, not in answer to one above


def with_counts(rows: QuerySet[Movement]) -> QuerySet[Movement]:
    """Add `registered` and `accepted` units, `answered` movements, `groups` and `named_groups` to each row."""
    units = Registration.objects.filter(movement=OuterRef("pk"), person__isnull=True)
    answers = Movement.objects.filter(parent=OuterRef("pk"), state__in=access.PUBLIC_STATES)
    groups = ContentGroup.objects.filter(movement=OuterRef("pk"))
    return rows.annotate(
        registered=_count(units.filter(state__in=STANDING), "movement"),
        accepted=_count(units.filter(state=RegistrationState.ACCEPTED), "movement"),
        answered=_count(answers, "parent"),
        groups=_count(groups, "movement"),
        named_groups=_count(groups.exclude(name=""), "movement"),
    )


def movements_matching(rows: QuerySet[Movement], wanted: MovementFilter) -> QuerySet[Movement]:
    """Return those of `rows` that fit `wanted`; text is looked for without marks, in the short name and the theme."""
    if wanted.kind:
        rows = rows.filter(kind=wanted.kind)
    if wanted.state:
        rows = rows.filter(state=wanted.state)
    if wanted.only_own:
        rows = rows.filter(parent__isnull=True)
    if wanted.year:
        rows = rows.filter(_ran_in(wanted.year))
    for word in fold(wanted.text).split():
        rows = rows.filter(search_text__contains=word)
    return rows


def open_for_registration(today: date) -> QuerySet[Movement]:
    """Return all movements that units may register for or answer today, the one ending next first."""
    return (
        Movement.objects.filter(state__in=access.RUNNING_STATES)
        .filter(Q(starts_on__isnull=True) | Q(starts_on__lte=today))
        .select_related("launched_by")
        .order_by(F("planned_end").asc(nulls_last=True), "short_name", "pk")
    )


def running(today: date) -> QuerySet[Movement]:
    """Return those of them that answer no movement above: what the province itself has launched."""
    return open_for_registration(today).filter(parent__isnull=True)


def _ran_in(year: int) -> Q:
    begun = Q(starts_on__isnull=True) | Q(starts_on__lte=date(year, 12, 31))
    over = Q(state=MovementState.CLOSED, ended_on__lt=date(year, 1, 1))
    return begun & ~over


def _count(rows: QuerySet, group: str) -> Coalesce:  # type: ignore[type-arg]
    counted = rows.order_by().values(group).annotate(number=Count("pk")).values("number")
    return Coalesce(Subquery(counted, output_field=IntegerField()), Value(0))
