"""Lists that an office prints and signs: handing over, the golden book."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Final

from thidua.support.documents.certificates.text import MOTTO, NATION
from thidua.support.documents.fonts import missing_letters
from thidua.support.documents.typesetting import typeset

TEMPLATE: Final = Path(__file__).with_name("printed_list.typ")
UNKNOWN_LETTER: Final = "□"


@dataclass(frozen=True)
class PrintedColumn:
    """A column: its heading, and its width in millimetres (`fixed`) or as a share of what is left."""

    name: str
    width: float
    fixed: bool = False
    numeric: bool = False


@dataclass(frozen=True)
class PrintedGroup:
    """Rows under a heading; each row has a text for every column."""

    heading: str
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class PrintedList:
    """A list on A4 across. `under`: lines below the title; `room`: points above and below each row."""

    body: str
    title: str
    under: tuple[str, ...]
    columns: tuple[PrintedColumn, ...]
    groups: tuple[PrintedGroup, ...]
    total: str = ""
    signatures: tuple[str, ...] = ()
    room: float = field(default=4.0)


def write_list_pdf(content: PrintedList) -> bytes:
    """Return the list as PDF/A-2b. A letter that the typeface lacks is printed as an empty box."""
    data = asdict(content) | {"nation": NATION, "motto": MOTTO}
    for group in data["groups"]:
        group["rows"] = [[_printable(said) for said in row] for row in group["rows"]]
    return typeset(TEMPLATE, data, standard="a-2b")


def _printable(said: str) -> str:
    lacking: Sequence[str] = missing_letters(said)
    for letter in lacking:
        said = said.replace(letter, UNKNOWN_LETTER)
    return said
