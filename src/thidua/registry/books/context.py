"""What stands above rows and holds for them: titles, headings of groups, the name of the sheet or file."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import date
from typing import Final


@dataclass(frozen=True)
class Context:
    """What holds for the rows below until something nearer says otherwise; empty where nothing is said.

    `award`: the sentence or words that name an award. `awards`: how many different ones the title names.
    """

    kind: str = ""
    name: str = ""  # of the one person or unit whose history a sheet tells
    award: str = ""
    unit: str = ""
    number: str = ""
    decided_on: date | None = None
    placed: date | None = None  # of «Lạng Sơn, ngày 05 tháng 3 năm 2018», apart from the number
    authority: str = ""
    year: int | None = None
    school_year: str = ""
    commendation_type: str = ""
    reason: str = ""
    several_awards: str = ""
    proposal: bool = False

    def over(self, weaker: Context) -> Context:
        """Return this context with what it leaves open taken from a weaker one."""
        if weaker == NOTHING:
            return self
        told = {one.name: getattr(self, one.name) or getattr(weaker, one.name) for one in fields(self)}
        if told["number"] and told["decided_on"] is None:
            told["decided_on"] = told["placed"]
        return Context(**told)


NOTHING: Final = Context()
