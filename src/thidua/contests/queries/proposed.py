"""The list of winners that the marks lead to, once the codes are opened."""

from __future__ import annotations

from typing import Final

from thidua.contests.content import ResultLine
from thidua.contests.enums import CompetitionKind, EntrantKind
from thidua.contests.models import Edition, Entry, Result
from thidua.contests.queries.rounds import final_round_of
from thidua.contests.queries.standings import standings_of
from thidua.registry.enums import RecipientKind

LONGEST: Final = Result._meta.get_field("recipient_name").max_length or 300


def proposed_results(edition: Edition) -> list[ResultLine]:
    """Return a line for each work that wins a prize, by category and place; empty before the codes are opened."""
    final = final_round_of(edition)
    if final is None or edition.rules.revealed_at is None:
        return []
    won = [
        (standing.code, standing.award.prize)
        for category in standings_of(final)
        for standing in category.entries
        if standing.award is not None
    ]
    rows = Entry.objects.filter(category__edition=edition, code__in=[code for code, _prize in won])
    entries = {entry.code: entry for entry in rows.select_related("unit").prefetch_related("authors")}
    return [_line(edition, entries[code], prize) for code, prize in won]


def entrant_name(entry: Entry) -> str:
    """Return whose work it is: the collective, or its authors in their order; many authors by the first."""
    if entry.entrant_kind == EntrantKind.COLLECTIVE:
        return entry.collective_name
    names = [author.name for author in sorted(entry.authors.all(), key=lambda one: one.ordinal)]
    joined = ", ".join(names)
    return joined if len(joined) <= LONGEST else f"{names[0][: LONGEST - 3]}, …"


def _line(edition: Edition, entry: Entry, prize: str) -> ResultLine:
    kind = RecipientKind.INDIVIDUAL
    if entry.entrant_kind == EntrantKind.COLLECTIVE:
        kind = RecipientKind.COLLECTIVE
    elif edition.competition.kind == CompetitionKind.PRIZE:
        kind = RecipientKind.AUTHOR
    return ResultLine(
        kind=kind,
        name=entrant_name(entry),
        work=entry.title,
        prize=prize,
        unit=entry.unit,
        provenance=entry.provenance,
        entry=entry,
    )
