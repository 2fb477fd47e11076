"""The values of readings in words."""

from __future__ import annotations

from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

VALUE_WORDS: Final[dict[object, Promise]] = {
    "needs_human": _("a person concludes"),
    "lifted": _("verdicts stand by the old content"),
    "commune": _("the commune"),
    "province": _("the province"),
    "human": _("a person concludes each time"),
    "warn": _("only a warning"),
    "block": _("above the cap it is not met"),
    "none": _("not applied"),
    "ceil_10000": _("up to ten thousand đồng"),
    "floor_10000": _("down to ten thousand đồng"),
}
_YES: Final = _("yes")
_NO: Final = _("no")


def in_words(value: object) -> str:
    """Return a value in words; the value as it is written where nobody told its words."""
    if isinstance(value, bool):
        return str(_YES if value else _NO)
    return str(VALUE_WORDS.get(value, value)) if isinstance(value, str) else str(value)
