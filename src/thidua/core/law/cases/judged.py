"""judged: what a person answered about lines of an alternative."""

from collections.abc import Mapping

from thidua.core.law.book import LawBook
from thidua.core.law.cases import vocabulary
from thidua.core.law.cases.values import flag
from thidua.core.law.cases.written import Written
from thidua.core.law.numbering import answerable, leaves, line_number
from thidua.core.law.provisions import Alternative


def read_judged(written: Written, book: LawBook) -> dict[str, bool | Mapping[int, bool]]:
    """Return the answers by alternative: one for all its lines, or one for each line."""
    found: dict[str, bool | Mapping[int, bool]] = {}
    for name, value in written.pairs():
        alternative = vocabulary.alternative(value.named(name), book)
        answer = None if value.empty or alternative is None else _answer(value, alternative, book)
        if alternative is not None and answer is not None:
            found[alternative] = answer
    return found


def _lines(way: Alternative, book: LawBook) -> int:
    """Return how many lines a person answers: its own, then those that a rule adds to every alternative."""
    common = [rule for rule in book.rules if rule.effect == "attested" and way.award in rule.awards]
    return len(answerable(way, ())) + len(common)


def _places(way: Alternative) -> dict[int, int]:
    """Return the number of each answered line by its place among the conditions of the alternative."""
    conditions = list(leaves(way.lines))
    numbers = ((place, line_number(way, line)) for place, line in enumerate(conditions, start=1))
    return {place: number for place, number in numbers if number is not None}


def _answer(value: Written, alternative: str, book: LawBook) -> bool | Mapping[int, bool] | None:
    if value.scalar is not None:
        return flag(value)
    if not value.is_mapping:
        value.tell("not_an_answer", given=value.shown)
        return None
    way = next(way for one in book.awards.values() for way in one.alternatives if way.id == alternative)
    count, places = _lines(way, book), _places(way)
    typed_numbers = [int(typed) for typed, _ in value.pairs() if typed.isascii() and typed.isdigit()]
    # Numbers beyond the answered lines that all name places of such lines were meant as places.
    by_place = any(number > count for number in typed_numbers) and set(typed_numbers) <= set(places)
    lines: dict[int, bool] = {}
    for typed, inner in value.pairs():
        number = int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 4 else 0
        number = places[number] if by_place and number in places else number
        answer = None if inner.empty else flag(inner)
        if number < 1:
            inner.tell("not_a_line", given=typed)
        elif number > count:
            inner.tell("no_line_of_that_number", given=number, count=count)
        elif answer is not None:
            lines[number] = answer
    return lines
