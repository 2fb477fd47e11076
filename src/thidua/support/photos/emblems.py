"""The emblem that an office sends in: distrusted like every file, and written anew."""

from __future__ import annotations

from typing import Final

from thidua.support.photos.checking import checked_kind, opened_or_refused, shown_name
from thidua.support.photos.kinds import JPEG, PNG
from thidua.support.photos.pictures import Emblem, emblem_of

KINDS: Final = (PNG, JPEG)


def checked_emblem(*, data: bytes, name: str, field: str = "emblem") -> Emblem:
    """Return the emblem in `data` as a small clean PNG; raises Refused on `field` as `keep_photo` does."""
    shown = shown_name(name)
    kind = checked_kind(data, shown, field, KINDS)
    with opened_or_refused(shown, field):
        return emblem_of(data, kind)
