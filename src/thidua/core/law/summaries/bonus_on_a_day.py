"""The bonus of an award on a day: coefficients, and what they come to with that day's base salary."""

from datetime import date
from typing import Final

from thidua.core.language import Wording
from thidua.core.law.bonus import bonus
from thidua.core.law.book import LawBook
from thidua.core.law.provisions import Award, BonusRate
from thidua.core.law.summaries.phrases import money, said
from thidua.core.law.summaries.places import named, places, standing
from thidua.core.law.summaries.shapes import BonusAmount, BonusSummary, Piece

_KINDS: Final = ("individual", "collective", "household")


def bonus_on(book: LawBook, award: Award, on: date) -> tuple[BonusSummary, ...]:
    """Return the rates of a day; empty when no figure is known."""
    return tuple(_rate(book, award, rate, on) for rate in award.bonus if rate.validity.covers(on))


def base_salary_on(book: LawBook, on: date) -> Piece | None:
    """Return the base salary of a day; None when none is known."""
    parameter = book.parameters.get("base_salary")
    dated = parameter.at(on) if parameter else None
    if dated is None or not isinstance(dated.value, int):
        return None
    return Piece(
        says=said(
            "mức lương cơ sở {amount} một tháng", "base salary {amount} a month", amount=money(dated.value)
        ),
        places=places(book, dated.cites),
        standing=standing(book, f"parameter/base_salary@{dated.validity.since.isoformat()}", dated.certainty),
        since=dated.validity.since,
        until=dated.validity.until,
        note=dated.note,
    )


def _rate(book: LawBook, award: Award, rate: BonusRate, on: date) -> BonusSummary:
    figures = {"individual": rate.individual, "collective": rate.collective, "household": rate.household}
    return BonusSummary(
        amounts=tuple(
            _amount(book, award, rate, kind, on)
            for kind in _KINDS
            if kind in award.recipients or figures[kind] is not None
        ),
        issuers=tuple(named(book, "authorities", code) for code in rate.issuers),
        upper_bound=rate.upper_bound,
        places=places(book, rate.cites),
        standing=standing(book, f"bonus/{award.code}@{rate.validity.since.isoformat()}", rate.certainty),
        since=rate.validity.since,
        until=rate.validity.until,
        note=rate.note,
    )


def _amount(book: LawBook, award: Award, rate: BonusRate, kind: str, on: date) -> BonusAmount:
    coefficients = {"individual": rate.individual, "collective": rate.collective, "household": rate.household}
    # Any other issuer gets the rate that names none.
    paid = bonus(book, award.code, kind, on, issuer=rate.issuers[0] if rate.issuers else "")
    return BonusAmount(named(book, "recipient_kinds", kind), coefficients[kind], paid.suggested)


def nothing() -> Wording:
    """Return the words for a figure that nobody knows: never zero."""
    return Wording("chưa có số", "no figure known")
