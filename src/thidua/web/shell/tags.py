"""States as text with an icon; colour is never the only sign."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Tone(StrEnum):
    """What a state asks of the reader."""

    NEUTRAL = "neutral"  # nothing has begun, or it is over
    INFO = "info"  # under way
    SUCCESS = "success"  # done
    WARNING = "warning"  # something is to be done
    ERROR = "error"  # overdue, and the office's own duty


@dataclass(frozen=True)
class Tag:
    """A state: its words and its tone."""

    text: str
    tone: Tone = Tone.NEUTRAL
