"""How far each juror is, in counts: nobody reads a mark before the round is closed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from thidua.contests.access import conflicts_in, judges
from thidua.contests.enums import EntryState
from thidua.contests.models import ConflictDeclared, Edition, JudgingRound, Juror, Mark
from thidua.contests.queries.blind import coded_entries


@dataclass(frozen=True)
class JurorProgress:
    """A juror in a round: works assigned (conflicts aside), works marked in full, conflicts, when handed in."""

    juror: Juror
    assigned: int
    done: int
    conflicts: int
    handed_in_at: datetime | None


def progress_of(edition: Edition, current: JudgingRound | None) -> list[JurorProgress]:
    """Return how far each juror of the edition is in the round (None: before the first). Fixed queries."""
    jurors = list(edition.jurors.select_related("user").prefetch_related("categories"))
    if current is None:
        told = _conflicts(edition, None)
        return [JurorProgress(juror, 0, 0, len(told.get(juror.pk, ())), None) for juror in jurors]
    rows = current.entries.filter(entry__state=EntryState.RECEIVED).select_related("entry__category")
    entries = [row.entry for row in rows]
    criteria = edition.criteria.count()
    given: dict[tuple[int, int], int] = {}
    for who, entry in Mark.objects.filter(round=current, points__isnull=False).values_list("juror", "entry"):
        given[who, entry] = given.get((who, entry), 0) + 1
    left_out = _conflicts(edition, current)
    handed_in = dict(current.handed_in.values_list("juror", "at"))
    found: list[JurorProgress] = []
    for juror in jurors:
        away = left_out.get(juror.pk, set())
        own = [one for one in entries if judges(juror, one.category) and one.pk not in away]
        done = sum(given.get((juror.pk, one.pk), 0) == criteria for one in own)
        found.append(JurorProgress(juror, len(own), done, len(away), handed_in.get(juror.pk)))
    return found


def works_without_juror(edition: Edition, current: JudgingRound | None) -> list[str]:
    """Return the codes of the works that nobody on the jury may judge, in their order; none while there is no jury.

    Each juror of their category has a conflict with them, or their category has no juror. Fixed queries.
    """
    jurors = list(edition.jurors.prefetch_related("categories"))
    if not jurors:
        return []
    rows = coded_entries(edition).select_related("category")
    if current is not None:
        rows = rows.filter(rounds__round=current)
    left_out = _conflicts(edition, current)
    return [
        entry.code or ""
        for entry in rows.order_by("code")
        if not any(
            judges(juror, entry.category) and entry.pk not in left_out.get(juror.pk, ()) for juror in jurors
        )
    ]


def _conflicts(edition: Edition, current: JudgingRound | None) -> dict[int, set[int]]:
    found: dict[int, set[int]] = {}
    rows = ConflictDeclared.objects.filter(conflicts_in(current), juror__edition=edition)
    for juror, entry in rows.values_list("juror", "entry"):
        found.setdefault(juror, set()).add(entry)
    return found
