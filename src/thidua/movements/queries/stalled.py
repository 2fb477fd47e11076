"""Movements that were launched and do not move («phát động nhưng chưa chuyển động»)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import Max, QuerySet

from thidua.core.vietnamese.dates import local_date
from thidua.movements.access import PUBLIC_STATES, RUNNING_STATES
from thidua.movements.models import Event, Milestone, Movement, Registration, RoleModel

# Given ids of movements, tells the last day on which each showed life; movements without any may be left out.
# Rooms above (figures, gifts) give theirs to `stalled`, which cannot import them.
SignsOfLife = Callable[[frozenset[int]], Mapping[int, date]]


@dataclass(frozen=True)
class StalledMovement:
    """A running movement without a sign of life since `since`, which is the day of its launch if there was none."""

    movement: Movement
    since: date
    days: int
    ever_moved: bool


def stalled(
    *,
    today: date,
    days: int,
    among: QuerySet[Movement] | None = None,
    signs: Iterable[SignsOfLife] = (),
) -> list[StalledMovement]:
    """Return the running movements that showed no life for `days` days, the longest silence first.

    A sign is a registration sent, an answer launched, a story (role model, event, milestone) recorded, and what
    `signs` tell. A movement that starts later than today is not expected to move. Six queries and those of `signs`.
    """
    rows = Movement.objects.all() if among is None else among
    running = {
        row.pk: row
        for row in rows.filter(state__in=RUNNING_STATES).select_related("launched_by")
        if row.launched_at and (row.starts_on is None or row.starts_on <= today)
    }
    last: dict[int, date] = {}
    for source in (_registrations, _answers, _role_models, _events, _milestones, *signs):
        for pk, day in source(frozenset(running)).items():
            last[pk] = max(day, last.get(pk, day))
    found = [_judged(row, last.get(pk), today) for pk, row in running.items()]
    return sorted((row for row in found if row.days >= days), key=lambda row: (-row.days, row.movement.pk))


def _judged(movement: Movement, last: date | None, today: date) -> StalledMovement:
    assert movement.launched_at is not None
    begun = max(local_date(movement.launched_at), movement.starts_on or date.min)
    since = max(begun, last or date.min)
    return StalledMovement(movement, since, (today - since).days, last is not None)


def _registrations(ids: frozenset[int]) -> dict[int, date]:
    rows = Registration.objects.filter(movement__in=ids, sent_at__isnull=False)
    return _last_days(rows.order_by().values_list("movement").annotate(Max("sent_at")))


def _answers(ids: frozenset[int]) -> dict[int, date]:
    rows = Movement.objects.filter(parent__in=ids, state__in=PUBLIC_STATES)
    return _last_days(rows.order_by().values_list("parent").annotate(Max("launched_at")))


def _role_models(ids: frozenset[int]) -> dict[int, date]:
    links = RoleModel.movements.through.objects.filter(movement__in=ids)
    return _last_days(links.order_by().values_list("movement").annotate(Max("rolemodel__recorded_at")))


def _events(ids: frozenset[int]) -> dict[int, date]:
    links = Event.movements.through.objects.filter(movement__in=ids)
    return _last_days(links.order_by().values_list("movement").annotate(Max("event__recorded_at")))


def _milestones(ids: frozenset[int]) -> dict[int, date]:
    links = Milestone.movements.through.objects.filter(movement__in=ids)
    return _last_days(links.order_by().values_list("movement").annotate(Max("milestone__recorded_at")))


def _last_days(rows: Iterable[tuple[int, object]]) -> dict[int, date]:
    return {pk: local_date(moment) for pk, moment in rows if moment is not None}  # type: ignore[arg-type]
