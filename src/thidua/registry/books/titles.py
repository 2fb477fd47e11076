"""What titles say for all rows below them: the decision, its day, the award, the year."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from typing import Final

from thidua.core.vietnamese.fold import fold
from thidua.registry.books.awards import award_in, read_awards
from thidua.registry.books.context import NOTHING, Context
from thidua.registry.books.dates import read_day
from thidua.registry.books.kinds import read_kind
from thidua.registry.books.numbers import read_decision
from thidua.registry.books.words import one_line
from thidua.registry.enums import CommendationType

_DECISION: Final = re.compile(
    r"(?:quyết\s+định|quyet\s+dinh|\bQĐ|\bQD)\b\s*(?:số|so)?\s*:?\s*(?P<paper>.+)", re.IGNORECASE | re.DOTALL
)
_NUMBERED: Final = re.compile(r"(?:^|\s)(?:Số|SỐ|So|số)\s*:\s*(?P<paper>\d*\s*[-/]\s*Q[ĐD].*)")
_PLACED: Final = re.compile(
    r"^[^\d]{0,60}?,\s*(?P<day>ngày\s*\d{1,2}\s*tháng\s*\d{1,2}\s*năm\s*\d{4})\W*$", re.IGNORECASE
)
_PROPOSAL: Final = re.compile(
    r"\b(to trinh|de nghi (khen|tang|xet|ubnd|chu tich|thu tuong)|dang ky thi dua)\b"
)
_SCHOOL: Final = re.compile(r"\bnam hoc\s*:?\s*((?:19|20)\d\d)\s*[-/]\s*((?:19|20)\d\d)\b")
_YEAR: Final = re.compile(r"\bnam\s*:?\s*((?:19|20)\d\d)\b(?!\s*[-–]\s*(?:19|20)?\d\d)")
_SPAN: Final = re.compile(r"\b(?:giai doan|tu nam|nhiem ky)\b[^,;.]*?(?:19|20)\d\d[^,;.]*?(?:19|20)\d\d")
_DAY_YEAR: Final = re.compile(
    r"\bthang\s*(?:\d{1,2}|\.+|…+)?\s*nam\s*(?:19|20)\d\d\b|\d{1,2}[/.-]\d{1,2}[/.-](?:19|20)\d\d"
)
_BARE_YEAR: Final = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)")
_REASON: Final = re.compile(
    r"(?:đã có|vì có|có)\s+(?:nhiều\s+)?(?:thành tích|công lao|đóng góp|thành tích).+", re.IGNORECASE
)
_SUBJECT: Final = re.compile(
    r"[-+\d.)\s]*(?:Họ và tên|Họ tên|Tên (?:tập thể|đơn vị|cá nhân|cơ quan)[^:]{0,40}|Đơn vị"
    r"|Cá nhân|Ông|Bà)\s*:\s*(?P<who>[^\d.…:]{3,120}\S)",
    re.IGNORECASE,
)
_TYPES: Final = (
    (re.compile(r"\bdot xuat\b"), CommendationType.SUDDEN),
    (re.compile(r"\b(phong trao thi dua|theo chuyen de|chuyen de|dot thi dua)\b"), CommendationType.MOVEMENT),
    (re.compile(r"\b(cong hien|qua trinh cong hien)\b"), CommendationType.TENURE),
    (re.compile(r"\bnien han\b"), CommendationType.LONG_SERVICE),
    (re.compile(r"\bdoi ngoai\b"), CommendationType.EXTERNAL),
)


def read_titles(texts: Sequence[str]) -> Context:
    """Return what the titles of a list say together; the later one wins where two say the same thing."""
    read = NOTHING
    for text in texts:
        read = read_title(text).over(read)
    return read


def _placed_day(text: str) -> date | None:
    found = _PLACED.search(one_line(text))
    return read_day(found["day"]).day if found else None


@lru_cache(maxsize=2048)
def read_title(text: str) -> Context:
    """Return what one title says: «(Kèm theo Quyết định số 163/QĐ-UBND ngày 05/3/2018 của Chủ tịch UBND tỉnh)»."""
    line = one_line(text)
    folded = fold(line)
    number, decided_on, authority = _paper(line)
    school = _SCHOOL.search(folded)
    award, several = _award(line)
    return Context(
        kind=_kind(line, folded),
        award=award,
        number=number,
        name=_subject(line),
        placed=_placed_day(line),
        decided_on=decided_on,
        authority=authority,
        year=int(school[2]) if school else _year(folded),
        school_year=f"{school[1]}-{school[2]}" if school else "",
        commendation_type=next((str(kind) for pattern, kind in _TYPES if pattern.search(folded)), ""),
        reason=_reason(line) if award else "",
        several_awards=several,
        proposal=bool(_PROPOSAL.search(folded)) and not number,
    )


def read_hint(name: str) -> Context:
    """Return the weak hints of a sheet's or file's name: «BK 2018», «CSTĐ», «Tập thể»."""
    line = one_line(
        re.sub(r"\.(xlsx?|xlsm|csv|ods|docx?|tsv)$", "", name, flags=re.IGNORECASE).replace("_", " ")
    )
    folded = fold(line)
    years = sorted({int(year) for year in _BARE_YEAR.findall(folded)})
    award = award_in(line)
    sure = bool(award.code) and award.certainty >= 0.6
    return Context(
        kind=read_kind(line) if len(folded) < 40 else "",
        award=line if sure else "",
        year=years[0] if len(years) == 1 else None,
    )


def _reason(line: str) -> str:
    found = _REASON.search(line)
    return re.sub(r",?\s*gồm(?: có)?\s*:?$", "", found[0].strip(" ().;:")) if found else ""


def _subject(line: str) -> str:
    """Return whom a history is about: «Họ và tên: Nguyễn Văn A», «Tên đơn vị: Sở Y tế»."""
    found = _SUBJECT.fullmatch(line)
    return found["who"].strip(" .;") if found else ""


def _paper(line: str) -> tuple[str, date | None, str]:
    folded = fold(line)
    if re.search(r"\bcan cu\b", folded):  # the grounds of a decision are other papers
        return "", None, ""
    found = _NUMBERED.search(line) or _DECISION.search(line)
    if found is None:
        return "", None, ""
    paper = read_decision("QĐ số " + found["paper"].strip(" ()."))
    number = paper.number if re.search(r"\d", paper.number) else ""
    if not number and paper.date is None:
        return "", None, ""
    return number, paper.date, paper.authority


def _year(folded: str) -> int | None:
    # A year inside a date or a period («giai đoạn 2016-2020») is not the year of the awards.
    without = _DAY_YEAR.sub(" ", _SPAN.sub(" ", folded))
    years = {int(year) for year in _YEAR.findall(without)}
    return years.pop() if len(years) == 1 else None


def _award(line: str) -> tuple[str, str]:
    codes = {found.code for found in read_awards(line) if found.code and found.certainty >= 0.7}
    if len(codes) > 1:
        return "", line
    return (line, "") if award_in(line).code else ("", "")


def _kind(line: str, folded: str) -> str:
    if len(re.findall(r"\b(tap the|ca nhan|ho gia dinh)\b", folded)) > 1 and not re.search(
        r"\bcho (\d+ )?(tap the|ca nhan|ho gia dinh)\b(?!.*\b(tap the|ca nhan|ho gia dinh)\b)", folded
    ):
        return ""
    return read_kind(line)
