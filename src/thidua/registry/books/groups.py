"""Headings of groups among the rows: «I. TẬP THỂ (27)», «A.», «II. Sở Y tế», «Khối …», an award with a count."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Final

from thidua.core.vietnamese.fold import fold
from thidua.registry.books.awards import award_in
from thidua.registry.books.context import NOTHING, Context
from thidua.registry.books.kinds import read_kind
from thidua.registry.books.rows import BookLine
from thidua.registry.books.titles import read_title
from thidua.registry.books.words import one_line
from thidua.registry.enums import RecipientKind

_MARK: Final = re.compile(
    r"\s*\(?(?P<roman>[IVXLivxl]+|[IVXL]+[.\-]\d+(?:\.\d+)*)\s*[.)/:\-–]\s*(?P<rest>.*)"
    r"|\s*\(?(?P<digits>\d{1,3}(?:\.\d{1,3})*)\s*[.)/:\-–]\s*(?P<rest2>\D.*)"
    r"|\s*\(?(?P<letter>[A-ZĐa-zđ])\s*[.)/:]\s*(?P<rest3>.*)"
    r"|\s*(?P<dash>[-–+*•●])\s*(?P<rest4>.+)",
    re.DOTALL,
)
_BARE_ROMAN: Final = re.compile(r"(?:I{1,3}|IV|VI{0,3}|IX|XI{0,3}|XIV|XVI{0,3}|XIX|XX)")
_UNIT_START: Final = re.compile(
    r"(so|ban|ubnd|uy ban|huyen|thanh pho|thi xa|xa|phuong|thi tran|dac khu|truong|phong|cong ty|cong an|benh vien"
    r"|trung tam|hoi|lien doan|dang uy|tinh uy|huyen uy|thanh uy|van phong|chi cuc|cuc|kho bac|bao hiem|toa an|vien"
    r"|bo chi huy|bo doi|don bien phong|doan|mttq|uy ban mttq|ubmttq|ngan hang|hop tac xa|htx|tram|to dan pho|thon|ban"
    r"|to|khoa|dai doi|tieu doan|trung doan|su doan|lu doan|quan khu|xi nghiep|tong cong ty|chi nhanh|doanh nghiep"
    r"|dien luc|buu dien|vien kiem sat|thanh tra|dai|bao|hat|nong truong|lam truong|thpt|thcs|mam non|tieu hoc)\b"
)
_BLOCK: Final = re.compile(
    r"(khoi|cum|nhom|linh vuc|nganh|dia ban|cac (so|xa|huyen|don vi|phuong|truong|co quan|doanh))\b"
)
_COUNT: Final = re.compile(
    r"\(\s*(?:gồm|co|có|tổng số)?\s*:?\s*0*(?P<a>\d{1,5})\s*(?:tập thể|cá nhân|hộ(?: gia đình)?"
    r"|người|đơn vị|đồng chí|đ/c|trường hợp|tt|cn)?\s*\)"
    r"|[:\-–]\s*0*(?P<b>\d{1,5})\s*(?:tập thể|cá nhân|hộ(?: gia đình)?|người|đơn vị|đồng chí"
    r"|đ/c|trường hợp)?\s*[.;:]?\s*$"
    r"|\b0*(?P<c>\d{1,5})\s+(?:tập thể|cá nhân|hộ(?: gia đình)?|người|đơn vị|đồng chí|trường hợp|bà mẹ)\b",
    re.IGNORECASE,
)
_KIND_ONLY: Final = re.compile(
    r"(?:(?:danh sach|doi voi|cho|khen thuong|de nghi|tang|cac|ve|phan|nhom|doi tuong|so|thuong|cap|duoc)\s+)*"
    r"(?:tap the|ca nhan|ho gia dinh|gia dinh|tt|cn|ho)"
    r"(?:\s+(?:nho|lon|trong tinh|ngoai tinh|duoc khen(?: thuong)?|duoc tang|khac|trong|nguoi|gom|co|don vi))*"
    r"[\s:;.,()\d\-–]*(?:tap the|ca nhan|ho gia dinh|nguoi|don vi|ho)?[\s:;.,()\d\-–]*"
)
_AWARDING: Final = re.compile(r"\b(tang|de nghi|danh hieu|cho|khen|cong nhan|truy tang|phong tang)\b")
_PERSON: Final = re.compile(r"\b(?:ông|bà|đồng chí|đ/c|anh|chị|em)\s+[A-ZĐÀ-Ỹ]", re.UNICODE)


@dataclass
class Group:
    """A heading that holds until the next of its rank; `said`: the count it names; `line`: where it stands."""

    style: str
    context: Context
    said: int | None = None
    line: BookLine | None = None
    found: int = 0
    block: str = ""
    saying: frozenset[str] = field(default_factory=frozenset)


def read_group(text: str, mark: str = "", *, may_be_unit: bool = True) -> Group | None:
    """Return the group that a row's only text heads, None where it is none. `mark`: «I» from the column of STT."""
    group = _read(one_line(text), mark.strip(), may_be_unit)
    return replace(group) if group else None


