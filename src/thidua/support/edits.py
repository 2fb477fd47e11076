"""Writing what people typed: what does not fit is told in a sentence, and nobody overwrites another's work unseen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any, Final

from django.db import models
from django.db.backends.base.operations import BaseDatabaseOperations
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from thidua.core.vietnamese.dates import format_date
from thidua.core.vietnamese.numbers import format_number
from thidua.support.refusals import Refused, Sentence

# Of two lists that differ, so many lines of each are told.
MOST_TOLD: Final = 5

Faults = dict[str, Sentence | list[Sentence]]


class EditedMeanwhile(Refused):
    """Somebody saved the row after it was read; nothing was written. Both values are told for each field.

    `version` is the row's present version: sending the form again with it means "mine shall stand".
    """

    def __init__(self, faults: dict[str, list[Sentence]], version: int) -> None:
        self.version = version
        super().__init__(faults)


def misfits(model: type[models.Model], values: Mapping[str, object]) -> Faults:
    """Return a sentence for each of `values` that its column of `model` cannot hold; names without a column pass.

    Texts are measured in characters, whole numbers against the narrower of the two databases' ranges.
    """
    columns = {field.name: field for field in model._meta.concrete_fields}
    sentences = {
        name: _misfit(columns[name], value)
        for name, value in values.items()
        if name in columns and value is not None
    }
    return {name: sentence for name, sentence in sentences.items() if sentence is not None}


def apply_edit(
    row: models.Model,
    values: Mapping[str, object],
    *,
    seen: int,
    lists: Mapping[str, tuple[Sequence[str], Sequence[str]]] | None = None,
    derived: Mapping[str, object] | None = None,
) -> dict[str, list[object]]:
    """Write `values` to the locked `row`, raise its `version` by one, and return what changed.

    The result maps each changed field to `[old, new]`; it is empty, and nothing is written, when all is equal.
    `seen` is the version the person had before them. Raises EditedMeanwhile when it is not the present one and
    any value differs. `lists` names what belongs to the row in other tables, as readable (stored, wanted) lines:
    the caller writes those that come back as changed. `derived` columns are written along and not told of.
    Call inside a transaction with a row read by `select_for_update()`.
    """
    columns = {
        name: [getattr(row, name), value] for name, value in values.items() if getattr(row, name) != value
    }
    beside: dict[str, list[object]] = {
        name: [list(stored), list(wanted)]
        for name, (stored, wanted) in (lists or {}).items()
        if list(stored) != list(wanted)
    }
    if not columns and not beside:
        return {}
    present: int = row.version  # type: ignore[attr-defined]
    if seen != present:
        changed = columns | beside
        raise EditedMeanwhile({name: [_both(row, name, *pair)] for name, pair in changed.items()}, present)
    written = {name: new for name, (_old, new) in columns.items()} | dict(derived or {})
    for name, new in written.items():
        setattr(row, name, new)
    row.version = present + 1  # type: ignore[attr-defined]
    row.save(update_fields=[*written, "version"])
    return columns | beside


def in_words(value: object, field: models.Field[Any, Any] | None = None) -> str:
    """Return a stored value as a person reads it: the label of a choice, dd/mm/yyyy, «5.027», lines joined."""
    if value is None or value == "" or value == []:
        return _("(empty)")
    if isinstance(value, bool):
        return _("Yes") if value else _("No")
    if field is not None and field.choices:
        labels = dict(field.flatchoices)
        return str(labels.get(value, value))
    if isinstance(value, date):
        return format_date(value)
    if isinstance(value, Decimal):
        return format_number(value)
    if isinstance(value, list | tuple):
        return "; ".join(map(str, value))
    return str(value)


def _both(row: models.Model, name: str, theirs: object, yours: object) -> Sentence:
    field = next((field for field in row._meta.concrete_fields if field.name == name), None)
    if isinstance(theirs, list) and isinstance(yours, list):
        theirs, yours = _without(theirs, yours), _without(yours, theirs)
    return _(
        "Somebody else has saved this meanwhile. Now stored: “%(theirs)s”; you have: “%(yours)s”. "
        "Save again to keep yours."
    ) % {"theirs": in_words(theirs, field), "yours": in_words(yours, field)}


def _without(lines: list[object], others: list[object]) -> list[object]:
    """Of two long lists only what differs helps; a list in another order is told whole, both shortened."""
    own = [line for line in lines if line not in others]
    shown = own if own or len(lines) != len(others) else lines
    return [*shown[:MOST_TOLD], "…"] if len(shown) > MOST_TOLD else shown


def _misfit(field: models.Field[Any, Any], value: object) -> Sentence | None:
    if isinstance(field, models.CharField) and isinstance(value, str):
        return _too_long(len(value), field.max_length)
    if isinstance(field, models.IntegerField) and isinstance(value, int | Decimal):
        return _no_whole_number(field, value)
    if isinstance(field, models.DecimalField) and isinstance(value, int | Decimal):
        return _too_many_digits(field, Decimal(value))
    return None


def _too_long(length: int, limit: int | None) -> Sentence | None:
    if limit is None or length <= limit:
        return None
    return _("This has %(length)s characters; at most %(limit)s fit. Make it shorter.") % {
        "length": _number(length),
        "limit": _number(limit),
    }


def _number(value: int) -> str:
    """A length is read, never typed as a number is: it stands as the page writes numbers."""
    return format_number(value, language="en" if get_language() == "en" else "vi")


def _no_whole_number(field: models.IntegerField[Any, Any], value: int | Decimal) -> Sentence | None:
    if value != int(value):
        return _("Write a whole number, without decimals.")
    low, high = BaseDatabaseOperations.integer_field_ranges[field.get_internal_type()]
    if not low <= value <= high:
        return _("Write a number from %(low)s to %(high)s.") % {
            "low": format_number(low),
            "high": format_number(high),
        }
    return None


def _too_many_digits(field: models.DecimalField[Any, Any], value: Decimal) -> Sentence | None:
    assert field.max_digits is not None
    assert field.decimal_places is not None
    if value != round(value, field.decimal_places):
        return _("Write at most %(places)s decimals.") % {"places": field.decimal_places}
    if abs(value) >= Decimal(10) ** (field.max_digits - field.decimal_places):
        return _("This number is too large. Check the unit it is counted in.")
    return None
