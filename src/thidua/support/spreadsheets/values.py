"""The value of one cell: exact numbers, clean text."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from functools import lru_cache
from typing import Any, Final

from thidua.core.vietnamese.hygiene import clean_text
from thidua.support.spreadsheets.table import Value

# Letters of TCVN3 («V¨n», «®Õn») and VNI («Nguyeãn», «Haø») that Vietnamese in Unicode never has in such places.
_TCVN3 = re.compile(r"[A-Za-zÀ-ÿ][¨¬µ¶¸¹¼½¾×ÞØ]|®[A-Za-zÀ-ÿ]|[A-Za-z]©[A-Za-z]")
_VNI = re.compile(r"[aeouyAEOUY][øûïäåëöü]")
# More digits than Excel keeps; what follows the fifteenth is noise of binary fractions.
_DIGITS: Final = 15
FORMULA_STARTS: Final = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")


def value_of(raw: Any) -> Value:
    """Return the value of a cell as it was read: float → Decimal as shown, midnight → date, text cleaned."""
    if raw is None or isinstance(raw, bool | time):
        return raw
    if isinstance(raw, int | float):
        return Decimal(f"{Decimal(format(raw, f'.{_DIGITS}g')):f}")
    if isinstance(raw, datetime):
        return raw.date() if raw.time() == time() else raw
    if isinstance(raw, date):
        return raw
    if isinstance(raw, timedelta):
        return str(raw)
    return _clean(str(raw)) or None


# Names of units and indicators come again in row after row.
@lru_cache(maxsize=4096)
def _clean(text: str) -> str:
    return clean_text(text)


def unguarded(text: str) -> str:
    """Return the text of a CSV cell without the apostrophe that `write_csv` puts before a seeming formula."""
    return text[1:] if text.startswith("'") and text.lstrip("'").startswith(FORMULA_STARTS) else text


def in_legacy_typeface(text: str) -> bool:
    """Tell whether the letters are those of a TCVN3 or VNI typeface, shown without it."""
    return _TCVN3.search(text) is not None or len(_VNI.findall(text)) > 1
