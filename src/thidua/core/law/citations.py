"""Where a rule stands: text, article, clause and point."""

import re
from dataclasses import dataclass
from typing import Literal

from thidua.core.language import Language

# "Đ74 k1 d", "Đ23 k1-2", "Đ42 k1 a-d", "Đ63 k2"; a whole text is cited without a place.
_PLACE = re.compile(
    r"Đ(?P<article>\d+[a-zđ]?)"
    r"(?: k(?P<clause>\d+(?:-\d+)?))?"
    r"(?: (?P<point>[a-zđ](?:-[a-zđ])?(?:, [a-zđ])*))?"
)


class CitationRefused(ValueError):
    """A citation that is not of the form «TEXT Đ74 k1 d»: `given` lacks the code of a `text`, or is no `place`."""

    def __init__(self, lacks: Literal["text", "place"], given: str) -> None:
        self.lacks = lacks
        self.given = given
        super().__init__(f"“{given}” lacks a {lacks}")


@dataclass(frozen=True)
class Citation:
    """A place in a legal text. `text` is the text's code in the law book; empty parts are not cited."""

    text: str
    article: str = ""
    clause: str = ""
    point: str = ""

    @classmethod
    def parse(cls, typed: str) -> "Citation":
        """Read «LAW2022 Đ74 k1 d» or a text's code alone. Raises CitationRefused."""
        text, _, place = typed.strip().partition(" ")
        if not text or not text[0].isupper():
            raise CitationRefused("text", typed)
        if not place:
            return cls(text)
        found = _PLACE.fullmatch(place)
        if not found:
            raise CitationRefused("place", place)
        return cls(text, found["article"], found["clause"] or "", found["point"] or "")

    @property
    def place(self) -> str:
        """The place as lawyers abbreviate it: «Đ74 k1 d»; empty for a whole text."""
        parts = [f"Đ{self.article}" if self.article else "", f"k{self.clause}" if self.clause else ""]
        return " ".join(part for part in [*parts, self.point] if part)

    def written_out(self, language: Language) -> str:
        """Return the place in words: «điểm d khoản 1 Điều 74» or «point d, clause 1, Article 74»."""
        return (_in_vietnamese if language == "vi" else _in_english)(self)


def _in_vietnamese(cited: Citation) -> str:
    parts = [
        f"điểm {cited.point}" if cited.point else "",
        f"khoản {cited.clause}" if cited.clause else "",
        f"Điều {cited.article}" if cited.article else "",
    ]
    return " ".join(part for part in parts if part)


def _in_english(cited: Citation) -> str:
    parts = [
        f"point {cited.point}" if cited.point else "",
        f"clause {cited.clause}" if cited.clause else "",
        f"Article {cited.article}" if cited.article else "",
    ]
    return ", ".join(part for part in parts if part)
