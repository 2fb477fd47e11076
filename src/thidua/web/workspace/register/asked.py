"""What an address asks of the register, and the addresses that ask a little more or less."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Final
from urllib.parse import urlencode

from django.urls import reverse
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from thidua.accounts.models import User
from thidua.lawbook.queries import current_book
from thidua.lawbook.spoken import said
from thidua.movements.access import visible_to
from thidua.movements.queries import MovementFilter, movements_matching
from thidua.registry.enums import AwardStatus, CommendationType, RecipientKind
from thidua.registry.models import Conferral
from thidua.registry.search import Era, Order, SearchQuery, query_of
from thidua.registry.search.query import PARAMETERS
from thidua.web.shell import formats
from thidua.web.shell.filters import Chosen

ERA, ORDER, CURSOR = "thoi", "xep", "tu"
FROM_YEAR, TO_YEAR = "tu_nam", "den_nam"  # how the form says years: two fields instead of one
YEARS: Final = "nam"


@dataclass(frozen=True)
class Asked:
    """A search with the tree of units, the order and the place of its page."""

    query: SearchQuery
    era: Era = Era.EITHER
    order: Order = Order.NEWEST
    cursor: str = ""

    def parameters(self) -> dict[str, str]:
        """Return the parts of the address, those left out that say the usual."""
        parts = self.query.parameters()
        if self.era is not Era.EITHER and self.query.places:
            parts[ERA] = self.era.value
        if self.order is not Order.NEWEST:
            parts[ORDER] = self.order.value
        return parts | ({CURSOR: self.cursor} if self.cursor else {})

    def carried(self, fields: Container[str]) -> list[tuple[str, str]]:
        """Return the parts that no field of a form shows, so that it sends them on hidden."""
        shown = {PARAMETERS["text"], YEARS, CURSOR}
        return [
            (key, value) for key, value in self.parameters().items() if key not in shown and key not in fields
        ]

    def stored(self) -> str:
        """Return the parts of the address without the page, as a saved search keeps them."""
        return urlencode(replace(self, cursor="").parameters())

    def address(self, **changes: Any) -> str:
        """Return the address of this search, changed; another search begins on its first page."""
        parts = replace(self, **{"cursor": "", **changes}).parameters()
        return f"{reverse('register')}?{urlencode(parts)}" if parts else reverse("register")

    def asking(self, **changes: Any) -> str:
        """Return the address of the same with other parts of the query."""
        return self.address(query=replace(self.query, **changes, faults=()))


def read_asked(parameters: Mapping[str, str]) -> Asked:
    """Return what an address asks; what cannot be read says so in `query.faults`."""
    # An address that was sent as a field is not looked at by the middleware: no NUL for PostgreSQL to refuse.
    parts = {key: parameters[key].replace("\x00", " ") for key in parameters}
    first, last = parts.pop(FROM_YEAR, "").strip(), parts.pop(TO_YEAR, "").strip()
    if first or last:
        parts[YEARS] = f"{first}..{last}"
    return Asked(
        query_of(parts),
        _one_of(Era, parts.get(ERA, ""), Era.EITHER),
        _one_of(Order, parts.get(ORDER, ""), Order.NEWEST),
        parts.get(CURSOR, ""),
    )


def _one_of(kind: Any, value: str, usual: Any) -> Any:
    return kind(value) if value in {one.value for one in kind} else usual


def conferrals_of_movement(query: SearchQuery, user: User) -> tuple[Any, str]:
    """Return the conferrals of the movements that a query names, None where it names none, and what is wrong."""
    if not query.movement:
        return None, ""
    wanted = MovementFilter(text=query.movement)
    found = movements_matching(visible_to(user, timezone.localdate()), wanted)
    ids = list(found.order_by().values_list("pk", flat=True)[:200])
    if not ids:
        return [], _("There is no movement “%(name)s”. Write some words of its name.") % {
            "name": query.movement
        }
    return Conferral.objects.filter(movements__in=ids), ""


def chips(asked: Asked) -> Iterator[Chosen]:
    """Yield the filters in force, each with the address of the search without it."""
    query = asked.query
    if query.exact:
        yield Chosen(pgettext("filter", "Exactly this name"), query.exact, asked.asking(exact=""))
    if query.years:
        yield Chosen(pgettext("filter", "Year"), _years(query.years), asked.asking(years=None))
    for name, values, words, label in _lists(query):
        for value in values:
            rest = tuple(one for one in values if one != value)
            yield Chosen(label, words(value), asked.asking(**{name: rest}))
    if query.places and asked.era is not Era.EITHER:
        yield Chosen(_("Units"), era_words()[asked.era], asked.address(era=Era.EITHER))
    if query.decision:
        yield Chosen(_("Decision"), query.decision, asked.asking(decision=""))
    if query.day:
        day = formats.day(date.fromisoformat(query.day))
        yield Chosen(_("Decision date"), day, asked.asking(day=""))
    if query.movement:
        yield Chosen(_("Movement"), query.movement, asked.asking(movement=""))
    if query.status:
        yield Chosen(_("Status"), str(capfirst(AwardStatus(query.status).label)), asked.asking(status=""))


def era_words() -> dict[Era, str]:
    """Return what each choice of the tree of units is called."""
    return {
        Era.EITHER: _("then or today"),
        Era.THEN: _("by the unit of that time"),
        Era.NOW: _("by the unit of today"),
    }


def award_words(value: str) -> str:
    """Return the name of an award by its code; anything else as it was typed."""
    award = current_book().awards.get(value)
    return said(award.name) if award else value


def _lists(query: SearchQuery) -> tuple[tuple[str, tuple[str, ...], Any, str], ...]:
    return (
        ("places", query.places, str, _("Unit")),
        ("posts", query.posts, str, _("Post")),
        ("awards", query.awards, award_words, _("Award")),
        ("types", query.types, lambda one: capfirst(CommendationType(one).label), _("Type")),
        ("kinds", query.kinds, lambda one: capfirst(RecipientKind(one).label), _("Recipient")),
    )


def _years(years: tuple[int | None, int | None]) -> str:
    first, last = years
    if first == last:
        return str(first)
    if first is None:
        return _("until %(year)s") % {"year": last}
    return _("from %(year)s") % {"year": first} if last is None else f"{first}–{last}"
