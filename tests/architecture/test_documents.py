"""The documents keep their word: what they link, show and tell to type exists, in both languages alike."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

import pytest

from tests.architecture.repository import ROOT, repository_files, shown, text_of
from thidua.config.cli import COMMANDS
from tools import screenshots

READMES = (ROOT / "README.md", ROOT / "README.vi.md")
GUIDES = (ROOT / "docs" / "guide" / "huong-dan.md", ROOT / "docs" / "guide" / "guide.md")
PICTURES = ROOT / "docs" / "pictures"

LINK = re.compile(r"(!?)\[[^\]]*\]\(([^)\s]+)\)")
FENCE = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)
CODE = re.compile(r"`([^`]+)`")
HEADING = re.compile(r"^(#{1,6}) +(.+?)\s*$", re.MULTILINE)
TARGET = re.compile(r"^([a-z][a-z-]*):", re.MULTILINE)


def documents() -> tuple[Path, ...]:
    return tuple(path for path in repository_files() if path.suffix == ".md")


def links_of(document: Path) -> Iterator[tuple[bool, str]]:
    """Yield (is it a picture, where it goes) of every link that does not leave the repository."""
    for mark, target in LINK.findall(FENCE.sub("", text_of(document))):
        if not re.match(r"[a-z]+:", target):
            yield mark == "!", unquote(target)


def headings_of(document: Path) -> list[tuple[int, str]]:
    """Return (level, words) of the headings outside code."""
    return [(len(marks), words) for marks, words in HEADING.findall(FENCE.sub("", text_of(document)))]


def anchors_of(document: Path) -> set[str]:
    """Return the anchors that GitHub gives to the headings: small letters, hyphens, no signs."""
    return {
        re.sub(r"[^\w\- ]", "", words.lower()).replace(" ", "-") for _level, words in headings_of(document)
    }


def typed_in(document: Path) -> Iterator[str]:
    """Yield what the document tells to type: the words in backticks and the lines of fenced code."""
    text = text_of(document)
    for fence in FENCE.findall(text):
        yield from fence.splitlines()[1:-1]
    for code in CODE.findall(FENCE.sub("", text)):
        yield re.sub(r"\s+", " ", code)


def commands_in(document: Path, program: str) -> set[str]:
    """Return the words that follow `program` where the document says what to type."""
    found = (
        re.match(rf"(?:\.venv/bin/)?{program} ([a-z][a-z-]*)", line.strip()) for line in typed_in(document)
    )
    return {match.group(1) for match in found if match}


@pytest.mark.parametrize("document", documents(), ids=shown)
def test_every_link_and_picture_of_a_document_leads_somewhere(document: Path) -> None:
    dead = []
    for _picture, target in links_of(document):
        name, _, anchor = target.partition("#")
        there = (document.parent / name).resolve() if name else document
        if not there.exists() or (anchor and anchor not in anchors_of(there)):
            dead.append(target)
    assert dead == []


@pytest.mark.parametrize("document", [*READMES, *GUIDES], ids=shown)
def test_readmes_and_guides_show_how_it_looks(document: Path) -> None:
    pictures = [target for picture, target in links_of(document) if picture]
    assert len(pictures) >= 2
    assert [target for target in pictures if not target.endswith(".png")] == []


@pytest.mark.parametrize("documents_of_a_pair", [READMES, GUIDES], ids=["readme", "guide"])
def test_both_languages_have_the_same_sections(documents_of_a_pair: tuple[Path, Path]) -> None:
    vietnamese, english = ([level for level, _words in headings_of(path)] for path in documents_of_a_pair)
    assert len(vietnamese) > 3
    assert vietnamese == english


@pytest.mark.parametrize("document", documents(), ids=shown)
def test_every_command_that_a_document_names_exists(document: Path) -> None:
    targets = set(TARGET.findall(text_of(ROOT / "Makefile")))
    assert commands_in(document, "make") - targets == set()
    assert commands_in(document, "thidua") - set(COMMANDS) == set()


def test_the_documents_do_name_commands() -> None:
    """Without this, a change of the pattern above would let everything pass."""
    named = {name for document in documents() for name in commands_in(document, "thidua")}
    assert {"closing-report", "audit", "import-observations", "create-administrator"} <= named
    assert {"demo", "test", "check", "bench"} <= commands_in(READMES[0], "make")


def test_every_picture_is_taken_by_the_tool_and_shown_in_a_document() -> None:
    taken = {f"{picture.name}.png" for picture in screenshots.PICTURES}
    kept = {path.name for path in repository_files() if path.parent == PICTURES}
    there = {Path(target).name for path in documents() for picture, target in links_of(path) if picture}
    assert kept == taken
    assert there == taken
