"""discipline: {level, from, to}."""

from datetime import date
from functools import partial

from thidua.core.law.book import LawBook
from thidua.core.law.cases import vocabulary
from thidua.core.law.cases.optional import part
from thidua.core.law.cases.values import day
from thidua.core.law.cases.written import Written
from thidua.core.law.facts import Discipline
from thidua.core.vietnamese.dates import format_date


def read_discipline(written: Written, book: LawBook) -> tuple[Discipline, ...]:
    """Return the measures, oldest first; tells those that overlap or end before they begin."""
    found: list[tuple[Discipline, int, Written]] = []
    for place, item in enumerate(written.items()):
        measure = _read_measure(item, book)
        if measure is not None:
            found.append((measure, place, item))
    found.sort(key=lambda one: one[0].since)
    _tell_overlaps(found)
    return tuple(measure for measure, _, _ in found)


def _tell_overlaps(found: list[tuple[Discipline, int, Written]]) -> None:
    """Tell of every measure, oldest first, that begins before one begun earlier has ended."""
    longest: tuple[Discipline, int, Written] | None = None
    for one in found:
        if longest is not None and one[0].since <= (longest[0].until or date.max):
            earlier, later = sorted((one, longest), key=lambda of: of[1])
            later[2].tell("disciplines_overlap", other=earlier[2].path)
        if longest is None or (one[0].until or date.max) > (longest[0].until or date.max):
            longest = one


def _read_measure(item: Written, book: LawBook) -> Discipline | None:
    fields = item.fields(("level", "from", "to"))
    item.require(fields, "level", "from")
    level = part(fields, "level", partial(vocabulary.word, book=book, vocabulary="discipline_levels"))
    since = part(fields, "from", partial(day, in_year=(1, 1)))
    until = part(fields, "to", partial(day, in_year=(12, 31)))
    if since is not None and until is not None and until < since:
        fields["to"].tell("ends_before_it_begins", start=format_date(since), end=format_date(until))
        return None
    if level is None or since is None:
        return None
    return Discipline(level, since, until)
