"""Stored codes in words."""

from __future__ import annotations

from collections.abc import Iterable

from thidua.movements.enums import FieldOfWork, UnitLevel


def field_labels(codes: Iterable[str]) -> list[str]:
    """Return the names of the fields of work among `codes`, in their fixed order."""
    return [str(field.label) for field in FieldOfWork if field in codes]


def level_labels(codes: Iterable[str]) -> list[str]:
    """Return the names of the levels of units among `codes`, in their fixed order."""
    return [str(level.label) for level in UnitLevel if level in codes]
