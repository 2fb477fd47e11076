"""What the site calls itself, for every page without a question to the database.

Each process holds the edition in force. Whoever saves one touches a file; a process looks at its time, which costs
microseconds, and reads again when it changed. Machines that share a database but no folder read again after a minute.
"""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from django.conf import settings
from django.db import DatabaseError

from thidua.orgs.models import SiteIdentity

RECHECK: Final = 60.0  # seconds
TEXTS: Final = (
    *("name", "name_en", "province", "province_en", "superior", "superior_en"),
    *("address", "phone", "email", "hours", "hours_en"),
)
_COLUMNS: Final = ("id", *TEXTS, "emblem_key", "emblem_width", "emblem_height")


@dataclass(frozen=True)
class Named:
    """The identity in one language; empty where nothing is known."""

    office: str
    province: str
    superior: str
    address: str
    phone: str
    email: str
    hours: str
    help_contact: str
    emblem_key: str = ""
    emblem_width: int = 0
    emblem_height: int = 0

    @property
    def phone_link(self) -> str:
        """The number as a telephone dials it."""
        return "".join(sign for sign in self.phone if sign.isdigit() or sign == "+")

    @property
    def contact(self) -> str:
        """Whom to call for help, in one line; the environment's line where nobody is named on the site."""
        return " · ".join(part for part in (self.phone, self.email, self.hours) if part) or self.help_contact


@dataclass(frozen=True)
class _Held:
    mark: int
    read_at: float
    row: Mapping[str, object]


_held: _Held | None = None


def identity_now(language: str) -> Named:
    """Return what the site calls itself in a language; without a readable database what was last known."""
    return identity_of(_row(), language)


def identity_of(row: Mapping[str, object], language: str) -> Named:
    """Return the values of `row` (columns of SiteIdentity) in a language, the environment's where they are empty."""
    told = {name: str(row.get(name) or "") for name in TEXTS}
    english = language == "en"
    return Named(
        office=(told["name_en"] or settings.OFFICE_NAME_EN)
        if english
        else told["name"] or settings.OFFICE_NAME,
        province=(told["province_en"] or settings.PROVINCE_NAME_EN)
        if english
        else told["province"] or settings.PROVINCE_NAME,
        superior=(told["superior_en"] if english else "") or told["superior"],
        address=told["address"],
        phone=told["phone"],
        email=told["email"],
        hours=(told["hours_en"] if english else "") or told["hours"],
        help_contact=settings.HELP_CONTACT,
        emblem_key=str(row.get("emblem_key") or ""),
        emblem_width=int(str(row.get("emblem_width") or 0)),
        emblem_height=int(str(row.get("emblem_height") or 0)),
    )


def edition() -> int:
    """Return the number of the edition in force, 0 for the environment's: a kept page is good for one edition."""
    return int(str(_row().get("id") or 0))


def hold(row: Mapping[str, object]) -> None:
    """Take `row` as the edition in force in this process; {} for the environment's."""
    global _held
    _held = _Held(_mark(), time.monotonic(), row)


def tell_all() -> None:
    """Let every process of this machine read again before its next page."""
    _file().touch()
    hold(_read())


def emblem_file(key: str) -> bytes:
    """Return the PNG of the emblem with this key, empty where there is none."""
    found = (
        SiteIdentity.objects.filter(emblem_key=key).values_list("emblem", flat=True).first() if key else None
    )
    return bytes(found or b"")


def _row() -> Mapping[str, object]:
    held = _held
    if held is not None and held.mark == _mark() and time.monotonic() - held.read_at < RECHECK:
        return held.row
    try:
        hold(_read())
    except (
        DatabaseError
    ):  # before the first migration, or the database is away: pages that say so still have a head
        return held.row if held is not None else {}
    assert _held is not None
    return _held.row


def _read() -> Mapping[str, object]:
    return SiteIdentity.objects.values(*_COLUMNS).first() or {}


def _file() -> Path:
    return Path(settings.VAR) / "site-identity"


def _mark() -> int:
    try:
        return _file().stat().st_mtime_ns
    except FileNotFoundError:
        return 0
