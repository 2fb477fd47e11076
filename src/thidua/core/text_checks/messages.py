"""The sentence of a finding, in either language."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import yaml

from thidua.core.language import Language
from thidua.core.text_checks.findings import TextCode, TextFinding

_LONGEST_EXCERPT = 90
_ABOUT_SPACES = frozenset({TextCode.DOUBLE_SPACE, TextCode.NO_BREAK_SPACE})
_SPACES_TO_SEE = re.compile("[ \u00a0\t]{2,}|\u00a0")


def sentence(found: TextFinding, language: Language = "vi") -> str:
    """Return what is wrong and what to do, with the place and the suggestion quoted."""
    said = messages()[found.code][language].format(excerpt=_shortened(_seen(found)))
    if found.suggestion is None:
        return said
    return messages()["with_suggestion"][language].format(
        sentence=said, suggestion=_shortened(found.suggestion)
    )


@cache
def messages() -> dict[str, dict[Language, str]]:
    """Return the sentences of `messages.yaml` by code and language."""
    read: dict[str, dict[Language, str]] = yaml.safe_load(
        Path(__file__).with_name("messages.yaml").read_text(encoding="utf-8")
    )
    return read


def _seen(found: TextFinding) -> str:
    """Return the excerpt; where it is about spaces they are drawn, since a page shows several as one."""
    if found.code not in _ABOUT_SPACES:
        return found.excerpt
    return _SPACES_TO_SEE.sub(lambda spaces: "␣" * len(spaces.group()), found.excerpt)


def _shortened(excerpt: str) -> str:
    line = " ".join(excerpt.split("\n"))
    return line if len(line) <= _LONGEST_EXCERPT else f"{line[: _LONGEST_EXCERPT - 1].rstrip()}…"
