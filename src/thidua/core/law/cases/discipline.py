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
    found: list[tuple[Discipline, Written]] = []
    for item in written.items():
        measure = _read_measure(item, book)
        if measure is not None:
            found.append((measure, item))
    found.sort(key=lambda pair: pair[0].since)
    longest: tuple[Discipline, Written] | None = None
    for measure, item in found:
        if longest is not None and measure.since <= (longest[0].until or date.max):
            later, earlier = sorted((item, longest[1]), key=lambda one: one.line, reverse=True)
            later.tell("disciplines_overlap", other=earlier.path)
        if longest is None or (measure.until or date.max) > (longest[0].until or date.max):
            longest = (measure, item)
    return tuple(measure for measure, _ in found)


def _read_measure(item: Written, book: LawBook) -> Discipline | None:
    fields = item.fields(("level", "from", "to"))
    item.require(fields, "level", "from")
    level = part(fields, "level", partial(vocabulary.word, book=book, vocabulary="discipline_levels"))
    since, until = part(fields, "from", day), part(fields, "to", day)
    if since is not None and until is not None and until < since:
        fields["to"].tell("ends_before_it_begins", start=format_date(since), end=format_date(until))
        return None
    if level is None or since is None:
        return None
    return Discipline(level, since, until)
