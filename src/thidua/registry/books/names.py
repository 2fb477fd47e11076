"""Who stands in a cell: honorific, name, post and unit of one person; several people; a household."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class PersonCell:
    """The parts of a cell that names somebody. Empty where the cell does not say.

    `name` is what the register prints: without honorific, capitals brought down («NGUYỄN VĂN A» → «Nguyễn Văn A»).
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
    award_text: str = ""  # an award that the cell names in brackets or behind a colon


def split_person(text: str, kind: str = "") -> PersonCell:
    """Return the parts of a cell; `kind`: RecipientKind where the context (heading, column) already says it."""
    return PersonCell(name=text)


def split_many(text: str, kind: str = "") -> list[str]:
    """Return the texts of the recipients of one cell, each with the post and unit that belong to it."""
    return [text]


def split_post_unit(text: str) -> tuple[str, str]:
    """Return (post, unit) of a cell «chức vụ, đơn vị»: «Trưởng phòng TCCB, Sở Nội vụ» → both parts."""
    return text, ""
