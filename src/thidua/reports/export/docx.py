"""The report as a DOCX that Word and LibreOffice open, in the layout of Decree 30/2020/NĐ-CP."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import docx
from docx.document import Document as DocxDocument
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.shared import Mm

from thidua.reports.content.document import Block, Document, document_of
from thidua.reports.content.draft import Draft
from thidua.support.documents.letter_styles import (
    BODY,
    LANGUAGES,
    NOTE,
    TITLE,
    add_rule,
    set_page,
    set_styles,
)

_WIDTH = Mm(160)  # between the margins
_LEFT, _RIGHT = Mm(62), Mm(98)


def write_docx(draft: Draft) -> bytes:
    """Return the file. Figures that are no facts carry their mark, and the notes stand under the text."""
    source = document_of(draft)
    document = docx.Document()
    set_page(document)
    set_styles(document, source.language)
    _describe(document, source)
    _head(document, source)
    _title(document, source)
    for block in source.blocks:
        _block(document, block)
    _notes(document, source)
    _foot(document, source)
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def _describe(document: DocxDocument, source: Document) -> None:
    properties = document.core_properties
    properties.title, properties.author = source.title, source.issuer
    properties.language = LANGUAGES[source.language]
    properties.comments = source.status


def _head(document: DocxDocument, source: Document) -> None:
    """Write the issuing body beside the name of the State, number beside place and date."""
    table = _table(document, rows=2)
    left, right = table.rows[0].cells
    lines = [("Superior body", source.issuer_parent), ("Issuing body", source.issuer)]
    _write(left, lines)
    add_rule(left, 0.4, _LEFT)
    _write(right, [("Nation", source.nation), ("Motto", source.motto)])
    add_rule(right, 0.62, _RIGHT)
    _write(table.rows[1].cells[0], [("Number", source.number)])
    _write(table.rows[1].cells[1], [("Place and date", source.place_date)])


def _title(document: DocxDocument, source: Document) -> None:
    document.add_paragraph(style="Number")
    document.add_paragraph(source.type, style=TITLE)
    document.add_paragraph(source.title, style=TITLE)
    add_rule(document, 0.35, _WIDTH)
    for line in (source.translation, source.correction):
        if line:
            document.add_paragraph(line, style="Remark")


def _block(document: DocxDocument, block: Block) -> None:
    if block.level:
        document.add_paragraph(block.text, style=f"Heading {block.level}")
        return
    paragraph = document.add_paragraph(style=BODY)
    for run in block.runs:
        added = paragraph.add_run(run.text)
        added.font.superscript = True if run.is_mark else None


def _notes(document: DocxDocument, source: Document) -> None:
    if not source.notes:
        return
    add_rule(document, 0.35, _WIDTH)
    document.add_paragraph(source.notes_heading, style="Note heading")
    for note in source.notes:
        document.add_paragraph(note, style=NOTE)


def _foot(document: DocxDocument, source: Document) -> None:
    """Write the recipients beside the signature, which never parts from its post."""
    document.add_paragraph(style="Number")
    table = _table(document, rows=1)
    left, right = table.rows[0].cells
    _write(left, [("Recipients heading", source.recipients_heading)])
    _write(left, [("Recipient", line) for line in source.recipients], follows=True)
    room = [("Signature", "")] * 4
    _write(right, [("Signature", source.signer_post), *room, ("Signature", source.signer_name)])
    document.add_paragraph(style="Number")
    for line in (source.author, source.status):
        if line:
            document.add_paragraph(line, style="Status")


def _table(document: DocxDocument, rows: int) -> Any:
    """Return a table of two columns without borders, whose rows do not break across pages."""
    table = document.add_table(rows=rows, cols=2)
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    table.autofit = False
    # Word reads the widths of the cells, LibreOffice those of the columns.
    table.columns[0].width, table.columns[1].width = _LEFT, _RIGHT
    for row in table.rows:
        row.cells[0].width, row.cells[1].width = _LEFT, _RIGHT
        properties = row._tr.get_or_add_trPr()
        properties.append(properties.makeelement(f"{{{row._tr.nsmap['w']}}}cantSplit"))
    return table


def _write(cell: Any, lines: list[tuple[str, str]], *, follows: bool = False) -> None:
    """Write lines into a cell; the paragraph that every new cell has takes the first, unless others stand there."""
    for number, (style, text) in enumerate(lines):
        first = number == 0 and not follows
        paragraph = cell.paragraphs[0] if first else cell.add_paragraph()
        paragraph.style = style
        paragraph.add_run(text)
