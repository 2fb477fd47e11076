"""How a figure is written in the text of an article.

* `{{lang-son-2019@1:indicator.budget_revenue.value}}`: a figure of the first frozen version of a closing report. It is
  what was frozen, for ever.
* `{{2019-9T:indicator.budget_revenue.value}}`: what was accepted of an indicator for a period, for the province, at
  the moment of publishing.

Places are those of the reports (`reports.wording.markup`). Nobody types these: the list on the desk puts them in.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from thidua.reports.wording.markup import PLACE

CODE: Final = re.compile(
    r"\{\{\s*([\w/-]+)(?:@(\d{1,4}))?:\s*"
    + PLACE.pattern.removeprefix(r"\{").removesuffix(r"\}")
    + r"\s*\}\}"
)
ANY: Final = re.compile(r"\{\{[^{}]*\}\}|\{\{|\}\}")


@dataclass(frozen=True)
class FigureCode:
    """`source` is the short name of a report (then `version` counts from 1) or a period (then it is 0)."""

    source: str
    version: int
    place: str

    def __str__(self) -> str:
        version = f"@{self.version}" if self.version else ""
        return f"{{{{{self.source}{version}:{self.place}}}}}"

    @property
    def is_frozen(self) -> bool:
        """Whether the figure is one of a frozen report."""
        return self.version > 0


def code_of(match: re.Match[str]) -> FigureCode:
    """Return the code that `CODE` has found."""
    source, version, place = match.groups()
    return FigureCode(source, int(version or 0), place)


def codes_in(texts: Iterable[str]) -> tuple[FigureCode, ...]:
    """Return the codes that stand in the texts, in order, each once."""
    found = (code_of(match) for text in texts for match in CODE.finditer(text))
    return tuple(dict.fromkeys(found))


def broken_codes(text: str) -> list[tuple[int, int]]:
    """Return the places (start, end) where double braces stand that are no code."""
    return [match.span() for match in ANY.finditer(text) if not CODE.fullmatch(match.group())]
