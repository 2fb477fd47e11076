"""How the entries of a closed round stand: totals with their parts, severity beside them, places, prizes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from thidua.contests.enums import TieSettling
from thidua.contests.models import Category, JudgingRound, TieDecision
from thidua.contests.queries.sheets import CategorySheet, sheets_of
from thidua.core.jury import (
    Award,
    ChairDecision,
    CorrectedTotal,
    EntryTotal,
    Place,
    PrizeQuota,
    Severity,
    TieRule,
    WeighedRound,
    awards,
    combined_totals,
    corrected_totals,
    entry_totals,
    going_on,
    places,
    severities,
    unsettled_ties,
)


@dataclass(frozen=True)
class Standing:
    """An entry in a round: `total` is what places follow – in the last round the weighted sum of all rounds.

    `corrected` shows the round's total beside its raw one, less what each juror is severe or lenient by; it moves
    no place. `place` is None where a mark is missing; `goes_on` and `award` tell what the place brings.
    """

    code: str
    round_total: EntryTotal
    corrected: CorrectedTotal
    total: Fraction | None
    place: Place | None
    goes_on: bool
    award: Award | None


@dataclass(frozen=True)
class CategoryStanding:
    """A category in a round, best entry first; `severities` name the juror by the number of the row.

    `unsettled` are the codes of entries that still share a place.
    """

    sheet: CategorySheet
    entries: tuple[Standing, ...]
    severities: tuple[Severity, ...]
    unsettled: tuple[tuple[str, ...], ...]

    @property
    def category(self) -> Category:
        return self.sheet.category


def standings_of(current: JudgingRound) -> list[CategoryStanding]:
    """Return how the round stands by what is handed in, category by category.

    The number of queries depends on the number of rounds alone.
    """
    sheets = sheets_of(current)
    is_last = current.going_on is None
    earlier = _earlier_totals(current) if is_last else []
    rules = current.edition.rules
    settling = next((str(one.pk) for one in current.edition.criteria.all() if one.settles_ties), None)
    decisions = [
        ChairDecision(tuple(one.order), one.reason)
        for one in TieDecision.objects.filter(round=current).order_by("id")
    ]
    quotas = _quotas(current) if is_last else {}
    found: list[CategoryStanding] = []
    for one in sheets:
        totals = entry_totals(one.sheet)
        counted = _counted(current, totals, earlier, one.sheet.entries)
        deciding = None
        if rules.tie_rule == TieSettling.CRITERION and settling is not None:
            deciding = {total.entry: total.mean_of(settling) for total in totals}
        placed = places(counted, TieRule(rules.tie_rule), deciding=deciding, decisions=decisions)
        found.append(_category(one, current, totals, counted, placed, quotas.get(one.category.pk, [])))
    return found


def _category(
    one: CategorySheet,
    current: JudgingRound,
    totals: tuple[EntryTotal, ...],
    counted: Mapping[str, Fraction | None],
    placed: tuple[Place, ...],
    quotas: list[PrizeQuota],
) -> CategoryStanding:
    by_place = {place.entry: place for place in placed}
    raw = {total.entry: total for total in totals}
    corrected = {total.entry: total for total in corrected_totals(one.sheet)}
    on = set(going_on(placed, current.going_on)) if current.going_on is not None else set()
    won = {award.entry: award for award in awards(placed, quotas)}
    order = [place.entry for place in placed]
    order += [code for code in one.sheet.entries if code not in by_place]
    entries = tuple(
        Standing(
            code=code,
            round_total=raw[code],
            corrected=corrected[code],
            total=counted[code],
            place=by_place.get(code),
            goes_on=code in on,
            award=won.get(code),
        )
        for code in order
    )
    return CategoryStanding(one, entries, severities(one.sheet), unsettled_ties(placed))


def _counted(
    current: JudgingRound,
    totals: tuple[EntryTotal, ...],
    earlier: list[WeighedRound],
    entries: tuple[str, ...],
) -> dict[str, Fraction | None]:
    own = {total.entry: total.total for total in totals}
    if not earlier:
        return own
    rounds = [*earlier, WeighedRound(current.name, Fraction(current.weight), own)]
    return {one.entry: one.total for one in combined_totals(rounds, entries)}


def _earlier_totals(current: JudgingRound) -> list[WeighedRound]:
    before = current.edition.rounds.filter(ordinal__lt=current.ordinal, weight__gt=0).order_by("ordinal")
    return [
        WeighedRound(
            one.name,
            Fraction(one.weight),
            {total.entry: total.total for sheet in sheets_of(one) for total in entry_totals(sheet.sheet)},
        )
        for one in before
    ]


def _quotas(current: JudgingRound) -> dict[int, list[PrizeQuota]]:
    return {
        category.pk: [PrizeQuota(prize.name, prize.quota) for prize in category.prizes.all()]
        for category in current.edition.categories.prefetch_related("prizes")
    }
