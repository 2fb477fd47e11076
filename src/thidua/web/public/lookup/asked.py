"""What an address of the look-up asks for, and the addresses that ask a little more or less."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Final
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from thidua.core.law.reading import load_law
from thidua.lawbook.spoken import said
from thidua.movements.queries import conferred_in_public
from thidua.registry.enums import AwardStatus, RecipientKind
from thidua.registry.search import SearchQuery, query_of
from thidua.registry.search.query import PARAMETERS
from thidua.web.shell import formats
from thidua.web.shell.filters import Chosen

CURSOR: Final = "tu"
FROM_YEAR, TO_YEAR = "tu_nam", "den_nam"  # how the form says years: two fields instead of one
YEARS: Final = PARAMETERS["years"]


@dataclass(frozen=True)
class Asked:
    """A search with the place of its page."""

    query: SearchQuery
    cursor: str = ""

    def address(self, *, cursor: str = "", **more: str) -> str:
        """Return the address of this search, on its first page unless a place is given."""
        parts = self.query.parameters() | ({CURSOR: cursor} if cursor else {}) | more
        return f"{reverse('lookup')}?{urlencode(parts)}" if parts else reverse("lookup")

    def asking(self, **changes: Any) -> str:
        """Return the address of the same with other parts of the query."""
        return Asked(replace(self.query, **changes, faults=())).address()

    def carried(self, fields: Iterable[str]) -> list[tuple[str, str]]:
        """Return the parts that no field of the form shows, so that it sends them on hidden."""
        shown = {YEARS, *fields}
        return [(key, value) for key, value in self.query.parameters().items() if key not in shown]


def read_asked(parameters: Mapping[str, str]) -> Asked:
    """Return what an address asks; what cannot be read says so in `query.faults`."""
    parts = {key: parameters[key].replace("\x00", " ") for key in parameters}
    first, last = parts.pop(FROM_YEAR, "").strip(), parts.pop(TO_YEAR, "").strip()
    if first or last:
        parts[YEARS] = first if first == last else f"{first}..{last}"
    return Asked(query_of(parts), parts.get(CURSOR, ""))


def conferrals_of_movement(query: SearchQuery) -> tuple[Any, str]:
    """Return the conferrals of the public movements that a query names, None where it names none, and what is wrong."""
    if not query.movement:
        return None, ""
    found = conferred_in_public(query.movement)
    if found is not None:
        return found, ""
    name = {"name": query.movement}
    return [], _("There is no movement “%(name)s”. Write some words of its name.") % name


def chips(asked: Asked) -> Iterator[Chosen]:
    """Yield the filters in force, each with the address of the search without it."""
    query = asked.query
    if query.exact:
        yield Chosen(pgettext("filter", "Exactly this name"), query.exact, asked.asking(exact=""))
    if query.years:
        yield Chosen(pgettext("filter", "Year"), _years(query.years), asked.asking(years=None))
    for name, values, words, label in (
        ("places", query.places, str, _("Unit")),
        ("awards", query.awards, award_words, pgettext("lookup", "Award")),
        (
            "kinds",
            query.kinds,
            lambda one: capfirst(RecipientKind(one).label),
            pgettext("lookup", "Recipient"),
        ),
    ):
        for value in values:
            rest = tuple(one for one in values if one != value)
            yield Chosen(label, str(words(value)), asked.asking(**{name: rest}))
    if query.decision:
        yield Chosen(_("Decision"), query.decision, asked.asking(decision=""))
    if query.day:
        day = formats.day(date.fromisoformat(query.day))
        yield Chosen(_("Decision date"), day, asked.asking(day=""))
    if query.movement:
        yield Chosen(_("Movement"), query.movement, asked.asking(movement=""))
    if query.status:
        yield Chosen(_("Status"), str(capfirst(AwardStatus(query.status).label)), asked.asking(status=""))


def award_words(value: str) -> str:
    """Return the name of an award by its code; anything else as it was typed."""
    award = load_law().awards.get(value)
    return said(award.name) if award else value


def _years(years: tuple[int | None, int | None]) -> str:
    first, last = years
    if first == last:
        return str(first)
    if first is None:
        return _("until %(year)s") % {"year": last}
    return _("from %(year)s") % {"year": first} if last is None else f"{first}–{last}"
