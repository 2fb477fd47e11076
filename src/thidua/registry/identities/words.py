"""Why two lines may be one person, in words that an officer reads."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

if TYPE_CHECKING:
    from collections.abc import Iterable

    from thidua.registry.identities.candidates import Reason


class Says(StrEnum):
    """What a field says of the two."""

    AGREES = "agrees"
    NEARLY = "nearly"
    DIFFERS = "differs"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Agreement:
    """One field of both sides: its label, both texts, what they say, and in which words."""

    field: str
    label: str
    left: str
    right: str
    says: Says
    words: str


FIELDS: Final[dict[str, Promise]] = {
    "name": gettext_lazy("name"),
    "birth": pgettext_lazy("registry", "birth"),
    "unit": gettext_lazy("unit"),
    "post": gettext_lazy("post"),
    "sex": gettext_lazy("form of address"),
    "birth_date": gettext_lazy("day of birth (kept secret)"),
    "citizen_id": gettext_lazy("citizen number (kept secret)"),
}
_SEXES: Final = {"m": gettext_lazy("man"), "f": gettext_lazy("woman"), "": ""}
_WORDS: Final[dict[tuple[str, str], tuple[Says, Promise]]] = {
    ("name", "same_marked"): (Says.AGREES, gettext_lazy("the very same name, with its marks")),
    ("name", "same_folded"): (Says.AGREES, gettext_lazy("the same name, apart from marks")),
    ("name", "one_letter_odd"): (
        Says.NEARLY,
        gettext_lazy("one letter differs, and one of the two is hardly a name"),
    ),
    ("name", "one_letter"): (Says.NEARLY, gettext_lazy("one letter differs")),
    ("name", "ending"): (
        Says.NEARLY,
        gettext_lazy("the same middle and given name, another family name"),
    ),
    ("name", "two_letters"): (Says.NEARLY, gettext_lazy("two letters differ")),
    ("name", "other"): (Says.DIFFERS, gettext_lazy("different names")),
    ("name", "unknown"): (Says.UNKNOWN, gettext_lazy("no name to compare")),
    ("birth", "same_date"): (Says.AGREES, gettext_lazy("the same day of birth")),
    ("birth", "turned"): (Says.NEARLY, gettext_lazy("day and month of birth have changed places")),
    ("birth", "same_year"): (Says.AGREES, gettext_lazy("the same year of birth")),
    ("birth", "same_year_other_day"): (
        Says.DIFFERS,
        gettext_lazy("the same year of birth, but another day"),
    ),
    ("birth", "next_year"): (Says.NEARLY, gettext_lazy("years of birth one apart")),
    ("birth", "other"): (Says.DIFFERS, gettext_lazy("different years of birth")),
    ("birth", "unknown"): (Says.UNKNOWN, gettext_lazy("year of birth not known on both sides")),
    ("unit", "same_place"): (Says.AGREES, gettext_lazy("the same unit")),
    ("unit", "same_text"): (Says.AGREES, gettext_lazy("the unit is written alike")),
    ("unit", "same_area"): (Says.AGREES, gettext_lazy("the same commune, under its old or new name")),
    ("unit", "other"): (Says.DIFFERS, gettext_lazy("different units")),
    ("unit", "unknown"): (Says.UNKNOWN, gettext_lazy("unit not known on both sides")),
    ("post", "same"): (Says.AGREES, gettext_lazy("the same post")),
    ("post", "same_family"): (Says.NEARLY, gettext_lazy("posts of one kind")),
    ("post", "other"): (Says.DIFFERS, gettext_lazy("different posts")),
    ("post", "unknown"): (Says.UNKNOWN, gettext_lazy("post not known on both sides")),
    ("sex", "same"): (Says.AGREES, gettext_lazy("the same form of address")),
    ("birth_date", "agrees"): (Says.AGREES, gettext_lazy("the same day of birth")),
    ("birth_date", "differs"): (Says.DIFFERS, gettext_lazy("different days of birth")),
    ("citizen_id", "agrees"): (Says.AGREES, gettext_lazy("the same citizen number")),
    ("citizen_id", "differs"): (Says.DIFFERS, gettext_lazy("different citizen numbers")),
    ("sex", "other"): (Says.DIFFERS, gettext_lazy("a man and a woman")),
}


def agreements(reasons: Iterable[Reason]) -> list[Agreement]:
    """Return what each field says, in the order of the model; the form of address only where both give it."""
    found = []
    for reason in reasons:
        told = _WORDS.get((reason["field"], reason["level"]))
        if told is None:
            continue
        says, words = told
        left, right = reason["left"], reason["right"]
        if reason["field"] == "sex":
            left, right = str(_SEXES[left]), str(_SEXES[right])
        label = str(FIELDS[reason["field"]])
        found.append(Agreement(reason["field"], label, left, right, says, str(words)))
    return found


def in_one_line(reasons: Iterable[Reason]) -> str:
    """Return «tên giống hệt có dấu; năm sinh giống nhau: 1975 = 1975; cùng đơn vị»: what speaks for one person."""
    said = []
    for one in agreements(reasons):
        if one.says in (Says.AGREES, Says.NEARLY):
            both = _(": %(left)s = %(right)s") % {"left": one.left, "right": one.right}
            said.append(one.words + (both if one.field == "birth" else ""))
    return "; ".join(said)
