"""members: {count, shares, grades, disciplined}, head counts of a collective."""

from collections.abc import Callable
from functools import partial

from thidua.core.law.book import LawBook
from thidua.core.law.cases import vocabulary
from thidua.core.law.cases.values import whole
from thidua.core.law.cases.written import Written
from thidua.core.law.facts import Members

MOST = 1_000_000_000


def read_members(written: Written, book: LawBook) -> Members | None:
    """Return the head counts; tells those above the number of members. One number alone is the count."""
    if written.scalar is not None:
        count = whole(written, least=1, most=MOST)
        return None if count is None else Members(count)
    fields = written.fields(("count", "shares", "grades", "disciplined"))
    written.require(fields, "count")
    count = whole(fields["count"], least=1, most=MOST) if "count" in fields else None

    def heads(name: str, read: Callable[[Written], str | None]) -> dict[str, int]:
        return _heads(fields[name], read, count) if name in fields else {}

    shares = heads("shares", partial(vocabulary.award, book=book))
    grades = heads("grades", partial(vocabulary.word, book=book, vocabulary="grades"))
    disciplined = heads("disciplined", partial(vocabulary.word, book=book, vocabulary="discipline_levels"))
    if count is not None and sum(grades.values()) > count:
        fields["grades"].tell("more_than_members", given=sum(grades.values()), count=count)
    return None if count is None else Members(count, shares, grades, disciplined)


def _heads(written: Written, read: Callable[[Written], str | None], count: int | None) -> dict[str, int]:
    found: dict[str, int] = {}
    for name, value in written.pairs():
        code = read(value.named(name))
        number = None if value.empty else whole(value)
        if number is not None and count is not None and number > count:
            value.tell("more_than_members", given=number, count=count)
        elif code is not None and number is not None:
            found[code] = number
    return found
