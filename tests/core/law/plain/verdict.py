"""The verdict on one nominee: the best alternative of the type asked for, and the rules over all awards."""

from collections.abc import Callable, Iterator
from datetime import date

from tests.core.law.plain import certificates, orders, titles
from tests.core.law.plain.record import NO, OPEN, Record
from thidua.core.law.facts import NomineeFacts, Question

AMENDED_FROM = date(2026, 10, 1)  # the amended text is not loaded
DISSOLVED_UNITS_FROM = date(2025, 8, 5)

Alternatives = Callable[[Record], Iterator[tuple[str, int]]]


def _alone(judge: Callable[[Record], int]) -> Alternatives:
    return lambda record: iter([("", judge(record))])


AWARDS: dict[tuple[str, str], Alternatives] = {
    ("grassroots_emulation_fighter", "individual"): _alone(titles.grassroots_fighter),
    ("provincial_emulation_fighter", "individual"): _alone(titles.provincial_fighter),
    ("provincial_certificate_of_merit", "individual"): certificates.provincial_certificate,
    ("pm_certificate_of_merit", "individual"): certificates.pm_certificate,
    ("labor_order_3", "individual"): orders.third_class,
    ("labor_order_2", "individual"): orders.second_class,
    ("labor_order_3", "collective"): orders.third_class_collective,
    ("labor_order_2", "collective"): orders.second_class_collective,
}


def judge(question: Question, facts: NomineeFacts) -> int:
    """Return 0 not met, 1 needs a person, 2 met, under the law of 2022."""
    day = question.law_day
    if day >= AMENDED_FROM:
        return OPEN
    if facts.suspended:
        return NO
    record = Record(facts, question)
    ways = AWARDS[question.award, question.recipient](record)
    verdict = max((found for type_, found in ways if type_ in {"", question.type}), default=OPEN)
    dissolved = facts.dissolved_on is not None and facts.dissolved_on <= day
    if dissolved and day >= DISSOLVED_UNITS_FROM:
        return min(verdict, OPEN)
    return verdict
