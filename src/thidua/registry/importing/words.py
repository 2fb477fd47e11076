"""Words of a table → codes. What offices write, in full and shortened, without marks."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from thidua.registry.enums import (
    CommendationType,
    Grade,
    InitiativeForm,
    InitiativeScope,
    RecipientKind,
)
from thidua.registry.importing.columns import plain

GRADES: Final[Mapping[str, str]] = {
    **dict.fromkeys(
        ("hoan thanh xuat sac nhiem vu", "hoan thanh xuat sac", "htxsnv", "htxs", "xuat sac"),
        Grade.EXCELLENTLY_COMPLETED,
    ),
    **dict.fromkeys(
        ("hoan thanh tot nhiem vu", "hoan thanh tot", "httnv", "htt", "tot"), Grade.WELL_COMPLETED
    ),
    **dict.fromkeys(("hoan thanh nhiem vu", "hoan thanh", "htnv", "ht"), Grade.COMPLETED),
    **dict.fromkeys(("khong hoan thanh nhiem vu", "khong hoan thanh", "khtnv", "kht"), Grade.FAILED),
    "tasks excellently completed": Grade.EXCELLENTLY_COMPLETED,
    "tasks well completed": Grade.WELL_COMPLETED,
    "tasks completed": Grade.COMPLETED,
    "tasks not completed": Grade.FAILED,
}
SCOPES: Final[Mapping[str, str]] = {
    **dict.fromkeys(("co so", "cap co so", "grassroots"), InitiativeScope.GRASSROOTS),
    **dict.fromkeys(
        ("tinh", "cap tinh", "bo", "cap bo", "bo nganh tinh", "bo ban nganh tinh", "cap tinh cap bo"),
        InitiativeScope.PROVINCE,
    ),
    **dict.fromkeys(("tinh hoac bo", "cap bo cap tinh", "province or ministry"), InitiativeScope.PROVINCE),
    **dict.fromkeys(("toan quoc", "ca nuoc", "quoc gia", "nationwide"), InitiativeScope.NATIONWIDE),
}
FORMS: Final[Mapping[str, str]] = {
    **dict.fromkeys(("", "sang kien", "giai phap", "initiative"), InitiativeForm.INITIATIVE),
    **dict.fromkeys(
        ("de tai", "de tai khoa hoc", "de an", "de an khoa hoc", "cong trinh", "scientific topic"),
        InitiativeForm.TOPIC,
    ),
}
EFFECTS: Final[Mapping[str, bool]] = {
    **dict.fromkeys(("", "x", "co", "da chung nhan", "yes"), True),
    **dict.fromkeys(("khong", "chua", "no"), False),
}
TYPES: Final[Mapping[str, str]] = {
    "": "",
    **dict.fromkeys(
        ("cong trang", "khen thuong cong trang", "thuong xuyen", "merit commendation"), CommendationType.MERIT
    ),
    **dict.fromkeys(("dot xuat", "khen thuong dot xuat", "sudden commendation"), CommendationType.SUDDEN),
    **dict.fromkeys(
        ("phong trao", "khen thuong phong trao", "theo chuyen de", "chuyen de", "chuyen de phong trao"),
        CommendationType.MOVEMENT,
    ),
    **dict.fromkeys(("qua trinh cong hien", "cong hien", "khen thuong qua trinh cong hien"), "long_service"),
    **dict.fromkeys(("nien han", "khen thuong nien han"), CommendationType.TENURE),
    **dict.fromkeys(("doi ngoai", "khen thuong doi ngoai"), CommendationType.EXTERNAL),
}
KINDS: Final[Mapping[str, str]] = {
    **dict.fromkeys(("", "ca nhan", "canhan", "individual"), RecipientKind.INDIVIDUAL),
    **dict.fromkeys(("tap the", "tapthe", "don vi", "collective"), RecipientKind.COLLECTIVE),
    **dict.fromkeys(("ho gia dinh", "hogiadinh", "gia dinh", "ho", "household"), RecipientKind.HOUSEHOLD),
    **dict.fromkeys(("tac gia", "author"), RecipientKind.AUTHOR),
}


def code_of(text: str, words: Mapping[str, str]) -> str | None:
    """Return the code that a cell names, a code standing for itself, or None."""
    return text if text in words.values() else words.get(plain(text))
