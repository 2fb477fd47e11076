"""Where the matches of a lookup come from."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any, Final

from django.db.models import Model, Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.accounts.rights import Right
from thidua.core.vietnamese.dates import format_date
from thidua.core.vietnamese.fold import fold
from thidua.orgs.access import units_where
from thidua.orgs.models import Household, Person, Unit
from thidua.orgs.people_access import households_seen_by, persons_seen_by
from thidua.orgs.queries import address_as_of, positions_of, search_persons, search_units

MOST_OFFERED: Final = 20


@dataclass(frozen=True)
class Option:
    """One match: the row's number, what it is called, and one line that tells it from every other."""

    value: str
    name: str
    label: str


@dataclass(frozen=True)
class Source:
    """A kind of thing that can be looked up; `name` stands in the address of its matches.

    `find` returns matches for a text, best first, among `rows`; `label` tells one row apart.
    """

    name: str
    rows: Callable[[], QuerySet[Any, Any]]
    find: Callable[[str], list[Option]]
    label: Callable[[Any], str]

    def get(self, value: str) -> Model | None:
        """Return the row of that number, or None where there is none to choose."""
        if not (value.isascii() and value.isdigit() and len(value) < 19):
            return None
        found: Model | None = self.rows().filter(pk=int(value)).first()
        return found

    def also(self, row: Model) -> Source:
        """Return the same lookup with `row` among its rows: what a record names already may stay."""
        rows, model = self.rows, type(row)
        wider = lambda: model._default_manager.filter(Q(pk__in=rows().values("pk")) | Q(pk=row.pk))  # noqa: E731
        return replace(self, rows=wider)

    def only(self, text: str) -> Option | None:
        """Return the one match that bears exactly the name that was typed, or None."""
        named = [option for option in self.find(text) if fold(option.name) == fold(text)]
        return named[0] if len(named) == 1 else None


def units(user: User, right: Right | None = None) -> Source:
    """Return the lookup of units by any name they ever bore: all, or those on which `user` has `right`."""
    within = None if right is None else units_where(user, right)

    def rows() -> QuerySet[Unit]:
        return Unit.objects.all() if within is None else within

    def find(text: str) -> list[Option]:
        ids = None if within is None else within.values("pk")
        hits = search_units(text, within=ids, limit=MOST_OFFERED)
        return [Option(str(hit.unit_id), hit.name, hit.label) for hit in hits]

    return Source("don-vi" if right is None else f"don-vi-{right.value}", rows, find, unit_label)


def persons(user: User) -> Source:
    """Return the lookup of the persons that `user` may see, told apart by the positions they hold."""

    def rows() -> QuerySet[Person]:
        return persons_seen_by(user)

    def find(text: str) -> list[Option]:
        hits = search_persons(text, on=timezone.localdate(), within=rows(), limit=MOST_OFFERED)
        return [Option(str(hit.person_id), hit.name, _numbered(hit.label, hit.person_id)) for hit in hits]

    return Source("nguoi", rows, find, person_label)


def households(user: User) -> Source:
    """Return the lookup of the households that `user` may see by their heads, told apart by their addresses."""

    def rows() -> QuerySet[Household]:
        return households_seen_by(user).select_related("head")

    def find(text: str) -> list[Option]:
        words = fold(text).split()
        found = rows().order_by("head__sort_key", "pk")
        for word in words:
            found = found.filter(head__folded_name__contains=word)
        hits = found[:MOST_OFFERED] if words else ()
        return [Option(str(row.pk), row.head.full_name, household_label(row)) for row in hits]

    return Source("ho", rows, find, household_label)


def unit_label(unit: Unit) -> str:
    """Return «Xã Đề Thám, huyện Tràng Định, tỉnh Lạng Sơn (đến 30/06/2025)»."""
    last_day = unit.exists_to or timezone.localdate()
    address = address_as_of(unit, last_day) or unit.name
    label = address[:1].upper() + address[1:]
    if unit.exists_to is None:
        return label
    return _("%(unit)s (until %(day)s)") % {"unit": label, "day": format_date(unit.exists_to)}


def person_label(person: Person) -> str:
    """Return «Lương Thị Bình (Trưởng thôn, thôn Nà Ao 2) – số 12»."""
    held = positions_of([person.pk], timezone.localdate()).get(person.pk, ())
    name = f"{person.full_name} ({', '.join(held)})" if held else person.full_name
    return _numbered(name, person.pk)


def household_label(household: Household) -> str:
    """Return «ông Vi Thanh Liêm – thôn Bản Đoóc, xã Hiệp Hạ, huyện Lộc Bình – số 3»."""
    parts = [household.head.addressed_name, household.address_text]
    return _numbered(" – ".join(part for part in parts if part), household.pk)


def _numbered(label: str, number: int) -> str:
    """Two persons may share name and position; the number in the register tells them apart."""
    return _("%(label)s – no. %(number)s") % {"label": label, "number": number}
