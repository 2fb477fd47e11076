"""How one entry is bound to the one before it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from typing import Final

FIRST_HASH: Final = "0" * 64
HASHED_FIELDS: Final = (
    "sequence",
    "at",
    "actor_id",
    "actor_name",
    "action",
    "subject_type",
    "subject_id",
    "subject_name",
    "details",
    "previous_hash",
)


def _plain(value: object) -> object:
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Decimal):
        return format(value, "f")
    return str(value)


def canonical(details: Mapping[str, object]) -> str:
    """Return `details` as JSON with sorted keys and no spaces: equal content, equal bytes."""
    return json.dumps(details, ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=_plain)


def entry_hash(fields: Mapping[str, object]) -> str:
    """Return the SHA-256 (hex) over the hashed fields, each with its length so that no two texts collide."""
    digest = hashlib.sha256()
    for name in HASHED_FIELDS:
        text = str(fields[name]).encode()
        digest.update(f"{name}:{len(text)}:".encode())
        digest.update(text)
    return digest.hexdigest()
