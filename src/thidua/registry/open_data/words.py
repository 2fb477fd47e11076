"""Taking out of free text what must never be public, whoever typed it there."""

from __future__ import annotations

import re
from typing import Final

# «CCCD: 020168000012», «số CMND 081 234 567», a telephone number, nine digits and more in one piece. Sums of money have
# dots between their thousands and stay.
_LABEL: Final = (
    r"(?:số\s+)?"
    r"(?:cccd|cmnd|cmtnd|căn\s+cước(?:\s+công\s+dân)?|chứng\s+minh\s+nhân\s+dân|sđt|đt|điện\s+thoại)"
)
_NUMBER: Final = re.compile(
    rf"[,;(–-]?\s*(?:\b{_LABEL}\s*(?:số)?\s*[:.]?\s*\d(?:[ .-]?\d){{7,}}"
    r"|(?:\b0|\+84 ?)\d(?:[ .-]?\d){8}\b|\b\d{9,}\b)\)?",
    re.IGNORECASE,
)
# «sinh ngày 15/8/1968», «sinh ngày 15 tháng 8 năm 1968», «sinh năm 1968», «SN 1968»; not «học sinh 2019».
_BIRTH: Final = re.compile(
    r"[,;(–-]?\s*(?<!học )\b(?:sinh\s+(?:ngày|năm)|ngày\s+sinh|năm\s+sinh|sinh|sn|s\.n\.?)\s*[:.]?\s*"
    r"(?:\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*\d{2,4}|\d{1,2}\s+tháng\s+\d{1,2}\s+năm\s+\d{4}"
    r"|(?:\d{1,2}\s*[/.-]\s*)?(?:18|19|20)\d\d\b)\s*\)?",
    re.IGNORECASE,
)
_DIGIT: Final = re.compile(r"\d")
_SPACES: Final = re.compile(r"\s{2,}")
_DWELLING: Final = re.compile(
    r"(?:thôn|xóm|bản|làng|tổ|khối|khu|số|ngõ|ngách|hẻm|đường|phố|tiểu\s+khu|tdp|buôn|ấp)\b", re.IGNORECASE
)
_COMMUNE: Final = re.compile(r"(?:xã|phường|thị\s+trấn|đặc\s+khu)\s+[^,;–(]+", re.IGNORECASE)


def without_personal(text: str) -> str:
    """Return the text without numbers of nine and more digits and without births."""
    if not _DIGIT.search(text):  # most texts have none, and lists clean a lot of them
        return text
    cleaned = _NUMBER.sub(" ", _BIRTH.sub(" ", text))
    return _SPACES.sub(" ", cleaned).strip(" ,;–-") if cleaned != text else text


def is_dwelling(text: str) -> bool:
    """Tell whether a text begins as the address at which somebody lives: «thôn Nà Ao, xã Đề Thám»."""
    return bool(_DWELLING.match(text.strip()))


def commune_in(text: str) -> str:
    """Return the commune that an address names, "" for none: «xã Đề Thám»."""
    found = _COMMUNE.search(text)
    return found[0].strip() if found else ""
