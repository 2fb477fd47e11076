"""What award a cell, a heading or a title names: its code in the law data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

_NONE: Mapping[str, str] = {}


@dataclass(frozen=True)
class AwardWords:
    """An award as words name it. `code` "" where nothing fits well enough; `certainty` 0 to 1 (1: no doubt).

    `text`: the words of this award as written; `alternatives`: other codes the same words may mean, likeliest first.
    `reason`: what stands behind it («vì đã có thành tích …»), "" for nothing.
    """

    code: str = ""
    text: str = ""
    certainty: float = 0.0
    alternatives: tuple[str, ...] = ()
    reason: str = ""


def read_award(
    text: str,
    kind: str = "",
    on: date | None = None,
    spellings: Mapping[str, str] = _NONE,
    authority: str = "",
) -> AwardWords:
    """Return the first award that a cell names. See `read_awards`."""
    return next(iter(read_awards(text, kind, on, spellings, authority)), AwardWords(text=text))


def read_awards(
    text: str,
    kind: str = "",
    on: date | None = None,
    spellings: Mapping[str, str] = _NONE,
    authority: str = "",
) -> tuple[AwardWords, ...]:
    """Return every award that a cell names, in its order; `kind`: RecipientKind, `authority`: who signs the decision."""
    return ()


def award_in(
    sentence: str,
    kind: str = "",
    on: date | None = None,
    spellings: Mapping[str, str] = _NONE,
    authority: str = "",
) -> AwardWords:
    """Return the award that a title or heading speaks of («Điều 1. Tặng Bằng khen … cho 05 tập thể»); code "" for none."""
    return AwardWords(text=sentence)
