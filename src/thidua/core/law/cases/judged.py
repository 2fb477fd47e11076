"""judged: what a person answered about lines of an alternative."""

from collections.abc import Mapping

from thidua.core.law.book import LawBook
from thidua.core.law.cases import vocabulary
from thidua.core.law.cases.values import flag
from thidua.core.law.cases.written import Written


def read_judged(written: Written, book: LawBook) -> dict[str, bool | Mapping[int, bool]]:
    """Return the answers by alternative: one for all its lines, or one for each line."""
    found: dict[str, bool | Mapping[int, bool]] = {}
    for name, value in written.pairs():
        alternative = vocabulary.alternative(value.named(name), book)
        answer = None if value.empty else _answer(value)
        if alternative is not None and answer is not None:
            found[alternative] = answer
    return found


def _answer(value: Written) -> bool | Mapping[int, bool] | None:
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
        elif answer is not None:
            lines[number] = answer
    return lines
