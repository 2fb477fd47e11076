"""Amounts of money as old books write them."""

from __future__ import annotations

import re
from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

from thidua.core.vietnamese.fold import fold
from thidua.registry.books.words import one_line

_SCALES: Final = {
    "ty": 10**9,
    "ti": 10**9,
    "trieu": 10**6,
    "tr": 10**6,
    "nghin": 1000,
    "ngan": 1000,
    "k": 1000,
}
_AMOUNT: Final = re.compile(
    r"(?:so tien|tien thuong|thuong)?\s*:?\s*"
    r"(?P<digits>\d[\d.,\s]*?)\s*(?:(?P<scale>ty|ti|trieu|tr|nghin|ngan|k)\s*(?P<rest>\d{1,3})?)?\s*"
    r"(?P<unit>dong|vnd|vn[dđ]|d)?\s*(?:/.*|\(.*)?\s*[.;,-]*"
)
_GROUPED: Final = re.compile(r"\d{1,3}(?:[.,\s]\d{3})+(?:[.,]\d{1,2})?")
_MOST: Final = 10**12  # beyond it somebody wrote something else


def read_amount(value: object, scale: int = 1) -> int | None:
    """Return whole đồng: 1.500.000đ, 1,500,000, «1,5 triệu», 1490000.0; None for anything else.

    `scale`: what a bare number of the column stands for (1000 where its heading says «nghìn đồng»).
    «0,3 lần lương cơ sở» is None: what it came to depends on the base salary of its day.
    """
    if isinstance(value, bool) or value is None or isinstance(value, (date, datetime)):
        return None
    if isinstance(value, (int, float, Decimal)):
        amount = Decimal(str(value))
        return _whole(amount * scale) if amount.is_finite() else None
    return _from_text(fold(one_line(str(value))), scale)


def _from_text(text: str, bare: int) -> int | None:
    found = _AMOUNT.fullmatch(text)
    if found is None:
        return None
    digits, scale = found["digits"].strip(), found["scale"]
    number = _number(digits, scaled=bool(scale))
    if number is None or (found["rest"] and scale not in ("tr", "trieu")):
        return None
    number *= _SCALES[scale] if scale else 1 if found["unit"] else bare
    if found["rest"]:  # «1tr5» is one million five hundred thousand
        number += Decimal(f"0.{found['rest']}") * _SCALES[scale]
    return _whole(number)


def _number(digits: str, *, scaled: bool) -> Decimal | None:
    if _GROUPED.fullmatch(digits) and not (scaled and len(re.findall(r"[.,\s]", digits)) == 1):
        whole, cents = digits, ""
        if tail := re.fullmatch(r"(.*\d{3})[.,](\d{1,2})", digits):
            whole, cents = tail.groups()
        return Decimal(re.sub(r"[.,\s]", "", whole) + (f".{cents}" if cents else ""))
    if re.fullmatch(r"\d+(?:[.,]\d{1,3})?", digits):
        return Decimal(digits.replace(",", "."))
    return None


def _whole(amount: Decimal) -> int | None:
    rounded = int(amount.quantize(Decimal(1), ROUND_HALF_UP)) if 0 < amount < _MOST else 0
    return rounded or None
