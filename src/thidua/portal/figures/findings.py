"""What a check before publication has found in an article."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Final

AROUND: Final = 45  # characters shown on either side, and by which a finding is known again


@dataclass(frozen=True)
class Passage:
    """The span in the article as it is kept that `words` take the place of; `part` counts its parts from 0."""

    part: int
    start: int
    end: int
    words: str


@dataclass(frozen=True)
class ArticleFinding:
    """One finding. `place` is where on the desk; `before`, `excerpt`, `after` the words as they read there.

    `sentence` says what is wrong and what to do; `suggestion` what to put instead, "" where only a person knows.
    One that is not `acceptable` must be mended. `passage` is there where the suggestion can be put in for the editor.
    """

    code: str
    place: str
    sentence: str
    excerpt: str = ""
    before: str = ""
    after: str = ""
    suggestion: str = ""
    acceptable: bool = True
    passage: Passage | None = None

    @property
    def key(self) -> str:
        """What stays the same as long as the passage reads the same."""
        said = "\x1f".join((self.code, self.before, self.excerpt, self.after, self.suggestion))
        return hashlib.sha256(said.encode("utf-8")).hexdigest()


def around(text: str, start: int, end: int) -> tuple[str, str, str]:
    """Return the excerpt with what stands before and after it on its line."""
    line = text.rfind("\n", 0, start) + 1
    stop = text.find("\n", end)
    stop = len(text) if stop < 0 else stop
    return text[max(line, start - AROUND) : start], text[start:end], text[end : min(stop, end + AROUND)]
