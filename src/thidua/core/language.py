"""The two languages in which the core words its labels."""

from dataclasses import dataclass
from typing import Literal

Language = Literal["vi", "en"]


@dataclass(frozen=True)
class Wording:
    """One sentence or name in both languages."""

    vi: str
    en: str

    def say(self, language: Language) -> str:
        """Return the text in one language."""
        return self.vi if language == "vi" else self.en
