"""What everybody may read of editions: which there are, and whom the published results name."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Q, QuerySet

from thidua.contests.enums import EditionStage, EntrantKind
from thidua.contests.models import Edition, Entry, Result
from thidua.contests.queries.rounds import final_round_of
from thidua.contests.queries.stages import stage_of, with_stage_parts
from thidua.contests.queries.standings import standings_of
from thidua.registry.enums import RecipientKind


@dataclass(frozen=True)
class PublishedResult:
    """A prize won: `names` are the authors in their order, or the collective.

    `kind` is a RecipientKind.
    `shares_with` are the titles on the same place; `chair_said` is why the chair put it before or behind an equal one.
    """

    category: str
    prize: str
    work: str
    names: tuple[str, ...]
    kind: str
    is_collective: bool
    shares_with: tuple[str, ...]
    chair_said: str
    provenance: str


def public_editions() -> QuerySet[Edition]:
    """Return the editions that everybody may read of: with rules, or recorded with results; newest first."""
    results = Result.objects.filter(edition=OuterRef("pk"))
    rows = Edition.objects.filter(Q(rules__isnull=False) | Q(Exists(results)))
    return with_stage_parts(rows).order_by("-year", "-pk")


def published_results(edition: Edition) -> list[PublishedResult]:
    """Return the results in their order; none before they are published. The number of queries is fixed."""
    stage = stage_of(edition)
    if stage not in (EditionStage.RECORDED, EditionStage.PUBLISHED):
        return []
    rows = list(
        edition.results.select_related("entry__category")
        .prefetch_related("entry__authors")
        .order_by("ordinal")
    )
    ties = _ties(edition) if stage == EditionStage.PUBLISHED else {}
    return [_result(row, ties.get(row.entry.code or "") if row.entry else None) for row in rows]


def _result(row: Result, tie: tuple[tuple[str, ...], str] | None) -> PublishedResult:
    entry: Entry | None = row.entry
    names: tuple[str, ...] = (row.recipient_name,)
    if entry is not None and entry.entrant_kind == EntrantKind.INDIVIDUAL:
        names = tuple(one.name for one in sorted(entry.authors.all(), key=lambda one: one.ordinal))
    shares_with, chair_said = tie or ((), "")
    return PublishedResult(
        category=entry.category.name if entry is not None else "",
        prize=row.prize,
        work=row.work,
        names=names,
        kind=row.recipient_kind,
        is_collective=row.recipient_kind == RecipientKind.COLLECTIVE,
        shares_with=shares_with,
        chair_said=chair_said,
        provenance=row.provenance,
    )


def _ties(edition: Edition) -> dict[str, tuple[tuple[str, ...], str]]:
    """Return by code with whom a work shares its place, by title, and what the chair said of an equal total."""
    final = final_round_of(edition)
    if final is None:
        return {}
    titles = dict(
        Entry.objects.filter(category__edition=edition, code__isnull=False).values_list("code", "title")
    )
    return {
        one.code: (
            tuple(titles[code] for code in one.place.shared_with),
            one.place.decision.reason if one.place.decision else "",
        )
        for category in standings_of(final)
        for one in category.entries
        if one.place is not None and one.place.tied
    }
