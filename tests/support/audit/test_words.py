"""Whatever is written to the log can be read by people."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import thidua
from thidua.support.audit.words import action_words, known_actions

PACKAGE = Path(thidua.__file__).parent
ROOMS = {path.parent.parent.name for path in PACKAGE.glob("*/actions/__init__.py")}


def actions() -> Iterator[str]:
    """Yield every text of an action file that reads like «movements.launched»."""
    for path in PACKAGE.glob("*/actions/**/*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                room, _dot, verb = node.value.partition(".")
                if room in ROOMS and verb.replace("_", "").isalpha():
                    yield node.value


def test_every_action_that_is_recorded_has_its_words() -> None:
    recorded = set(actions())
    assert len(recorded) > 80
    assert sorted(recorded - known_actions().keys()) == []


def test_an_action_without_words_shows_its_code() -> None:
    assert action_words("attic.opened") == "attic.opened"
