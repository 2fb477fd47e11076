"""The places of a letter's template: which there are, what they mean, and what fills them."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from functools import cache
from typing import Any, Final, get_args, get_type_hints

from django.utils.functional import Promise

from thidua.core.vietnamese.dates import format_document_date

NOT_DATED: Final = "ngày … tháng … năm …"


@dataclass(frozen=True)
class Place:
    """A place: its name in the template, what it means, whether a template must have it.

    `is_list`: to be gone through with `{%p for … %}`; `parts`: the places of one item, None for plain text.
    """

    name: str
    meaning: Promise
    needed: bool
    is_list: bool
    parts: dict[str, Place] | None


@cache
def places_of(kind: type) -> dict[str, Place]:
    """Return the places of a letter (or of an item of one of its lists), by name."""
    hints = get_type_hints(kind)
    found = {}
    for each in fields(kind):
        inner = get_args(hints[each.name])
        is_list = len(inner) == 2 and inner[1] is Ellipsis
        item = inner[0] if is_list else None
        parts = places_of(item) if isinstance(item, type) and is_dataclass(item) else None
        about = each.metadata
        found[about["place"]] = Place(about["place"], about["meaning"], about["needed"], is_list, parts)
    return found


def context_of(content: Any) -> dict[str, Any]:
    """Return place → text, list of texts, or list of the same for each item."""
    return {
        each.metadata["place"]: _filled(getattr(content, each.name), each.name) for each in fields(content)
    }


def _filled(value: Any, name: str) -> Any:
    if isinstance(value, tuple):
        return [context_of(item) if is_dataclass(item) else _plain(str(item)) for item in value]
    if name == "day":
        return format_document_date(value) if isinstance(value, date) else NOT_DATED
    return _plain(str(value))


def _plain(text: str) -> str:
    """Return text in NFC without control characters, which Word cannot read; line breaks stay."""
    text = unicodedata.normalize("NFC", text)
    return "".join(sign for sign in text if sign == "\n" or unicodedata.category(sign) not in {"Cc", "Cs"})
