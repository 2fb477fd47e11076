"""How a spelling is remembered, so that it is found again however it is typed."""

from __future__ import annotations

from thidua.core.vietnamese.fold import fold


def spelling_key(text: str) -> str:
    """Return the folded spelling, at most 300 letters."""
    return fold(text)[:300]
