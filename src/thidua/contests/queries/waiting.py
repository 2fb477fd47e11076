"""What waits for jurors, and which open rounds the office can close."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.db.models import Count, QuerySet

from thidua.accounts.models import User
from thidua.contests.access import editions_kept_by, judges
from thidua.contests.enums import EditionStage, EntryState
from thidua.contests.models import (
    ConflictDeclared,
    Edition,
    Entry,
    HandedIn,
    JudgingRound,
    Juror,
    Mark,
    RoundEntry,
)
from thidua.contests.queries.stages import stage_of

_BEFORE_THE_JURY = (EditionStage.CODED, EditionStage.JUDGING)


@dataclass(frozen=True)
class JurorWaiting:
    """A juror's part in an edition: works on the desk (conflicts aside) and those without all of their marks.

    `round` is the one that is open, None between rounds; `assigned` counts works with a conflict too.
    """

    juror: Juror
    round: JudgingRound | None
    assigned: int
    works: int
    unmarked: int
    handed_in: bool


def juries_waiting_for(user: User) -> list[JurorWaiting]:
    """Return the juries before which works lie and on which the user sits and may judge. Fixed queries."""
    seats = Juror.objects.filter(user=user, edition__rules__codes_assigned_at__isnull=False)
    return _waiting(seats.exclude(edition__in=editions_kept_by(user)))


def rounds_to_close(user: User) -> list[JudgingRound]:
    """Return the open rounds of editions the user keeps whose jurors have all handed in. Fixed queries."""
    opened = JudgingRound.objects.filter(opened_at__isnull=False, closed_at__isnull=True)
    seats = Juror.objects.filter(edition__in=editions_kept_by(user).filter(rounds__in=opened))
    found: dict[int, JudgingRound] = {}
    late: set[int] = set()
    for one in _waiting(seats):
        if one.round is not None and one.assigned:
            found[one.round.pk] = one.round
            if one.works and not one.handed_in:
                late.add(one.round.pk)
    return [row for pk, row in found.items() if pk not in late]


def _waiting(seats: QuerySet[Juror]) -> list[JurorWaiting]:
    jurors = [
        juror
        for juror in seats.select_related("edition__competition", "edition__rules")
        .prefetch_related("categories", "edition__rounds", "edition__criteria")
        .order_by("edition", "pk")
        if stage_of(juror.edition) in _BEFORE_THE_JURY
    ]
    if not jurors:
        return []
    current = {juror.edition_id: _open(juror.edition) for juror in jurors}
    on_desks = _on_desks(current)
    away = set(ConflictDeclared.objects.filter(juror__in=jurors).values_list("juror", "entry"))
    opened = [one for one in current.values() if one is not None]
    handed_in = set(HandedIn.objects.filter(round__in=opened).values_list("juror", "round"))
    given = Mark.objects.filter(juror__in=jurors, round__in=opened, points__isnull=False)
    counts = {
        (who, entry): count
        for who, entry, count in given.values_list("juror", "entry").annotate(count=Count("pk")).order_by()
    }
    found: list[JurorWaiting] = []
    for juror in jurors:
        row = current[juror.edition_id]
        assigned = [one.pk for one in on_desks.get(juror.edition_id, ()) if judges(juror, one.category)]
        own = [one for one in assigned if (juror.pk, one) not in away]
        criteria = len(juror.edition.criteria.all())
        unmarked = sum(counts.get((juror.pk, one), 0) < criteria for one in own)
        is_in = row is not None and (juror.pk, row.pk) in handed_in
        found.append(JurorWaiting(juror, row, len(assigned), len(own), unmarked, is_in))
    return found


def _open(edition: Edition) -> JudgingRound | None:
    rounds = edition.rounds.all()
    return next((one for one in rounds if one.opened_at is not None and one.closed_at is None), None)


def _on_desks(current: Mapping[int, JudgingRound | None]) -> dict[int, list[Entry]]:
    """Return the entries by edition: those of the open round, all coded ones where none is open. Two queries."""
    opened = [one for one in current.values() if one is not None]
    in_round = set(RoundEntry.objects.filter(round__in=opened).values_list("entry", flat=True))
    rows: Iterable[Entry] = Entry.objects.filter(
        category__edition__in=current, state=EntryState.RECEIVED, code__isnull=False
    ).select_related("category")
    found: dict[int, list[Entry]] = {}
    for row in rows:
        edition = row.category.edition_id
        if current[edition] is None or row.pk in in_round:
            found.setdefault(edition, []).append(row)
    return found
