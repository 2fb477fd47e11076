"""The paper of an award: number, day and authority of a decision, as one cell tells them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from functools import lru_cache
from typing import Final

from thidua.registry.books.dates import Precision, read_day
from thidua.registry.books.words import one_line
from thidua.support.refusals import Sentence

_LETTER: Final = r"[^\W\d_]"
_SYMBOL: Final = rf"{_LETTER}[^\W_]*(?:&{_LETTER}+)*(?:\s*[-/.]\s*{_LETTER}[^\W_]*(?:&{_LETTER}+)*)*"
_QD: Final = r"(?:Q[ĐD]|NQ|SL|L|TB|KT|LCT|CTN)"
_YEAR_WITHIN: Final = r"(?:\s*[-/]\s*(?P<year>(?:19|20)\d\d)(?!\d))?"
_LEAD: Final = r"(?:(?:Quyết\s*định|Quyet\s*dinh|Q[ĐD]|NQ)\b\.?\s*)?(?:(?:số|so|s)\b\s*)?[:.]?\s*"
# «163/QĐ-UBND», «4843 - QĐ/HNDT», «125 QĐ/UB», «01/2019/QĐ-UBND», «45-BK»
_WITH_SYMBOL: Final = re.compile(
    rf"(?<![\d/.])(?P<number>\d{{1,6}}[a-zA-Z]?)\b{_YEAR_WITHIN}(?:\s*[-/]\s*(?P<symbol>(?!ng[àa]y){_SYMBOL})|\s*(?P<spaced>{_QD}\b(?:\s*[-/.]\s*{_SYMBOL})?))",
    re.IGNORECASE,
)
_GLUED_SYMBOL: Final = re.compile(
    rf"(?<![\d/.])(?P<number>\d{{1,6}})(?P<symbol>Q[ĐD]\s*[-/.]\s*{_SYMBOL})", re.IGNORECASE
)
_SYMBOL_FIRST: Final = re.compile(
    rf"^(?P<symbol>Q[ĐD]\s*[-/.]\s*{_SYMBOL})\s*(?:số)?\s*:?\s*(?P<number>\d{{1,6}})\b", re.IGNORECASE
)
_WITH_YEAR: Final = re.compile(
    rf"^{_LEAD}(?P<number>\d{{1,6}})\s*[-/]\s*(?P<year>(?:19|20)\d\d)(?!\d)", re.IGNORECASE
)
_ALONE: Final = re.compile(
    rf"^{_LEAD}(?P<number>\d{{1,6}}[a-zA-Z]?)(?=\s*(?:$|[,;(]|/?\s*ng[àa]y|-\s*\d|\s\d))", re.IGNORECASE
)
_ONLY_DATE: Final = re.compile(
    r"^(?:ng[àa]y\s*)?\d{1,2}\s*[-/.]\s*\d{1,2}\s*[-/.]\s*\d{2,4}$|^(?:19|20)\d\d-\d\d-\d\d|^ng[àa]y\s+\d",
    re.IGNORECASE,
)
_AUTHORITY: Final = re.compile(
    r"\b(?:của|cua|do)\s+(?P<who>[^;()]+?)"
    r"(?=\s*(?:$|[;().]|,?\s+(?:về việc|về|v/v|tặng|khen thưởng|công nhận|ký|ban hành|cho|đã)\b|,\s*(?:ngày|số|tặng)))",
    re.IGNORECASE,
)
_DATED: Final = re.compile(
    r"ng[àa]y|\d{1,2}\s*[-/.]\s*\d{1,2}\s*[-/.]\s*\d{2,4}|\d{4}-\d\d-\d\d", re.IGNORECASE
)


@dataclass(frozen=True)
class Paper:
    """A decision as a cell names it: «125/QĐ-UBND», its day, who signed. Empty where the cell does not say.

    `year`: of the paper, also where only the year stands («125/2019»). `text`: the cell as written.
    `fault`: why its day is none.
    """

    number: str = ""
    date: date | None = None
    authority: str = ""
    year: int | None = None
    text: str = ""
    fault: Sentence | None = None


def read_decision(value: object) -> Paper:
    """Return the paper that a cell names: «QĐ số 34/QĐ-LĐTL ngày 11/01/2006, của …», «163», 163.0.

    The number is written without blanks around «/» and «-»; «Số:     /QĐ-UBND» has none.
    """
    if isinstance(value, datetime):
        value = value.date()
    if isinstance(value, date):
        return Paper(date=value, year=value.year, text=value.isoformat())
    if isinstance(value, (int, float, Decimal)) and not isinstance(value, bool):
        number = str(int(value)) if 0 < value < 10**6 and value == int(value) else ""
        return Paper(number=number, text=str(value))
    return _of_text(one_line(value)) if isinstance(value, str) else Paper()


@lru_cache(maxsize=16384)
def _of_text(text: str) -> Paper:
    if found := re.fullmatch(r"(\d{1,6})\.0+", text):
        return Paper(number=found[1], text=text)
    said = re.sub(r"(?<!\d)(\d{1,3})\.(\d{3})(?=\s*/)", r"\1\2", text)
    if _ONLY_DATE.match(said):
        return _with_day(Paper(text=text), said)
    number, year, behind = _number(said)
    paper = Paper(number=number, year=year, authority=_authority(behind), text=text)
    return _with_day(paper, behind) if _DATED.search(behind) else paper


def _number(text: str) -> tuple[str, int | None, str]:
    """Return the number, the year in it, and what stands behind (the whole text where there is no number)."""
    for pattern in (_SYMBOL_FIRST, _GLUED_SYMBOL, _WITH_SYMBOL):
        if found := pattern.search(text):
            parts = found.groupdict()
            symbol = _symbol(parts.get("symbol") or parts.get("spaced") or "")
            joint = _joint(found, parts, symbol)
            year = parts.get("year")
            number = "/".join(part for part in (found["number"], year) if part)
            return f"{number}{joint}{symbol}", int(year) if year else None, text[found.end() :]
    if found := _WITH_YEAR.search(text):
        return f"{found['number']}/{found['year']}", int(found["year"]), text[found.end() :]
    if found := _ALONE.search(text):
        return found["number"], None, text[found.end() :]
    return "", None, text


def _joint(found: re.Match[str], parts: dict[str, str | None], symbol: str) -> str:
    """Return what stands between number and symbol: a dash or a blank where the symbol has its own stroke.

    «4843-QĐ/HNDT» and «125 QĐ/UB» stay; «125 QĐ-UBND» and «125QĐ-UBND» lost a stroke.
    """
    if parts.get("year") or "/" not in symbol:
        dashed = (
            bool(parts.get("symbol"))
            and "-"
            in found.string[found.end("number") : found.end()].partition((parts.get("symbol") or "")[:1])[0]
        )
        return "-" if dashed and not parts.get("year") else "/"
    between = found.string[found.end("number") : found.end()].partition(symbol[:1])[0]
    return "-" if "-" in between else "/" if "/" in between else " "


def _symbol(written: str) -> str:
    """Return the symbol of a paper without blanks, its QĐ with the mark; capitals where all was written small."""
    symbol = re.sub(r"\s*([-/.])\s*", r"\1", written).strip()
    symbol = symbol.upper() if symbol == symbol.lower() else symbol
    symbol = re.sub(r"^Q[DĐdđ](?![^\W\d_])", "QĐ", symbol, flags=re.IGNORECASE)
    return re.sub(r"\bTTG\b", "TTg", symbol, flags=re.IGNORECASE)


def _authority(behind: str) -> str:
    found = _AUTHORITY.search(behind)
    return found["who"].strip(" ,.-") if found else ""


def _with_day(paper: Paper, text: str) -> Paper:
    day = read_day(text)
    if day.precision is Precision.DAY:
        return Paper(paper.number, day.day, paper.authority, day.year, paper.text)
    return Paper(paper.number, None, paper.authority, paper.year or day.year, paper.text, day.fault)
