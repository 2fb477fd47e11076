"""The bonus that goes with an award: coefficient × base salary of the decision day, rounded; every step told.

Amounts are whole đồng and coefficients fractions; nothing is rounded but by the rule. Where a figure is not
known, or not sure and not checked, or only an upper bound, `amount` is None and a person decides.
"""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from thidua.core.language import Language, Wording
from thidua.core.law import bonus_words as say
from thidua.core.law.book import LawBook
from thidua.core.law.citations import Citation
from thidua.core.law.provisions import BonusRate, Certainty
from thidua.core.law.stated import Source, Stated, Unknown, checked_source, stated
from thidua.core.law.summaries.phrases import said

# Who is paid which figure of a rate. Foreigners and overseas Vietnamese have none in the texts.
_COLUMNS = {
    "individual": "individual", "collective": "collective", "enterprise": "collective", "household": "household",
}  # fmt: skip


@dataclass(frozen=True)
class BonusStep:
    """One step of the sum. `amount`: what it comes to, where it is money or a factor."""

    kind: str  # coefficient | household | base_salary | product | rounding
    text: Wording
    amount: Fraction
    source: Source | None = None


@dataclass(frozen=True)
class Bonus:
    """What is paid with one award.

    `amount`: đồng, when it may be paid without a person deciding. `suggested`: đồng, what the figures come
    to, sure or not. `upper_bound`: the law says «at most». `reasons`: why a person decides, or why nothing is
    paid.
    """

    award: str
    recipient: str
    amount: int | None
    suggested: int | None
    upper_bound: bool
    steps: tuple[BonusStep, ...]
    reasons: tuple[Wording, ...]

    @property
    def needs_person(self) -> bool:
        """Whether a person decides the amount."""
        return self.amount is None

    @property
    def certainty(self) -> Certainty | None:
        """The least sure of what it rests on; None when nothing is known."""
        ranks = list(Certainty)
        found = [step.source.certainty for step in self.steps if step.source]
        return max(found, key=ranks.index, default=None)

    @property
    def cites(self) -> tuple[Citation, ...]:
        """Every place the sum rests on, in its order, each once."""
        return tuple(dict.fromkeys(cite for step in self.steps if step.source for cite in step.source.cites))

    def told(self, language: Language) -> list[str]:
        """Return the steps and reasons as sentences."""
        return [text.say(language) for text in (*(step.text for step in self.steps), *self.reasons)]


def bonus(book: LawBook, award: str, recipient: str, decided_on: date, issuer: str | None = None) -> Bonus:
    """Return the bonus for one award.

    `recipient`: a code of words/recipient_kinds. `issuer`: the code of the deciding authority, needed where the
    figure depends on it.
    """
    rate = _rate(book, award, decided_on, issuer)
    if isinstance(rate, Unknown):
        return _undecided(award, recipient, rate.why)
    column = _COLUMNS.get(book.general_kind.get(recipient, recipient))
    figure = getattr(rate, column) if column else None
    name = book.awards[award].name
    if figure is None:
        return _undecided(
            award, recipient, say.no_figure(name, book.word("recipient_kinds", recipient), decided_on)
        )
    salary = stated(book, "base_salary", decided_on)
    if isinstance(salary, Unknown):
        return _undecided(award, recipient, salary.why)
    if not isinstance(salary.value, int):
        return _undecided(award, recipient, say.no_salary(decided_on))
    return _sum(book, award, recipient, decided_on, rate, Fraction(figure), salary.value, salary.source)


def _sum(
    book: LawBook,
    award: str,
    recipient: str,
    day: date,
    rate: BonusRate,
    figure: Fraction,
    salary: int,
    salary_source: Source,
) -> Bonus:
    source = checked_source(
        book, f"bonus/{award}@{rate.validity.since}", rate.cites, rate.certainty, rate.note
    )
    kind = book.word("recipient_kinds", recipient)
    product = figure * salary
    steps = [
        _step(book, "coefficient", say.coefficient(figure, kind, rate.upper_bound), figure, source),
        *_household(book, recipient, day, rate, figure),
        _step(book, "base_salary", say.base_salary(salary, day), Fraction(salary), salary_source),
        BonusStep("product", say.product(figure, salary, product), product),
    ]
    if rate.upper_bound:  # rounded up it would be over the bound
        amount = product.__floor__()
        left_open = [say.upper_bound(amount)]
    else:
        amount, rounding, left_open = _rounded(book, product, day)
        steps.append(rounding)
    unsure = [one.source for one in steps if one.source and one.source.needs_person]
    reasons = (*(say.unsure(say.places_of(book, source)) for source in unsure), *left_open)
    return Bonus(
        award, recipient, None if reasons else amount, amount, rate.upper_bound, tuple(steps), reasons
    )


def _rate(book: LawBook, award: str, day: date, issuer: str | None) -> BonusRate | Unknown:
    known = book.awards.get(award)
    if known is None:
        return Unknown(say.no_award(award))
    rates = [rate for rate in known.bonus if rate.validity.covers(day)]
    special = [rate for rate in rates if rate.issuers]
    if special and issuer is None:
        return Unknown(say.issuer_needed(known.name))
    own = [rate for rate in special if issuer in rate.issuers]
    fitting = own or [rate for rate in rates if not rate.issuers]
    return fitting[0] if fitting else Unknown(say.no_rate(known.name, day))


def _household(
    book: LawBook, recipient: str, day: date, rate: BonusRate, figure: Fraction
) -> list[BonusStep]:
    """Show that a household gets so many times the individual figure, where it does."""
    factor = stated(book, "bonus/household_factor", day)
    if recipient != "household" or rate.individual is None or isinstance(factor, Unknown):
        return []
    times, individual = Fraction(str(factor.value)), Fraction(rate.individual)
    if times * individual != figure:
        return []
    return [_step(book, "household", say.household(times, individual, figure), times, factor.source)]


def _rounded(book: LawBook, product: Fraction, day: date) -> tuple[int, BonusStep, list[Wording]]:
    """Return the rounded amount, its step, and a reason when the Board has not settled how to round."""
    choices = [str(value) for value in book.values_of("rounding_of_bonus", "")]
    amounts = [_round(product, choice) for choice in choices]
    rule = stated(book, "bonus/rounding", day)
    source = rule.source if isinstance(rule, Stated) else None
    step = _step(book, "rounding", say.rounding(choices[0], amounts[0]), Fraction(amounts[0]), source)
    return amounts[0], step, [say.open_rounding(amounts)] if len(set(amounts)) > 1 else []


def _round(product: Fraction, choice: str) -> int:
    """Round as chosen: «ceil_10000», «floor_10000», or «none» (to the nearest đồng, halves up)."""
    mode, _, typed = choice.partition("_")
    if mode == "none":
        return (product + Fraction(1, 2)).__floor__()
    multiple = int(typed)
    pieces = product / multiple
    return (pieces.__ceil__() if mode == "ceil" else pieces.__floor__()) * multiple


def _step(book: LawBook, kind: str, text: Wording, amount: Fraction, source: Source | None) -> BonusStep:
    """Return a step whose sentence ends with its places."""
    told = (
        said("{text} ({where})", "{text} ({where})", text=text, where=say.places_of(book, source))
        if source
        else text
    )
    return BonusStep(kind, told, amount, source)


def _undecided(award: str, recipient: str, *why: Wording) -> Bonus:
    return Bonus(award, recipient, None, None, False, (), why)
