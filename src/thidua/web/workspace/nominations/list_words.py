"""The words by which the columns and the cells of a list of nominees are known, without marks."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from django.utils.translation import gettext_lazy

from thidua.core.vietnamese.fold import fold
from thidua.core.vietnamese.hygiene import clean_line
from thidua.registry.enums import CommendationType, RecipientKind

# The columns in the order of the form, each with its heading and the words by which it is known.
COLUMNS: Final = (
    (
        "name",
        gettext_lazy("Full name"),
        ("ho va ten", "ho ten", "ten tap the", "ten ca nhan", "ten ho", "ten", "full name", "name"),
    ),
    (
        "kind",
        gettext_lazy("Kind of recipient"),
        ("loai doi tuong", "phan loai doi tuong", "doi tuong", "kind of recipient"),
    ),
    ("birth_year", gettext_lazy("Year of birth"), ("nam sinh", "ngay sinh", "year of birth")),
    (
        "post_then",
        gettext_lazy("Post or occupation"),
        ("chuc vu", "chuc danh", "nghe nghiep", "post or occupation"),
    ),
    (
        "unit_then",
        gettext_lazy("Unit or address"),
        ("ten don vi", "don vi", "dia chi", "noi cong tac", "noi o", "co quan", "unit or address"),
    ),
    (
        "award",
        gettext_lazy("Title or form of commendation"),
        (
            *("danh hieu", "hinh thuc", "ma hinh thuc", "ma danh hieu", "de nghi khen", "title or form"),
            "award",
        ),
    ),
    (
        "type",
        gettext_lazy("Type of commendation"),
        ("loai hinh", "phan loai khen", "loai khen", "type of commendation"),
    ),
    (
        "counting_year",
        gettext_lazy("Year of the achievement"),
        ("nam dat", "nam thanh tich", "nam tinh", "nam khen", "nam cong tac", "year of the achievement"),
    ),
    (
        "achievement",
        gettext_lazy("Achievement in one line"),
        ("tom tat thanh tich", "thanh tich", "noi dung thanh tich", "achievement"),
    ),
    (
        "direct_worker",
        gettext_lazy("Direct worker"),
        ("lao dong truc tiep", "truc tiep", "direct worker"),
    ),
    ("woman", gettext_lazy("Woman"), ("nu", "woman")),
    ("ethnic_minority", gettext_lazy("Ethnic minority"), ("dan toc", "ethnic minority")),
    (
        "number",
        gettext_lazy("Number in the register of people"),
        ("so trong so", "ma nguoi", "number in the register"),
    ),
)
# Longest words first: a heading «Tên đơn vị» is a unit, not a name.
_KNOWN: Final = sorted(
    ((word, key) for key, _label, words in COLUMNS for word in words), key=lambda pair: -len(pair[0])
)
KIND_WORDS: Final = (
    ("ca nhan", RecipientKind.INDIVIDUAL),
    ("canhan", RecipientKind.INDIVIDUAL),
    ("tap the", RecipientKind.COLLECTIVE),
    ("tapthe", RecipientKind.COLLECTIVE),
    ("don vi", RecipientKind.COLLECTIVE),
    ("ho gia dinh", RecipientKind.HOUSEHOLD),
    ("hogiadinh", RecipientKind.HOUSEHOLD),
    ("gia dinh", RecipientKind.HOUSEHOLD),
    ("ho", RecipientKind.HOUSEHOLD),
    ("tac gia", RecipientKind.AUTHOR),
)
TYPES: Final[Mapping[str, str]] = {
    **dict.fromkeys(("cong trang", "thuong xuyen", "merit"), CommendationType.MERIT),
    **dict.fromkeys(("dot xuat", "sudden"), CommendationType.SUDDEN),
    **dict.fromkeys(
        ("phong trao", "phong trao thi dua", "chuyen de", "theo chuyen de", "theo dot", "movement"),
        CommendationType.MOVEMENT,
    ),
    **dict.fromkeys(("qua trinh cong hien", "cong hien", "long service"), CommendationType.LONG_SERVICE),
    **dict.fromkeys(("nien han", "tenure"), CommendationType.TENURE),
    **dict.fromkeys(("doi ngoai", "external"), CommendationType.EXTERNAL),
}
YES: Final = frozenset({"x", "co", "yes", "1", "dung", "nu", "true"})
NO: Final = frozenset({"khong", "no", "0", "nam", "kinh"})

# What a province writes where the law book names all those who may give an award.
ALIASES: Final[Mapping[str, tuple[str, ...]]] = {
    "provincial_certificate_of_merit": (
        *("bang khen cua chu tich ubnd tinh", "bang khen cua ubnd tinh", "bang khen chu tich ubnd tinh"),
        *("bang khen cua chu tich uy ban nhan dan tinh", "bang khen ubnd tinh", "bang khen cap tinh"),
    ),
    "provincial_emulation_fighter": ("chien si thi dua cap tinh", "cstd cap tinh", "chien si thi dua tinh"),
    "grassroots_emulation_fighter": ("chien si thi dua cap co so", "cstdcs", "cstd co so"),
    "national_emulation_fighter": ("cstdtq", "cstd toan quoc"),
    "advanced_worker": ("ldtt", "danh hieu lao dong tien tien"),
    "excellent_labor_collective": ("ttldxs", "tap the ldxs"),
    "advanced_labor_collective": ("ttldtt", "tap the ldtt"),
    "provincial_emulation_flag": ("co thi dua cua ubnd tinh", "co thi dua cap tinh", "co thi dua ubnd tinh"),
    "pm_certificate_of_merit": ("bang khen thu tuong chinh phu", "bang khen cua thu tuong"),
    "commendation_letter": (
        *("giay khen cua chu tich ubnd xa", "giay khen cua chu tich ubnd phuong"),
        *("giay khen cua giam doc so", "giay khen cua chu tich ubnd huyen"),
    ),
}
_PUNCTUATION: Final = re.compile(r"[^\w\s]")


def plain(text: str) -> str:
    """Return words to compare: without marks, capitals, or punctuation."""
    return " ".join(fold(_PUNCTUATION.sub(" ", text)).split())


def column_of(heading: str) -> str:
    """Return the column that a heading names, "" for one that is not needed."""
    if clean_line(heading).casefold() == "năm":  # without its mark it would be «nam», a man
        return "counting_year"
    folded = plain(heading)
    for word, key in _KNOWN:
        if folded == word or (len(word) > 4 and folded.startswith(word)):
            return key
    return ""


def kind_of(typed: str) -> str:
    """Return the kind of recipient that a cell names, "" for none that is known."""
    folded = plain(typed)
    if typed in RecipientKind.values:
        return typed
    return next((str(code) for word, code in KIND_WORDS if folded == word), "")


def type_of(typed: str) -> str:
    """Return the type of commendation that a cell names, "" for none that is known."""
    if typed in CommendationType.values:
        return typed
    return str(TYPES.get(plain(typed).removeprefix("khen thuong ").strip(), ""))


def answer_of(typed: str) -> bool | None:
    """Return what a cell says to a question of yes or no; None where it says nothing.

    The name of a people («Tày», «Nùng») says that somebody is of an ethnic minority: `minority_of`.
    """
    folded = fold(typed)
    return True if folded in YES else False if folded in NO else None


def minority_of(typed: str) -> bool | None:
    """Return whether a cell tells of an ethnic minority: yes or no, or the name of the people."""
    told = answer_of(typed)
    return True if told is None and len(fold(typed)) > 1 else told
