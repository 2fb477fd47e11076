"""Orders and coverings of recorded values, read from scales.yaml."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import yaml

ANY = "any"


@cache
def _read() -> Mapping[str, Any]:
    read: Mapping[str, Any] = yaml.safe_load(Path(__file__).with_name("scales.yaml").read_text("utf-8"))
    return read


@cache
def grade_number(grade: str) -> int:
    """Return the place of a task-completion grade: 1 is the lowest; 0 is kept for «no grade»."""
    return int(_read()["grades"].index(grade)) + 1


def grades() -> tuple[str, ...]:
    """Return the task-completion grades, lowest first."""
    return tuple(_read()["grades"])


@cache
def levels_from(level: str) -> frozenset[str]:
    """Return the levels of discipline from this one up."""
    levels = list(_read()["discipline_levels"])
    return frozenset(levels[levels.index(level) :])


@cache
def covering(vocabulary: str, required: str | None) -> frozenset[str] | None:
    """Return the recorded values that satisfy a requirement; None when it asks nothing."""
    if required is None or required == ANY:
        return None
    return frozenset(_read()["covers"][vocabulary].get(required, [required]))
