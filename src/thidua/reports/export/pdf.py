"""The report as a tagged PDF, set by Typst in Noto Serif from the same content as every other format."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

import fontpkg
import typst

from thidua.reports.content.document import Block, Document, document_of
from thidua.reports.content.draft import Draft


def write_pdf(draft: Draft) -> bytes:
    """Return the file as PDF/A-2a: tagged, titled, its language told, its typeface within."""
    content = json.dumps(_content(document_of(draft)), ensure_ascii=False)
    made = typst.compile(
        str(Path(__file__).with_name("closing.typ")),
        font_paths=[str(_fonts())],
        ignore_system_fonts=True,
        sys_inputs={"report": content},
        format="pdf",
        pdf_standards="a-2a",
    )
    assert isinstance(made, bytes)
    return made


@cache
def _fonts() -> Path:
    return Path(fontpkg.path("noto-serif")).parent


def _content(document: Document) -> dict[str, object]:
    texts = {name: value for name, value in vars(document).items() if isinstance(value, str)}
    return texts | {
        "remarks": [line for line in (document.translation, document.correction) if line],
        "blocks": [_block(block) for block in document.blocks],
        "notes": list(document.notes),
        "recipients": list(document.recipients),
        "status": [line for line in (document.author, document.status) if line],
    }


def _block(block: Block) -> dict[str, object]:
    return {
        "level": block.level,
        "runs": [{"text": run.text, "mark": run.is_mark} for run in block.runs],
    }
