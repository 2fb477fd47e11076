"""Illustrative forms as Word files, without any name of an author."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from typing import Any

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH

from thidua.contests.bare import bare_copy
from thidua.support.files.kinds import DOCX


def form_file(said: Mapping[str, Any]) -> bytes:
    """Return a DOCX: state heading, title, a line for each `lines`, a table for `columns`, place for the signature."""
    paper = Document()
    for words in ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"):
        heading = paper.add_paragraph()
        heading.alignment = WD_ALIGN_PARAGRAPH.CENTER
        heading.add_run(words).bold = True
    title = paper.add_paragraph()
    title.alignment = WD_ALIGN_PARAGRAPH.CENTER
    title.add_run(str(said["heading"]).upper()).bold = True
    note = paper.add_paragraph()
    note.alignment = WD_ALIGN_PARAGRAPH.CENTER
    note.add_run("(Mẫu minh họa)").italic = True
    for line in said["lines"]:
        paper.add_paragraph(str(line))
    if columns := said.get("columns"):
        table = paper.add_table(rows=4, cols=len(columns))
        table.style = "Table Grid"
        for cell, words in zip(table.rows[0].cells, columns, strict=True):
            cell.text = str(words)
    signature = paper.add_paragraph(str(said["signature"]))
    signature.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    kept = BytesIO()
    paper.save(kept)
    return bare_copy(kept.getvalue(), DOCX.content_type)
