"""A paper made readable inside a page: a PDF or picture as it is, a Word document as its words."""

from __future__ import annotations

import zipfile
from dataclasses import dataclass
from io import BytesIO
from typing import Final

from docx import Document
from docx.opc.exceptions import PackageNotFoundError
from docx.table import Table

from thidua.nominations.models import Evidence
from thidua.support.files.kinds import DOCX, JPEG, PDF, PNG

PICTURES: Final = frozenset({JPEG.content_type, PNG.content_type})
# What the browser draws by itself, without the power to run anything.
DRAWN: Final = PICTURES | {PDF.content_type}
_MOST_BLOCKS: Final = 2000


@dataclass(frozen=True)
class Block:
    """A paragraph, or a table as rows of cells."""

    text: str
    rows: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True)
class ShownPaper:
    """How a paper is shown. `way`: pdf | picture | words | none (it can only be downloaded)."""

    paper: Evidence
    way: str
    blocks: tuple[Block, ...] = ()


def shown_paper(paper: Evidence) -> ShownPaper:
    """Return how `paper` can be read beside the findings; a damaged document can only be downloaded."""
    kind = paper.file.content_type
    if kind == PDF.content_type:
        return ShownPaper(paper, "pdf")
    if kind in PICTURES:
        return ShownPaper(paper, "picture")
    if kind != DOCX.content_type:
        return ShownPaper(paper, "none")
    with paper.file.content.open("rb") as opened:
        blocks = _blocks(opened.read())
    return ShownPaper(paper, "words" if blocks else "none", blocks)


def _blocks(data: bytes) -> tuple[Block, ...]:
    try:
        found = Document(BytesIO(data)).iter_inner_content()
        blocks = [
            Block("", tuple(tuple(cell.text for cell in row.cells) for row in one.rows))
            if isinstance(one, Table)
            else Block(one.text)
            for _number, one in zip(range(_MOST_BLOCKS), found, strict=False)
        ]
    except (PackageNotFoundError, zipfile.BadZipFile, KeyError, ValueError, SyntaxError):
        return ()  # what python-docx and its XML reader make of a damaged package
    return tuple(block for block in blocks if block.text.strip() or block.rows)
