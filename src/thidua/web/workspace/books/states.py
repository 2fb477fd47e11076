"""States of books and verdicts of rows as text with an icon, and the words of them in addresses."""

from __future__ import annotations

from typing import Final

from thidua.registry.enums import BookState, RowVerdict
from thidua.registry.models import BookImport
from thidua.web.shell.tags import Tag, Tone

_STATES: Final = {
    BookState.READING: Tone.INFO,
    BookState.TO_CONFIRM: Tone.WARNING,
    BookState.STORING: Tone.INFO,
    BookState.STORED: Tone.SUCCESS,
    BookState.UNDONE: Tone.NEUTRAL,
    BookState.DISCARDED: Tone.NEUTRAL,
}
_VERDICTS: Final = {
    RowVerdict.NEW: Tone.SUCCESS,
    RowVerdict.SAME: Tone.NEUTRAL,
    RowVerdict.CONFLICT: Tone.WARNING,
    RowVerdict.UNREADABLE: Tone.ERROR,
    RowVerdict.IGNORED: Tone.NEUTRAL,
}
# The tabs of the grid, in their order: what needs a person first.
ADDRESSES: Final = {
    "khong-doc-duoc": RowVerdict.UNREADABLE,
    "mau-thuan": RowVerdict.CONFLICT,
    "moi": RowVerdict.NEW,
    "da-co": RowVerdict.SAME,
    "khong-phai": RowVerdict.IGNORED,
}
WORDS: Final = {verdict: word for word, verdict in ADDRESSES.items()}


def state_tag(book: BookImport) -> Tag:
    """Return where the book stands."""
    return Tag(book.get_state_display(), _STATES[BookState(book.state)])


def verdict_tag(verdict: str) -> Tag:
    """Return what becomes of a row."""
    one = RowVerdict(verdict)
    return Tag(str(one.label), _VERDICTS[one])
