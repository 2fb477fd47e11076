"""Entries of somebody who asks what is held about them: entrants stand here by name alone, not as persons on record."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from django.db.models import Prefetch, QuerySet

from thidua.contests.enums import FOLLOW_UP
from thidua.contests.models import Edition, Entry, EntryAuthor
from thidua.core.follow_up import CodeRefused, kind_of, read_code
from thidua.core.vietnamese.fold import fold

MOST: Final = 50  # entries found
SHORTEST_PHONE: Final = 8  # digits below which a number is no telephone number


@dataclass(frozen=True)
class FoundEntry:
    """An entry with the authors that bear the name; `is_reached`: its telephone, e-mail or code was known as well."""

    entry: Entry
    authors: tuple[EntryAuthor, ...]
    is_reached: bool


def entries_of_entrant(
    editions: QuerySet[Edition], *, name: str = "", contact: str = "", code: str = ""
) -> list[FoundEntry]:
    """Return the entries of `editions` that bear the name, or are reached so, or have the code; newest first.

    Names are compared whole, without marks and capitals. At most MOST; the number of queries is fixed.
    """
    authors = Prefetch("authors", EntryAuthor.objects.order_by("ordinal"))
    rows = Entry.objects.filter(category__edition__in=editions.order_by().values("pk"))
    reached = _reached(rows, contact, code)
    named = _named(rows, name)
    found = rows.filter(pk__in=reached | named).prefetch_related(authors)
    shown = found.select_related(
        "category__edition__competition__organiser", "category__edition__rules", "unit"
    )
    wanted = fold(name)
    return [
        FoundEntry(
            entry,
            tuple(one for one in entry.authors.all() if wanted and fold(one.name) == wanted),
            entry.pk in reached,
        )
        for entry in shown.order_by("-received_at", "-pk")[:MOST]
    ]


def _named(rows: QuerySet[Entry], name: str) -> set[int]:
    wanted = fold(name)
    if not wanted:
        return set()
    names = EntryAuthor.objects.filter(entry__in=rows.order_by().values("pk")).values_list("entry", "name")
    return _same(names.iterator(), wanted) | _same(
        rows.values_list("pk", "collective_name").iterator(), wanted
    )


def _same(names: Iterable[tuple[int, str]], wanted: str) -> set[int]:
    return {entry for entry, name in names if name and fold(name) == wanted}


def _reached(rows: QuerySet[Entry], contact: str, code: str) -> set[int]:
    found: set[int] = set()
    if "@" in contact:
        found |= set(rows.filter(email__iexact=contact.strip()).values_list("pk", flat=True))
    elif len(digits := _digits(contact)) >= SHORTEST_PHONE:
        phones = rows.exclude(phone="").values_list("pk", "phone")
        found |= {entry for entry, phone in phones.iterator() if _digits(phone) == digits}
    if kept := _code(code):
        found |= set(rows.filter(follow_up_code=kept).values_list("pk", flat=True))
    return found


def _digits(text: str) -> str:
    """Return the digits of a telephone number as one dials it at home: +84 912 … is 0912 …"""
    digits = "".join(sign for sign in text if sign.isascii() and sign.isdigit())
    return f"0{digits[2:]}" if digits.startswith("84") and len(digits) > 10 else digits


def _code(typed: str) -> str:
    try:
        code = read_code(typed)
    except CodeRefused:
        return ""
    return code if kind_of(code) == FOLLOW_UP else ""
