"""Rows that are no award: totals, signatures, notes, «không»."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from thidua.core.vietnamese.fold import fold
from thidua.registry.books.words import one_line

_TOTAL: Final = re.compile(
    r"(tong cong|tong so|cong|tong|cong tong|tong hop|tong luot|tong cong so|grand total|subtotal|total|sub total"
    r"|danh sach (nay |tren )?(co|gom)|tong danh sach|cong (nhom|khoi|muc|phan|trang|don vi|tap the|ca nhan)\b.*"
    r"|(tong )?cong .{1,60}[:(\-–]\s*\d{1,6}\b.{0,40}"
    r"|(an dinh |tong )?danh sach (nay )?(co|gom) .*|bang chu|so tien bang chu|so tien viet bang chu)"
    r"(\s*[:(.\-–].*|\s+(\d|(la|co|gom|chung|toan|tap the|ca nhan|nhom|khoi|i|a|so tien|tien"
    r"|danh sach|danh hieu|luot|muc"
    r"|phan|trang|don vi)\b).*)?[:;.\s]*"
)
_SIGNATURE: Final = re.compile(
    r"(noi nhan\b.*|(tm|kt|tl|tuq|q)\s*[./]\s*.*|(k/t|t/m|t/l|tuq)\b.*|nguoi lap( bieu| bang| danh sach)?\b.*"
    r"|thu truong( don vi| co quan)?\b.{0,60}|(hieu truong|giam doc|chu tich|truong phong|pho chu tich|pho giam doc"
    r"|truong ban|bi thu|chanh van phong|pho truong phong|ke toan( truong)?|thu ky|truong doan|tong giam doc"
    r"|ban giam hieu|chu tich hoi dong|xac nhan cua .*|phong noi vu|ke toan|thu quy|lanh dao don vi)"
    r"(\s*\|.*|\s+(ubnd|hoi dong|cong doan|don vi|truong)\b.{0,60})?"
    r"|\(?\s*(da ky|ky ten|ky,? (va )?ghi ro ho ten|ky,? (va )?ho ten|ky ten,? dong dau|ky,? dong dau|ky ghi ro)\b.*"
    r"|[^\d]{0,40},?\s*ngay\s*[\d.…_ ]{0,14}\s*thang\s*[\d.…_ ]{0,14}\s*nam\s*[\d.…_ ]{0,14}"
    r"|\(?in luc\b.*|nguoi (kiem tra|tong hop|duyet)\b.{0,40}|xac nhan\b.{0,60}|duyet\b.{0,40}"
    r"|- (luu|nhu (dieu|tren))\b.*|luu\s*:\s*vt.*)",
)
_NOTE: Final = re.compile(r"[(*\s]*(ghi chu|luu y|chu thich|nguon|note|notes|chu y)\b\s*[:.].*|\*+\s?\S.*")
_NONE: Final = re.compile(
    r"[(\[\-–\s]*(khong( co)?|none|chua co|khong co (tap the|ca nhan|ho|don vi|truong hop).*)[)\].\s]*"
)
_COUNTED: Final = re.compile(
    r"(\d{1,5})\s*(?:lượt\s*)?(tập thể|cá nhân|hộ gia đình|hộ|người|đơn vị|đồng chí|trường hợp|thành tích|lượt)",
    re.IGNORECASE,
)


@lru_cache(maxsize=16384)
def is_total(text: str) -> bool:
    """Tell whether a text begins a total: «Cộng», «Tổng số: 27», «Danh sách này có 53 cá nhân»."""
    return bool(_TOTAL.fullmatch(fold(one_line(text)).strip(" -*+")))


@lru_cache(maxsize=16384)
def is_signature(text: str) -> bool:
    """Tell whether a text belongs to the end of a paper: «Nơi nhận», «KT. CHỦ TỊCH», «Lạng Sơn, ngày … tháng …»."""
    return bool(_SIGNATURE.fullmatch(fold(one_line(text)).strip()))


def is_note(text: str) -> bool:
    """Tell whether a text is a note below a list: «Ghi chú: …», «* …»."""
    return bool(_NOTE.fullmatch(fold(one_line(text))))


def is_none(text: str) -> bool:
    """Tell whether a text says that a group has nobody: «không», «(Không có)»."""
    return bool(_NONE.fullmatch(fold(one_line(text))))


def counted(text: str) -> dict[str, int]:
    """Return how many a total says, by what it counts: «27 tập thể, 53 cá nhân»; «Tổng số: 27» has the key ""."""
    found = {what.casefold(): int(number) for number, what in _COUNTED.findall(text)}
    if found:
        return found
    bare = re.fullmatch(r"[^\d]*[:(\s|]\s*0*(\d{1,5})\s*[).]?\s*", text)
    return {"": int(bare[1])} if bare else {}
