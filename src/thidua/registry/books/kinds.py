"""Whether a cell names a person, a collective or a household."""

from __future__ import annotations


def read_kind(text: str) -> str:
    """Return the kind of recipient that a heading or a cell says («I. TẬP THỂ (27)», «Cá nhân: 05»); "" for none."""
    return ""


def kind_of_name(name: str) -> str:
    """Return the kind that the words of a name suggest; "" where they do not decide."""
    return ""


def read_woman(text: object) -> bool | None:
    """Return whether a cell of a column «Giới tính» or «Nữ» says a woman; None where it does not say."""
    return None
