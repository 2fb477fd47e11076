"""One row of any table as labels and values that a person reads, without what only programs use."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Any, Final

from django.db import models
from django.utils import timezone

from thidua.core.vietnamese.dates import format_date, format_date_time
from thidua.support.edits import in_words

ExtractRow = dict[str, str]

# Keys for searching and sorting, counters: derived from what is told anyway.
_DERIVED: Final = frozenset({"version", "sort_key", "folded_name", "search_text"})


def told_fields(model: type[models.Model], without: str) -> list[models.Field[Any, Any]]:
    """Return the columns of a table that are told; `without`: the column that leads to the person."""
    return [
        field
        for field in model._meta.concrete_fields
        if field.name != without and field.name not in _DERIVED and field.editable and not field.primary_key
    ]


def followed(fields: list[models.Field[Any, Any]]) -> list[str]:
    """Return the columns that lead to rows whose words are told; read with `select_related`."""
    return [field.name for field in fields if field.is_relation]


def row_of(thing: models.Model, fields: list[models.Field[Any, Any]]) -> ExtractRow:
    """Return label → value of the columns that hold something."""
    told = {}
    for field in fields:
        value = getattr(thing, field.name)
        if value not in (None, "", [], {}):
            label = str(getattr(field, "verbose_name", field.name))
            told[label[:1].upper() + label[1:]] = value_of(value, field)
    return told


def value_of(value: object, field: models.Field[Any, Any] | None = None) -> str:
    """Return a value in words."""
    if isinstance(value, datetime):
        return format_date_time(timezone.localtime(value))
    if isinstance(value, date):
        return format_date(value)
    if isinstance(value, bool | Decimal | list) or (field is not None and field.choices):
        return in_words(value, field)
    return str(value)
