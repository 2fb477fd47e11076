"""judged: what a person answered about lines of an alternative."""

from collections.abc import Mapping

from thidua.core.law.book import LawBook
from thidua.core.law.cases import vocabulary
from thidua.core.law.cases.values import flag
from thidua.core.law.cases.written import Written
from thidua.core.law.numbering import answerable


def read_judged(written: Written, book: LawBook) -> dict[str, bool | Mapping[int, bool]]:
    """Return the answers by alternative: one for all its lines, or one for each line."""
    found: dict[str, bool | Mapping[int, bool]] = {}
    for name, value in written.pairs():
        alternative = vocabulary.alternative(value.named(name), book)
        answer = None if value.empty or alternative is None else _answer(value, _lines(alternative, book))
        if alternative is not None and answer is not None:
            found[alternative] = answer
    return found


def _lines(alternative: str, book: LawBook) -> int:
    """Return how many lines a person answers: its own, then those that a rule adds to every alternative."""
    award, way = next(
        (award, way) for award in book.awards.values() for way in award.alternatives if way.id == alternative
    )
    common = [rule for rule in book.rules if rule.effect == "attested" and award.code in rule.awards]
    return len(answerable(way, ())) + len(common)


def _answer(value: Written, count: int) -> bool | Mapping[int, bool] | None:
    if value.scalar is not None:
        return flag(value)
    if not value.is_mapping:
        value.tell("not_an_answer", given=value.shown)
        return None
    lines: dict[int, bool] = {}
    for typed, inner in value.pairs():
        number = int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 4 else 0
        answer = None if inner.empty else flag(inner)
        if number < 1:
            inner.tell("not_a_line", given=typed)
        elif number > count:
            inner.tell("no_line_of_that_number", given=number, count=count)
        elif answer is not None:
            lines[number] = answer
    return lines
