"""Provisions by their id: what the law book holds under it, its name, and the fingerprint of its data.

Ids: «alternative/ID», «parameter/CODE@DATE», «bonus/AWARD@DATE», «authority/AWARD@DATE», «rule/ID», «text/CODE»,
«award/CODE»; the date is the first day on which the value holds.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from typing import Any, Final

from django.utils.translation import gettext as _

from thidua.core.law.book import LawBook
from thidua.core.law.provisions import Alternative, Award
from thidua.core.vietnamese.dates import format_date
from thidua.lawbook.spoken import language, said

# Where a line stands in its file says nothing about the law.
_NOT_LAW: Final = frozenset({"where"})
# Of an award itself only what no other provision covers.
_OF_OTHERS: Final = frozenset({"alternatives", "decided_by", "bonus"})


def find(book: LawBook, provision: str) -> tuple[object, ...]:
    """Return what the book holds under `provision`; empty when there is no such provision."""
    kind, _slash, key = provision.partition("/")
    look = _LOOKS.get(kind)
    return look(book, key) if look else ()


def fingerprint(book: LawBook, provision: str) -> str:
    """Return a fingerprint that changes with any word, date, place or certainty of the provision; "" for none."""
    held = find(book, provision)
    if not held:
        return ""
    skipped = _NOT_LAW | _OF_OTHERS if provision.startswith("award/") else _NOT_LAW
    text = json.dumps([_plain(part, skipped) for part in held], ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()


def name_of(book: LawBook, provision: str) -> str:
    """Return what a provision is called; the id itself where the book does not know it."""
    kind, _slash, key = provision.partition("/")
    if not find(book, provision):
        return provision
    # A piece of an alternative bears a day in its own id («pc-2022-1d2@2025-12-15»).
    code, _at, day = (key, "", "") if kind == "alternative" else key.partition("@")
    return _NAMES[kind](book, code, day)


def rests_on_a_person(book: LawBook, provision: str) -> bool:
    """Tell whether nothing may rest on the provision until somebody has checked it."""
    sure = (getattr(part, "certainty", None) for part in find(book, provision))
    return any(certainty is not None and not certainty.stands_alone for certainty in sure)


def alternative_of(book: LawBook, key: str) -> Alternative | None:
    """Return the alternative with the id `key`."""
    return next(
        (one for award in book.awards.values() for one in award.alternatives if one.id == key),
        None,
    )


def award_of(book: LawBook, provision: str) -> str:
    """Return the code of the award that a provision belongs to; empty where it concerns several."""
    kind, _slash, key = provision.partition("/")
    if kind == "alternative":
        found = alternative_of(book, key)
        return found.award if found else ""
    code = key.partition("@")[0]
    return code if kind in {"bonus", "authority", "award"} and code in book.awards else ""


def _alternatives(book: LawBook, key: str) -> tuple[object, ...]:
    found = alternative_of(book, key)
    return (found,) if found else ()


def _dated(rows: tuple[Any, ...], day: str) -> tuple[object, ...]:
    return tuple(row for row in rows if row.validity.since.isoformat() == day)


def _parameters(book: LawBook, key: str) -> tuple[object, ...]:
    code, _at, day = key.partition("@")
    found = book.parameters.get(code)
    values = _dated(found.values, day) if found else ()
    return (found.unit, *values) if found and values else ()


def _of_award(part: Callable[[Award], tuple[Any, ...]]) -> Callable[[LawBook, str], tuple[object, ...]]:
    def look(book: LawBook, key: str) -> tuple[object, ...]:
        code, _at, day = key.partition("@")
        award = book.awards.get(code)
        return _dated(part(award), day) if award else ()

    return look


def _rules(book: LawBook, key: str) -> tuple[object, ...]:
    return tuple(rule for rule in book.rules if rule.id == key)


_LOOKS: Final[Mapping[str, Callable[[LawBook, str], tuple[object, ...]]]] = {
    "alternative": _alternatives,
    "parameter": _parameters,
    "bonus": _of_award(lambda award: award.bonus),
    "authority": _of_award(lambda award: award.decided_by),
    "rule": _rules,
    "text": lambda book, key: (book.texts[key],) if key in book.texts else (),
    "award": lambda book, key: (book.awards[key],) if key in book.awards else (),
}


def _day(day: str) -> str:
    return format_date(date.fromisoformat(day))


def _award_name(book: LawBook, code: str) -> str:
    return said(book.awards[code].name)


def _alternative_name(book: LawBook, key: str, _day: str) -> str:
    found = alternative_of(book, key)
    assert found is not None
    words = language()
    text = book.texts.get(found.text)
    places = "; ".join(filter(None, (cite.written_out(words) for cite in found.cites)))
    short = said(text.short) if text else found.text
    return f"{_award_name(book, found.award)} – {' '.join(filter(None, (places, short)))} ({found.id})"


_NAMES: Final[Mapping[str, Callable[[LawBook, str, str], str]]] = {
    "alternative": _alternative_name,
    "parameter": lambda book, code, day: (
        _("%(name)s, from %(day)s") % {"name": said(book.parameters[code].name), "day": _day(day)}
    ),
    "bonus": lambda book, code, day: (
        _("%(award)s – bonus from %(day)s") % {"award": _award_name(book, code), "day": _day(day)}
    ),
    "authority": lambda book, code, day: (
        _("%(award)s – who decides from %(day)s") % {"award": _award_name(book, code), "day": _day(day)}
    ),
    "rule": lambda book, code, _day: said(next(rule.says for rule in book.rules if rule.id == code)),
    "text": lambda book, code, _day: said(book.texts[code].short),
    "award": lambda book, code, _day: _award_name(book, code),
}


def _plain(value: Any, skipped: frozenset[str]) -> Any:
    """Return plain data: the same for equal provisions, whatever the order of their mappings."""
    if is_dataclass(value) and not isinstance(value, type):
        named = (field.name for field in fields(value) if field.name not in skipped)
        return {name: _plain(getattr(value, name), skipped) for name in named}
    if isinstance(value, Mapping):
        return {str(key): _plain(part, skipped) for key, part in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(part, skipped) for part in value]
    if isinstance(value, Enum):
        return value.value
    return value.isoformat() if isinstance(value, date) else value
