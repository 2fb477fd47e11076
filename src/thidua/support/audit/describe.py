"""An entry of the log as a person reads it."""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from typing import Any

from django.apps import apps
from django.db import models
from django.utils.translation import gettext as _

from thidua.support.audit.models import AuditEntry
from thidua.support.audit.words import action_words, name_words, value_words
from thidua.support.edits import in_words

# A day that is no column of the subject, such as that from which a role is held.
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
# What only `restore` reads.
_KEPT_WHOLE = frozenset({"rows", "links"})


@dataclass(frozen=True)
class Detail:
    """One detail of an entry: its label, its value, and for a change the value before (None: nothing changed)."""

    label: str
    value: str
    before: str | None = None


@dataclass(frozen=True)
class Story:
    """One entry in words."""

    sequence: int
    at: datetime
    who: str
    action: str
    subject: str
    details: tuple[Detail, ...]


def who_did(entry: AuditEntry) -> str:
    """Return the actor's name of that time, or that the system did it by itself."""
    return entry.actor_name if entry.actor_id else _("the system itself")


def story(entry: AuditEntry, *, hidden: Collection[str] = ()) -> Story:
    """Return `entry` in words; of the details named in `hidden` only the labels are told."""
    told = json.loads(entry.details)
    is_change = bool(told) and all(isinstance(value, list) and len(value) == 2 for value in told.values())
    fields = _fields(entry.subject_type)
    places = {name: place for place, name in enumerate(fields)}
    details = tuple(
        _detail(entry.subject_type, name, value, fields.get(name), is_change, name in hidden)
        for name, value in sorted(told.items(), key=lambda pair: places.get(pair[0], len(places)))
        if name not in _KEPT_WHOLE and (is_change or value not in (None, "", [], {}))
    )
    return Story(
        sequence=entry.sequence,
        at=datetime.fromisoformat(entry.at),
        who=who_did(entry),
        action=action_words(entry.action),
        subject=entry.subject_name,
        details=details,
    )


def _detail(
    subject: str,
    name: str,
    value: Any,
    field: models.Field[Any, Any] | None,
    is_change: bool,
    is_hidden: bool,
) -> Detail:
    label = name_words(subject, name)
    if is_hidden:
        return Detail(label, "•••", "•••" if is_change else None)
    if is_change:
        before, after = (_told(value_words(name, each), field) for each in value)
        return Detail(label, after, before)
    return Detail(label, _told(value_words(name, value), field))


def _told(value: Any, field: models.Field[Any, Any] | None) -> str:
    if isinstance(value, Mapping):
        return "; ".join(f"{name_words('', key)}: {_told(part, None)}" for key, part in value.items())
    if isinstance(value, list):
        return in_words([_told(part, None) for part in value])
    return in_words(_as_stored(value, field), field)


def _as_stored(value: Any, field: models.Field[Any, Any] | None) -> Any:
    """The log keeps dates and decimals as text."""
    if not isinstance(value, str):
        return value
    if field is None and _DAY.fullmatch(value):
        return _read(date.fromisoformat, value)
    if isinstance(field, models.DateField) and not isinstance(field, models.DateTimeField):
        return _read(date.fromisoformat, value)
    if isinstance(field, models.DecimalField):
        return _read(Decimal, value)
    return value


def _read(reader: Any, text: str) -> Any:
    try:
        return reader(text)
    except (ValueError, InvalidOperation):
        return text


def _fields(subject_type: str) -> dict[str, models.Field[Any, Any]]:
    try:
        model = apps.get_model(subject_type)
    except (LookupError, ValueError):
        return {}
    return {field.name: field for field in model._meta.concrete_fields}