@lru_cache(maxsize=8192)
def _read(line: str, mark: str, may_be_unit: bool) -> Group | None:
    style, rest = ("", line)
    if mark:
        style = style_of(mark)
    elif found := split_mark(line):
        style, rest = found
    folded = fold(rest)
    if not folded:
        return None
    said = _count(rest)
    if _KIND_ONLY.fullmatch(folded):
        return _group(style, Context(kind=read_kind(rest)), said)
    if _BLOCK.match(folded) and style not in ("digits", "dash"):
        kind = read_kind(rest)
        return _group(style, Context(kind=kind if kind and "tap the" in folded else ""), said, block=rest)
    if (award := _award(rest, folded, style, said)) is not None:
        return _group(style, award, said)
    if may_be_unit and style not in ("digits", "dash") and _UNIT_START.match(folded) and len(rest) < 150:
        return _group(style, Context(unit=_without_count(rest)), said)
    if style in ("roman", "letter") and len(rest) < 200:
        return _group(style, NOTHING, said, block=rest)
    return None


def _award(rest: str, folded: str, style: str, said: int | None) -> Context | None:
    read = award_in(rest)
    if not read.code or read.certainty < 0.6 or _PERSON.search(rest):
        return None
    words = len(folded.split())
    # «Tập thể lao động xuất sắc phòng …» may be a recipient; a heading is short, counted, or says that it awards.
    if said is None and not _AWARDING.search(folded) and words > 14 and style not in ("roman", "letter"):
        return None
    title = read_title(rest)
    kind = title.kind or _kind_of(folded)
    return replace(title, award=rest, kind=kind, several_awards="", unit="")


def _kind_of(folded: str) -> str:
    for words, kind in (
        ("tap the", RecipientKind.COLLECTIVE),
        ("ca nhan", RecipientKind.INDIVIDUAL),
        ("ho gia dinh", RecipientKind.HOUSEHOLD),
    ):
        if re.search(rf"\b\d+ {words}\b|\bcho (cac )?{words}\b|\({words}\)", folded):
            return str(kind)
    return ""


def _group(style: str, context: Context, said: int | None, block: str = "") -> Group:
    saying = {name for name in ("kind", "award", "unit", "number") if getattr(context, name)}
    return Group(style, context, said, block=block, saying=frozenset(saying or {"block"}))


def split_mark(line: str) -> tuple[str, str] | None:
    """Return (style, rest) of a line that begins with «I.», «A.», «1.», «1.1.», «a)», «-»; None without."""
    if re.match(r"(?i)(tp|tx|tt|ths|ts|bs|gs|pgs|ks|ông|bà|đ/c|q|h|x|p)\s*\.", line) and not re.match(
        r"[IVX]+\s*\.", line
    ):
        return None
    found = _MARK.fullmatch(line)
    if found is None:
        return None
    for style, rest in (("roman", "rest"), ("digits", "rest2"), ("letter", "rest3"), ("dash", "rest4")):
        if found[style]:
            mark = found[style]
            return (style_of(mark) if style != "dash" else "dash"), found[rest].strip()
    return None


def style_of(mark: str) -> str:
    """Return the style of an ordinal: roman, letter, digits (with its depth), small, dash or ""."""
    bare = mark.strip(" .)(:/-–")
    if re.fullmatch(r"[IVXL]+", bare):
        return "roman"
    if re.fullmatch(r"[IVXL]+(?:[.\-]\d+)+", bare):
        return f"roman{len(re.findall(r'[.-]', bare))}"
    if re.fullmatch(r"\d+", bare):
        return "digits"
    if re.fullmatch(r"\d+(?:\.\d+)+", bare):
        return f"digits{bare.count('.')}"
    if re.fullmatch(r"[A-ZĐ]", bare):
        return "letter"
    if re.fullmatch(r"[a-zđ]", bare):
        return "small"
    return "small_roman" if re.fullmatch(r"[ivxl]+", bare) else ""


def is_heading_mark(mark: str) -> bool:
    """Tell whether what stands in the column of STT numbers a heading: «I», «A», «II.1», «a»."""
    return style_of(mark).startswith(("roman", "letter", "small"))


def starts_like_unit(text: str) -> bool:
    """Tell whether a text begins like the name of a unit: «Sở Y tế», «UBND huyện …»."""
    return bool(_UNIT_START.match(fold(one_line(text))))


def _count(text: str) -> int | None:
    found = _COUNT.search(text)
    return int(found["a"] or found["b"] or found["c"]) if found else None


def _without_count(text: str) -> str:
    return re.sub(
        r"\s*(?:\(\s*\d+[^)]*\)|[:–-]\s*\d+\s*(?:tập thể|cá nhân|hộ|người)?)\s*:?\s*$",
        "",
        text,
        flags=re.IGNORECASE,
    ).strip(" :;.,")


class Groups:
    """The headings that hold at a row, outermost first. A new one ends those of its rank and below it."""

    def __init__(self) -> None:
        self.open: list[Group] = []
        self.closed: list[Group] = []

    def enter(self, group: Group) -> None:
        """Let a heading hold from here on."""
        at = self._where(group)
        self.closed.extend(self.open[at:])
        self.open[at:] = [group]

    def _where(self, group: Group) -> int:
        if group.style:
            for at, known in enumerate(self.open):
                if known.style == group.style:
                    return at
            # An unnumbered heading of the same subject ends when a numbered one begins.
            for at, known in enumerate(self.open):
                if not known.style and known.saying & group.saying:
                    return at
            return len(self.open)
        for at, known in enumerate(self.open):
            if known.saying & group.saying:
                return at
        return len(self.open)

    def clear(self) -> None:
        """End all headings: a new list begins."""
        self.closed.extend(self.open)
        self.open = []

    def count(self, number: int) -> None:
        """Count rows for every heading that holds."""
        for group in self.open:
            group.found += number

    def context(self) -> Context:
        """Return what the headings say together, the innermost first."""
        read = NOTHING
        for group in self.open:
            read = group.context.over(read)
        return read
