"""The files of the open data: written while the first reader takes them, then kept until something changes.

They lie in THIDUA_VAR/open-data, each named after the state of the register it was made of.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Final
from uuid import uuid4

from django.conf import settings
from django.db.models import Q

from thidua.registry.open_data.writing import csv_parts, json_parts
from thidua.support.audit.models import AuditEntry

# Actions of which something public may come.
_PUBLIC: Final = ("registry.", "decisions.", "orgs.unit", "orgs.succession")
_LAYOUT: Final = "1"  # another number makes all files anew
_NEVER: Final = datetime(2000, 1, 1, tzinfo=UTC)


@dataclass(frozen=True)
class RegisterState:
    """The last change of what may be public: a mark that differs after each, and its time."""

    mark: str
    changed: datetime


@dataclass(frozen=True)
class OpenFile:
    """A file: of one year or (None) of all, as "csv" or "json"."""

    year: int | None
    format: str

    @property
    def name(self) -> str:
        """«2019.csv», «tat-ca.json»."""
        return f"{self.year or 'tat-ca'}.{self.format}"


def register_state() -> RegisterState:
    """Return the state of the register; one query, of the newest entries of the log."""
    about = Q()
    for action in _PUBLIC:
        about |= Q(action__startswith=action)
    found = AuditEntry.objects.filter(about).order_by("-sequence").values_list("hash", "at").first()
    known, at = found or ("", "")
    mark = hashlib.sha256(f"{_LAYOUT}|{known}".encode()).hexdigest()[:24]
    return RegisterState(mark, datetime.fromisoformat(at) if at else _NEVER)


def kept_file(file: OpenFile, state: RegisterState) -> Path | None:
    """Return the file when it was written since the last change."""
    path = _path(file, state)
    return path if path.exists() else None


def parts_of(file: OpenFile, state: RegisterState) -> Iterator[bytes]:
    """Yield the content and keep it as a file once all of it was taken; the older one is removed then."""
    make: dict[str, Callable[[], Iterator[bytes]]] = {
        "csv": lambda: csv_parts(file.year),
        "json": lambda: json_parts(file.year, changed=state.changed.isoformat()),
    }
    path = _path(file, state)
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f".{uuid4().hex}")
    try:
        with draft.open("wb") as out:
            for part in make[file.format]():
                out.write(part)
                yield part
        # What changed meanwhile may stand in one half of the file and not in the other: then it is not kept.
        if register_state() == state:
            draft.replace(path)
            _clear(file, path)
    finally:
        with suppress(FileNotFoundError):
            draft.unlink()


def _path(file: OpenFile, state: RegisterState) -> Path:
    return Path(settings.VAR) / "open-data" / f"{state.mark}-{file.name}"


def _clear(file: OpenFile, kept: Path) -> None:
    for path in kept.parent.glob(f"*-{file.name}"):
        if path != kept:
            with suppress(FileNotFoundError):
                path.unlink()
