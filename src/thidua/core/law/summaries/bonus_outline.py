"""Bonus rates as lines: coefficient, amount, and what is unsure of them."""

from collections.abc import Iterator
from dataclasses import dataclass

from thidua.core.language import Wording
from thidua.core.law.summaries.bonus_on_a_day import nothing
from thidua.core.law.summaries.cited import places_in_words
from thidua.core.law.summaries.phrases import capitalised, decimal, joined, listed, money, said, sentence
from thidua.core.law.summaries.places import caution
from thidua.core.law.summaries.shapes import AwardSummary, BonusAmount, BonusSummary


@dataclass(frozen=True)
class BonusLine:
    """A line and its small print."""

    says: Wording
    remark: Wording | None = None


def bonus_lines(summary: AwardSummary) -> Iterator[BonusLine]:
    """Yield the base salary of the day, then each rate."""
    if not summary.bonus:
        return
    base = summary.base_salary
    if base is None:
        yield BonusLine(
            Wording("Chưa biết mức lương cơ sở của ngày này.", "The base salary of this day is not known.")
        )
    else:
        cited = places_in_words(base.places)
        says = said("{says} [{places}].", "{says} [{places}].", says=capitalised(base.says), places=cited)
        yield BonusLine(says, caution(base.standing))
    for rate in summary.bonus:
        yield BonusLine(_rate(rate), _remark(rate))


def amount_words(given: BonusAmount, *, upper_bound: bool = False) -> Wording:
    """Return «1,5 lần mức lương cơ sở = 2.700.000 đồng»; «chưa có số» where nothing is known."""
    if given.coefficient is None:
        return nothing()
    times = decimal(given.coefficient)
    bound = Wording("không quá ", "at most ") if upper_bound else Wording("", "")
    if given.amount is None:
        return said(
            "{bound}{times} lần mức lương cơ sở", "{bound}{times} × base salary", bound=bound, times=times
        )
    return said(
        "{bound}{times} lần mức lương cơ sở = {amount}",
        "{bound}{times} × base salary = {amount}",
        bound=bound,
        times=times,
        amount=money(given.amount),
    )


def _rate(rate: BonusSummary) -> Wording:
    parts = [
        said(
            "{who}: {how_much}",
            "{who}: {how_much}",
            who=given.recipient.name,
            how_much=amount_words(given, upper_bound=rate.upper_bound),
        )
        for given in rate.amounts
    ]
    words = said(
        "{parts} [{places}]", "{parts} [{places}]", parts=joined(parts), places=places_in_words(rate.places)
    )
    if rate.issuers:
        issuers = listed((one.name for one in rate.issuers), either=True)
        words = said(
            "Do {issuers} tặng: {words}", "Granted by {issuers}: {words}", issuers=issuers, words=words
        )
    return sentence(capitalised(words))


def _remark(rate: BonusSummary) -> Wording | None:
    parts = [sentence(part) for part in (caution(rate.standing), rate.note) if part]
    return joined(parts, " ") if parts else None
