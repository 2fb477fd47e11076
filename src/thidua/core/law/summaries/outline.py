"""A summary as blocks in one language; terminals and docs pages only differ in how they set them."""

from dataclasses import dataclass
from typing import Final

from thidua.core.language import Language, Wording
from thidua.core.law.summaries.phrases import sentence


@dataclass(frozen=True)
class Heading:
    """A heading; level 1 is the page's own."""

    level: int
    text: str


@dataclass(frozen=True)
class Paragraph:
    """Running text."""

    text: str


@dataclass(frozen=True)
class Notice:
    """What must not be overlooked."""

    text: str


@dataclass(frozen=True)
class Item:
    """A point of a list: its marker («1.», «a)», «–»), and how deep it stands (0 outermost)."""

    marker: str
    text: str
    depth: int = 0


@dataclass(frozen=True)
class Remark:
    """Small print under the item before it: what is unsure, who checked it, a note."""

    text: str
    depth: int = 0


Block = Heading | Paragraph | Notice | Item | Remark


class Outline:
    """Collects blocks in one language."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self.blocks: list[Block] = []

    def heading(self, level: int, text: Wording) -> None:
        """Add a heading."""
        self.blocks.append(Heading(level, text.say(self.language)))

    def paragraph(self, text: Wording) -> None:
        """Add running text."""
        self.blocks.append(Paragraph(text.say(self.language)))

    def notice(self, text: Wording) -> None:
        """Add what must not be overlooked."""
        self.blocks.append(Notice(text.say(self.language)))

    def item(self, marker: str, text: Wording, depth: int = 0) -> None:
        """Add a point of a list."""
        self.blocks.append(Item(marker, text.say(self.language), depth))

    def remark(self, *texts: Wording | None, depth: int = 0) -> None:
        """Add small print under the item before it; nothing when there is none."""
        said = " ".join(sentence(text).say(self.language) for text in texts if text is not None)
        if said:
            lead = "Ghi chú" if self.language == "vi" else "Note"
            self.blocks.append(Remark(f"{lead}: {said}", depth))


_LETTERS: Final = {"vi": "abcdđeghiklmnopqrstuvxy", "en": "abcdefghijklmnopqrstuvwxyz"}


def letter(number: int, language: Language) -> str:
    """Return the letter of a point from 1: in Vietnamese a, b, c, d, đ, e, g, h, i, k … After the last «a1», «b1» …

    Decree 30/2020/NĐ-CP, appendix I: points follow the Vietnamese alphabet.
    """
    letters = _LETTERS[language]
    turn, place = divmod(number - 1, len(letters))
    return letters[place] + (str(turn) if turn else "")
