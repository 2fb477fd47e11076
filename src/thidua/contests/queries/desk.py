"""What a juror has on the desk: works by code, own marks, and others' only after handing in."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Count, Q, QuerySet

from thidua.contests.access import conflicts_in
from thidua.contests.models import (
    ConflictDeclared,
    Entry,
    EntryFile,
    JudgingCriterion,
    JudgingRound,
    Juror,
    Mark,
)
from thidua.contests.queries.blind import BlindEntry, blind, coded_entries
from thidua.contests.queries.rounds import last_closed_of, open_round_of
from thidua.support.files.models import StoredFile


@dataclass(frozen=True)
class DeskEntry:
    """A work on the desk and how many of its marks are given."""

    entry: BlindEntry
    marked: int
    of: int

    @property
    def is_done(self) -> bool:
        return self.marked == self.of


@dataclass(frozen=True)
class Desk:
    """A juror's desk in the round that is open, else in the one closed last, else before the first.

    `conflicts` are (code, reason) of works that are not on the desk.
    """

    juror: Juror
    round: JudgingRound | None
    criteria: tuple[JudgingCriterion, ...]
    entries: tuple[DeskEntry, ...]
    conflicts: tuple[tuple[str, str], ...]
    handed_in: bool

    @property
    def is_open(self) -> bool:
        return self.round is not None and self.round.closed_at is None

    @property
    def takes_marks(self) -> bool:
        return self.is_open and not self.handed_in and self.juror.declared_at is not None

    @property
    def done(self) -> int:
        return sum(one.is_done for one in self.entries)


@dataclass(frozen=True)
class OwnMark:
    """The juror's mark by a criterion, None while there is none; `version` is 0 before the first save."""

    criterion: JudgingCriterion
    points: Decimal | None
    version: int


@dataclass(frozen=True)
class OtherMarks:
    """Another juror's marks of a work, in the order of the criteria."""

    juror: str
    points: tuple[Decimal | None, ...]


def round_of(juror: Juror) -> JudgingRound | None:
    """Return the round whose works lie on the desk: the open one, else the one closed last."""
    return open_round_of(juror.edition) or last_closed_of(juror.edition)


def judged_by(juror: Juror, current: JudgingRound | None) -> QuerySet[Entry]:
    """Return the rows on the juror's desk in the round (None: before the first); no work with a conflict."""
    entries = coded_entries(juror.edition)
    own = [category.pk for category in juror.categories.all()]
    if own:
        entries = entries.filter(category__in=own)
    if current is not None:
        entries = entries.filter(rounds__round=current)
    left_out = ConflictDeclared.objects.filter(conflicts_in(current), juror=juror)
    return entries.exclude(pk__in=left_out.values("entry"))


def desk_of(juror: Juror) -> Desk:
    """Return the desk. The number of queries is fixed."""
    current = round_of(juror)
    criteria = tuple(juror.edition.criteria.order_by("ordinal"))
    given = Count("marks", filter=Q(marks__juror=juror, marks__round=current, marks__points__isnull=False))
    rows = judged_by(juror, current)
    marked = dict(rows.annotate(marked=given).values_list("code", "marked")) if current is not None else {}
    conflicts = ConflictDeclared.objects.filter(juror=juror, entry__code__isnull=False).order_by("id")
    return Desk(
        juror=juror,
        round=current,
        criteria=criteria,
        entries=tuple(DeskEntry(one, marked.get(one.code, 0), len(criteria)) for one in blind(rows)),
        conflicts=tuple(
            (code or "", reason) for code, reason in conflicts.values_list("entry__code", "reason")
        ),
        handed_in=current is not None and current.handed_in.filter(juror=juror).exists(),
    )


def own_marks(juror: Juror, current: JudgingRound, code: str) -> list[OwnMark]:
    """Return the juror's marks of the work, one per criterion in their order. Two queries."""
    given = {
        mark.criterion_id: mark for mark in Mark.objects.filter(juror=juror, round=current, entry__code=code)
    }
    return [
        OwnMark(one, given[one.pk].points, given[one.pk].version)
        if one.pk in given
        else OwnMark(one, None, 0)
        for one in juror.edition.criteria.order_by("ordinal")
    ]


def others_marks(juror: Juror, current: JudgingRound, code: str) -> list[OtherMarks]:
    """Return the marks that others handed in of a work on the juror's desk; none until the juror's own are in."""
    if not current.handed_in.filter(juror=juror).exists():
        return []
    if not judged_by(juror, current).filter(code=code).exists():
        return []
    criteria = list(juror.edition.criteria.order_by("ordinal").values_list("pk", flat=True))
    others = Juror.objects.filter(handed_in__round=current).exclude(pk=juror.pk).select_related("user")
    entry = judged_by(juror, current).get(code=code)
    left_out = set(
        ConflictDeclared.objects.filter(conflicts_in(current), entry=entry).values_list("juror", flat=True)
    )
    given: dict[int, dict[int, Decimal | None]] = {}
    for who, criterion, points in Mark.objects.filter(round=current, entry=entry).values_list(
        "juror", "criterion", "points"
    ):
        given.setdefault(who, {})[criterion] = points
    return [
        OtherMarks(other.user.full_name, tuple(given[other.pk].get(criterion) for criterion in criteria))
        for other in others.order_by("-is_chair", "id")
        if other.pk in given and other.pk not in left_out
    ]


def judged_file(juror: Juror, code: str, ordinal: int) -> StoredFile | None:
    """Return the bare copy of a work's file, None unless the work lies on the juror's desk."""
    on_desk = judged_by(juror, round_of(juror)).filter(code=code)
    found = EntryFile.objects.filter(entry__in=on_desk, ordinal=ordinal).select_related("bare").first()
    return None if found is None else found.bare
