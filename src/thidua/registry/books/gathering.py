"""What a cell says beside name, post and unit: brackets, labels, births, taken out of it before it is cut."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Final

from thidua.registry.books.awards import award_in
from thidua.registry.books.dates import FIRST_YEAR, Precision, read_day
from thidua.registry.books.kinds import looks_like_name, read_woman
from thidua.registry.books.posts import begins_post, begins_unit, cut
from thidua.registry.books.words import is_nothing, key, trimmed

_BRACKETS: Final = re.compile(r"\s*[(\[{]([^()\[\]{}]*)[)\]}]?\s*")
_POSTHUMOUS: Final = re.compile(
    r"truy tặng|truy phong|đã mất|đã hy sinh|đã từ trần|truy tang|da mat", re.IGNORECASE
)
_BORN: Final = re.compile(
    r"[\s,;-]*(?:\b(?:sinh\s+ngày|ngày\s+sinh|sinh\s+năm|năm\s+sinh|sinh|nam\s+sinh|sn|ns)\b\.?\s*:?\s*"
    r"(?P<day>\d{1,2}\s*[-/.]\s*\d{1,2}\s*[-/.]\s*\d{2,4}|\d{4})|(?P<lone>(?<![\d/])(?:18|19|20)\d\d$))\s*",
    re.IGNORECASE,
)
_LABEL: Final = re.compile(
    r"[\s,;-]*\b(?P<label>họ và tên|họ tên|họ,? tên|tên đơn vị|tên tập thể|chức vụ,? đơn vị(?: công tác)?"
    r"|chức vụ|chức danh|nghề nghiệp|đơn vị công tác"
    r"|nơi công tác|đơn vị|cơ quan|địa chỉ|nơi ở|chỗ ở|nơi cư trú|thường trú|trú quán|quê quán"
    r"|cấp bậc|dân tộc|giới tính|tập thể)\s*:\s*",
    re.IGNORECASE,
)
_SLOTS: Final = {
    **dict.fromkeys(("ho va ten", "ho ten", "ten don vi", "ten tap the", "tap the"), "name"),
    **dict.fromkeys(("chuc vu", "chuc danh", "nghe nghiep"), "post"),
    **dict.fromkeys(("chuc vu don vi", "chuc vu don vi cong tac"), "both"),
    **dict.fromkeys(("don vi cong tac", "noi cong tac", "don vi", "co quan"), "unit"),
    **dict.fromkeys(("dia chi", "noi o", "cho o", "noi cu tru", "thuong tru", "tru quan"), "unit"),
    **dict.fromkeys(("que quan", "dan toc"), ""),
    "cap bac": "rank",
    "gioi tinh": "sex",
}


@dataclass(frozen=True)
class PersonCell:
    """The parts of a cell that names somebody. Empty where the cell does not say.

    `name` is what the register prints: without honorific, capitals brought down («NGUYỄN VĂN A» → «Nguyễn Văn A»);
    of a household as written («Hộ ông Nông Văn Páo»); of a collective without the unit behind its comma.
    `holders`: the people of one household («ông A và bà B»). `kind_hint`: RecipientKind that the words prove, or "".
    """

    name: str = ""
    honorific: str = ""
    post: str = ""
    unit: str = ""
    holders: tuple[str, ...] = ()
    kind_hint: str = ""
    birth_year: int | None = None
    birth_date: date | None = None
    woman: bool | None = None
    posthumous: bool = False
    award_text: str = ""  # an award that the cell names in brackets


@dataclass
class Gathered:
    """What a cell says beside name, post and unit, taken out of it on the way."""

    text: str
    behind: list[str] = field(default_factory=list)  # posts and units that stood in brackets
    posts: list[str] = field(default_factory=list)
    units: list[str] = field(default_factory=list)
    rank: str = ""
    born: int | None = None
    born_on: date | None = None
    woman: bool | None = None
    posthumous: bool = False
    award_text: str = ""

    def cell(self, **parts: object) -> PersonCell:
        """Return the cell with its parts and everything gathered."""
        told = PersonCell(**parts)  # type: ignore[arg-type]
        return replace(
            told,
            birth_year=self.born,
            birth_date=self.born_on,
            woman=told.woman if told.woman is not None else self.woman,
            posthumous=self.posthumous,
            award_text=self.award_text,
        )


def gather(text: str) -> Gathered:
    """Return the text without brackets, labels and births, and what they said."""
    told = Gathered(text)
    text = re.sub(r",\s*(và|va)\s+(?=(?:ông|bà|anh|chị)\s)", r" \1 ", text, flags=re.IGNORECASE)
    text = _BRACKETS.sub(lambda found: _bracket(found, told), text)
    text = _labelled(text, told)
    if _POSTHUMOUS.search(text):
        told.posthumous = True
        text = _POSTHUMOUS.sub("", text)
    lines = [_without_birth(line, told) for line in text.split("\n")]
    told.text = "\n".join(line for line in lines if line.strip(" ,;-"))
    return told


def _bracket(found: re.Match[str], told: Gathered) -> str:
    said = found[1].strip()
    closing = "\n" if "\n" in found.group() else " "
    if not said or is_nothing(said):
        return closing
    if _POSTHUMOUS.search(said):
        told.posthumous = True
    elif read_woman(said) is not None and key(said) not in ("ba", "ong", "co", "anh", "chi"):
        told.woman = read_woman(said)
    elif re.fullmatch(r"(?:18|19|20)\d\d", said):
        told.born = int(said)
    elif _BORN.fullmatch(said) or read_day(said).precision is Precision.DAY:
        _without_birth(said if _BORN.fullmatch(said) else f"sn {said}", told)
    elif begins_post(said) or begins_unit(said):
        told.behind.append(said)
    elif award_in(said).code:
        told.award_text = said
    elif key(said).startswith("dan toc"):
        return closing
    else:
        return found.group()
    return closing


def _labelled(text: str, told: Gathered) -> str:
    """Return the text before the first label, or behind the label of a name."""
    marks = list(_LABEL.finditer(text))
    if not marks:
        return text
    name = text[: marks[0].start()]
    for at, mark in enumerate(marks):
        end = marks[at + 1].start() if at + 1 < len(marks) else len(text)
        said = text[mark.end() : end].strip()
        slot = _SLOTS.get(key(mark["label"]), "")
        if slot == "name":
            name = f"{name.strip()} {said}".strip()
        elif slot == "rank":
            told.rank = trimmed(said)
        elif slot == "sex":
            told.woman = read_woman(said)
        elif slot == "both":
            told.behind.extend(cut(said))
        elif slot == "post":
            told.posts.append(trimmed(said))
        elif slot == "unit":
            told.units.append(trimmed(said))
    return name


def _without_birth(line: str, told: Gathered) -> str:
    found = _BORN.search(line)
    if found is None:
        return line
    day = read_day((found["day"] or found["lone"]).replace(" ", ""))
    year = day.year or (int(found["lone"] or 0) if (found["lone"] or "").isdigit() else None)
    if found["lone"] and (not looks_like_name(line[: found.start()].strip(" ,-")) and "sn" not in line):
        return line
    if year is None and found["day"] and found["day"].isdigit():
        year = int(found["day"]) if int(found["day"]) > FIRST_YEAR - 100 else None
    told.born, told.born_on = year, day.day
    behind = line[found.end() :].lstrip(" ,;-")
    return f"{line[: found.start()]}, {behind}" if behind else line[: found.start()]
