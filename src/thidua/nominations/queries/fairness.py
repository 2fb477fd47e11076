"""Who is on a list: shares against last year and against the Board's aim, while the list is being made."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db.models import Q, QuerySet

from thidua.nominations.content import NomineeLine
from thidua.nominations.enums import Outcome, ShareMeasure
from thidua.nominations.models import Nomination, RemoteUnit, ShareAim
from thidua.orgs.models import UnitPlacement
from thidua.orgs.paths import ids_in
from thidua.registry.enums import PEOPLE, RecipientKind


@dataclass(frozen=True)
class Counted:
    """`count` of `base`; `unknown` of the base nobody said anything of, so the share may be higher."""

    count: int
    base: int
    unknown: int

    @property
    def percent(self) -> int | None:
        """Whole percent of those of whom it is known; None where it is known of nobody."""
        known = self.base - self.unknown
        return round(100 * self.count / known) if known else None


@dataclass(frozen=True)
class Share:
    """One share now, last year (None: no list of that year), and as aimed at in percent (None: no aim)."""

    measure: ShareMeasure
    now: Counted
    last_year: Counted | None
    aim: int | None


@dataclass(frozen=True)
class _One:
    kind: str
    direct_worker: bool | None
    woman: bool | None
    ethnic_minority: bool | None
    unit: int | None  # where the nominee belongs


def shares_of(nominations: QuerySet[Nomination], year: int) -> tuple[Share, ...]:
    """Return every share of `nominations` (a dossier's, a session's, a province's) for a counting year.

    Last year: what was granted then. Six queries.
    """
    return _shares(_rows(nominations.exclude(outcome=Outcome.WITHDRAWN)), year)


def shares_of_lines(lines: Sequence[NomineeLine], year: int, unit: int | None = None) -> tuple[Share, ...]:
    """Return every share of a list that is not saved yet; `unit` (id) is the one that nominates."""
    ones = [
        _One(
            line.kind,
            line.direct_worker,
            line.woman,
            line.ethnic_minority,
            line.unit.pk if line.unit else unit,
        )
        for line in lines
    ]
    return _shares(ones, year)


def _shares(now: Sequence[_One], year: int) -> tuple[Share, ...]:
    before = _rows(Nomination.objects.filter(counting_year=year - 1, outcome=Outcome.GRANTED))
    aims = dict(ShareAim.objects.filter(year=year).order_by().values_list("measure", "percent"))
    current, former = _measured(now, year), _measured(before, year - 1)
    return tuple(
        Share(measure, current[measure], former[measure] if before else None, aims.get(measure))
        for measure in ShareMeasure
    )


def _rows(nominations: QuerySet[Nomination]) -> list[_One]:
    rows = nominations.order_by().values_list(
        "recipient_kind", "direct_worker", "woman", "ethnic_minority", "unit_id", "dossier__unit_id"
    )
    return [
        _One(kind, direct, woman, minority, unit or sender)
        for kind, direct, woman, minority, unit, sender in rows
    ]


def _measured(ones: Sequence[_One], year: int) -> dict[ShareMeasure, Counted]:
    people = [one for one in ones if one.kind in PEOPLE]
    remote = _remote({one.unit for one in ones if one.unit}, year)
    return {
        ShareMeasure.DIRECT_WORKERS: _answers(one.direct_worker for one in people),
        ShareMeasure.WOMEN: _answers(one.woman for one in people),
        ShareMeasure.ETHNIC_MINORITIES: _answers(one.ethnic_minority for one in people),
        ShareMeasure.HOUSEHOLDS: _answers(one.kind == RecipientKind.HOUSEHOLD for one in ones),
        ShareMeasure.REMOTE: _answers(one.unit in remote if one.unit else None for one in ones),
    }


def _answers(said: Iterable[bool | None]) -> Counted:
    answers = list(said)
    return Counted(sum(one is True for one in answers), len(answers), sum(one is None for one in answers))


def _remote(units: set[int], year: int) -> set[int]:
    """Return those of `units` that are on the list of remote communes of the year, or stand below one that is."""
    listed = RemoteUnit.objects.filter(
        Q(last_year__isnull=True) | Q(last_year__gte=year), first_year__lte=year
    )
    named = set(listed.order_by().values_list("unit_id", flat=True))
    if not named:
        return set()
    placed = (
        UnitPlacement.objects.filter(unit__in=units, is_last=True).order_by().values_list("unit_id", "path")
    )
    return {unit for unit, path in placed if named.intersection(ids_in(path))} | (units & named)
