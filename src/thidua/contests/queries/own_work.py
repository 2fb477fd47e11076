"""What an entrant learns of the own work once the results are published: its place and, by rule, its marks."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from thidua.contests.enums import EditionStage
from thidua.contests.models import Entry, Result
from thidua.contests.queries.rounds import final_round_of
from thidua.contests.queries.sheets import sheets_of
from thidua.contests.queries.stages import stage_of
from thidua.contests.queries.standings import standings_of
from thidua.core.jury import Place, entry_totals


@dataclass(frozen=True)
class RoundTotal:
    """The total of a work in a round by all jurors, and the most that a work could have."""

    name: str
    total: Fraction
    most: Fraction


def own_place(won: Result) -> Place | None:
    """Return the place by which a published result was won; None where the list was corrected since by hand."""
    if won.entry is None:
        return None
    final = final_round_of(won.edition)
    if final is None or stage_of(won.edition) != EditionStage.PUBLISHED:
        return None
    for category in standings_of(final):
        for one in category.entries:
            if one.code == won.entry.code and one.award is not None and one.award.prize == won.prize:
                return one.place
    return None


def own_totals(entry: Entry) -> list[RoundTotal]:
    """Return the totals of the work, round by round; none before the results, or unless the rules tell them."""
    edition = entry.category.edition
    if stage_of(edition) != EditionStage.PUBLISHED or not edition.rules.tells_marks:
        return []
    found: list[RoundTotal] = []
    for one in edition.rounds.filter(closed_at__isnull=False, entries__entry=entry).order_by("ordinal"):
        for sheet in sheets_of(one):
            most = sum((criterion.top * criterion.weight for criterion in sheet.sheet.criteria), Fraction(0))
            found += [
                RoundTotal(one.name, total.total, most)
                for total in entry_totals(sheet.sheet)
                if total.entry == entry.code and total.total is not None
            ]
    return found
