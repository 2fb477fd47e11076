"""Entries that may be left out."""

from collections.abc import Callable, Mapping
from typing import TypeVar

from thidua.core.law.cases.written import Written

Read = TypeVar("Read")


def part(fields: Mapping[str, Written], name: str, read: Callable[[Written], Read | None]) -> Read | None:
    """Return what `read` makes of an entry; None where it is left out or told to be wrong."""
    return read(fields[name]) if name in fields else None
