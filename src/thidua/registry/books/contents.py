"""What the cells of a column look like, whatever stands at its head."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final

from thidua.core.vietnamese.fold import fold
from thidua.registry.books.awards import read_award
from thidua.registry.books.grid import Line
from thidua.registry.books.kinds import read_kind
from thidua.registry.books.words import is_ditto

_MARK: Final = re.compile(r"[xX×✓✔√☑vV+]|có|1|\(x\)|X\.|x\.|yes|true", re.IGNORECASE)
_DAY: Final = re.compile(
    r"(?:ngày\s*)?\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*\d{2,4}|\d{4}-\d\d-\d\d|ngày \d{1,2} tháng.*", re.I
)
_YEAR: Final = re.compile(r"(?:19|20)\d\d(?:\s*-\s*(?:19|20)\d\d)?")
# Searched for, not matched as a whole: a cell of 32,767 digits would take seconds.
_DECISION: Final = re.compile(
    r"[/-]\s*(?:\d{4}\s*/\s*)?Q[ĐD]\b|\A(?:QĐ|Quyết định)\b.*\d", re.IGNORECASE | re.DOTALL
)
_PERSON: Final = re.compile(
    r"(?:(?:Ông|Bà|Đ/c|Anh|Chị|Đồng chí|Thượng tá|BS\.?|ThS\.?|TS\.?)\s+)?(?:[^\W\d_]+\s+){1,4}[^\W\d_]+(?:,.*)?",
    re.DOTALL,
)
_ORGANISATION: Final = re.compile(
    r"\b(so|phong|ban|ubnd|uy ban|truong|xa|huyen|phuong|cong ty|benh vien|trung tam|hoi|chi cuc|cuc|doan|thon|khoa"
    r"|thi tran|thanh pho|van phong|to dan pho|tram|cong an|thpt|thcs|chi nhanh|kho bac|toa an|lien doan|dang uy)\b"
)
_POST: Final = re.compile(
    r"\b(truong phong|pho|giam doc|chu tich|chuyen vien|hieu truong|giao vien|nhan vien|bi thu|can bo|ke toan"
    r"|to truong|to pho|doi truong|truong khoa|bac si|dieu duong|cong nhan|nong dan|thanh tra|chanh|uy vien"
    r"|truong ban|van thu|lai xe|truong thon|chien si|ky su|kiem lam vien|trung doi truong|dai doi truong)\b"
)
_FAMILIES: Final = frozenset(
    [
        "nguyen",
        "tran",
        "le",
        "pham",
        "hoang",
        "huynh",
        "phan",
        "vu",
        "vo",
        "dang",
        "bui",
        "do",
        "ho",
        "ngo",
        "duong",
        "ly",
        "nong",
        "hua",
        "luong",
        "trieu",
        "lam",
        "be",
        "vi",
        "chu",
        "dinh",
        "ha",
        "mai",
        "trinh",
        "dao",
        "cao",
        "la",
        "ta",
        "thai",
        "luu",
        "quach",
        "luc",
        "ma",
        "hoa",
        "lo",
        "sam",
        "lang",
        "dam",
        "nghiem",
        "tong",
        "kieu",
        "doan",
        "giap",
        "mac",
        "tu",
        "to",
        "tang",
        "ta",
        "than",
        "khong",
        "khuat",
        "phung",
        "truong",
        "cu",
        "thao",
        "giang",
        "sung",
        "vang",
        "lu",
        "mua",
        "ly",
        "cam",
        "khuc",
        "chau",
        "mong",
        "dong",
        "bach",
        "vuong",
        "tieu",
        "quan",
        "on",
        "hau",
        "ninh",
        "loc",
        "duong",
        "nhu",
        "ong",
        "phu",
        "van",
        "mo",
        "sai",
    ]
)


@dataclass(frozen=True)
class Look:
    """The share of a column's filled cells that look like something, 0 to 1; `filled`: how many there are."""

    filled: int
    marks: float
    numbers: float
    rising: float
    years: float
    days: float
    decisions: float
    awards: float
    kinds: float
    persons: float
    organisations: float
    posts: float
    amounts: float
    distinct: float
    single_words: float


def is_mark(text: str) -> bool:
    """Tell whether a cell is a tick: «x», «X», «✓», «1», «có»."""
    return bool(_MARK.fullmatch(text))


def look_at(lines: Sequence[Line], column: int) -> Look:
    """Return what the cells of a column look like, from the given lines."""
    cells = [(line.text(column), line.value(column)) for line in lines if line.text(column)]
    cells = [cell for cell in cells if not is_ditto(cell[0])] or cells
    texts = [text for text, _value in cells]
    count = len(texts) or 1

    def share(of: Callable[[str], bool]) -> float:
        return sum(1 for text in texts if of(text)) / count

    whole = [int(text) for text in texts if text.isdigit() and len(text) < 7]
    steps = sum(1 for one, two in itertools.pairwise(whole) if two == one + 1 or two == 1)
    return Look(
        filled=len(texts),
        marks=share(is_mark),
        numbers=sum(1 for text, value in cells if isinstance(value, Decimal) or text.isdigit()) / count,
        rising=steps / (len(whole) - 1)
        if len(whole) > 1 and len(whole) * 3 >= count * 2
        else float(texts == ["1"]),
        years=share(lambda text: bool(_YEAR.fullmatch(text))),
        days=sum(1 for text, value in cells if isinstance(value, date) or _DAY.fullmatch(text)) / count,
        decisions=share(lambda text: bool(_DECISION.search(text))),
        awards=share(lambda text: len(text) < 120 and not is_mark(text) and bool(read_award(text).code)),
        kinds=share(lambda text: len(text) < 30 and bool(read_kind(text))),
        persons=share(is_person),
        organisations=share(lambda text: bool(_ORGANISATION.search(fold(text)))),
        posts=share(lambda text: bool(_POST.search(fold(text)))),
        amounts=share(lambda text: bool(re.fullmatch(r"\d{1,3}(?:[.,]\d{3})+\s*(?:đ|đồng)?|\d{6,9}", text))),
        distinct=len(set(texts)) / count,
        single_words=share(lambda text: len(text.split()) == 1 and text[:1].isalpha()),
    )


def is_person(text: str) -> bool:
    """Tell whether a cell looks like a person's name, with or without what follows a comma."""
    head = text.split(",")[0].split("\n")[0].strip()
    words = fold(head).split()
    while words and words[0].strip(".") in ("ong", "ba", "d/c", "anh", "chi", "dong", "ths", "ts", "bs"):
        words = words[1:]
    return 2 <= len(words) <= 6 and words[0] in _FAMILIES and not any(letter.isdigit() for letter in head)
