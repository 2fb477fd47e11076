"""The parts that default templates are built of: head, title, running text, lists, tables, foot."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from docx.document import Document as DocxDocument
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Mm

from thidua.support.documents.certificates.text import MOTTO, NATION
from thidua.support.documents.letter_styles import BODY, TITLE, add_rule

WIDTH: Final = Mm(160)  # between the margins
LEFT, RIGHT = Mm(66), Mm(94)
Column = tuple[str, int, str]  # heading, millimetres, content of the cell


def add_head(document: DocxDocument) -> None:
    """Add the issuing body beside the name of the State, the number beside place and date."""
    table = _two_columns(document, rows=2)
    left, right = table.rows[0].cells
    superior = _if_there("Superior body", "co_quan_chu_quan")
    _write(left, [*superior, ("Issuing body", "{{ co_quan_ban_hanh }}")])
    add_rule(left, 0.4, LEFT)
    _write(right, [("Nation", NATION), ("Motto", MOTTO)])
    add_rule(right, 0.62, RIGHT)
    _write(table.rows[1].cells[0], [("Number", "Số: {{ so_ky_hieu }}")])
    _write(table.rows[1].cells[1], [("Place and date", "{{ dia_danh }}, {{ ngay_ban_hanh }}")])


def add_title(document: DocxDocument, kind: str, abstract: str) -> None:
    """Add the kind of document and what it is about, ruled off."""
    document.add_paragraph(style="Number")
    document.add_paragraph(kind, style=TITLE)
    document.add_paragraph(abstract, style=TITLE)
    add_rule(document, 0.35, WIDTH)


def add_text(
    document: DocxDocument,
    text: str,
    *,
    bold: bool = False,
    italic: bool = False,
    align: WD_ALIGN_PARAGRAPH | None = None,
) -> Any:
    """Add a paragraph of running text and return it."""
    paragraph = document.add_paragraph(style=BODY)
    run = paragraph.add_run(text)
    run.bold, run.italic = bold or None, italic or None
    if align is not None:
        paragraph.alignment = align
        paragraph.paragraph_format.first_line_indent = 0
    return paragraph


def add_list(document: DocxDocument, name: str, item: str = "{{ dong }}", *, italic: bool = False) -> None:
    """Add a paragraph for each item of the place `name`; in `item` it is called «dong»."""
    add_text(document, f"{{%p for dong in {name} %}}")
    add_text(document, item, italic=italic)
    add_text(document, "{%p endfor %}")


def add_table(document: DocxDocument, loop: str, columns: Sequence[Column]) -> None:
    """Add a table with a heading that repeats on each page and a row for each turn of `loop`."""
    table = document.add_table(rows=4, cols=len(columns), style="Table Grid")
    table.alignment, table.autofit = WD_TABLE_ALIGNMENT.CENTER, False
    heading, opening, row, closing = table.rows
    _row_property(heading, "tblHeader")
    _row_property(row, "cantSplit")
    for number, (name, millimetres, content) in enumerate(columns):
        table.columns[number].width = Mm(millimetres)
        for each in table.rows:
            each.cells[number].width = Mm(millimetres)
        _write(heading.cells[number], [("Number", name)])
        heading.cells[number].paragraphs[0].runs[0].bold = True
        _write(row.cells[number], [("Number" if millimetres < 29 else "Cell", content)])
    _write(opening.cells[0], [("Number", f"{{%tr for {loop} %}}")])
    _write(closing.cells[0], [("Number", "{%tr endfor %}")])


def outcome_columns() -> tuple[Column, ...]:
    """Return the columns of a council's results."""
    return (
        ("STT", 14, "{{ dong.stt }}"),
        ("Cá nhân, tập thể; hình thức đề nghị", 38, "{{ dong.ten }} – {{ dong.hinh_thuc }}"),
        ("Đồng ý", 16, "{{ dong.dong_y }}"),
        ("Không đồng ý", 18, "{{ dong.khong_dong_y }}"),
        ("Không ý kiến", 18, "{{ dong.khong_y_kien }}"),
        ("Không hợp lệ", 18, "{{ dong.khong_hop_le }}"),
        ("Tỷ lệ", 17, "{{ dong.ty_le }}"),
        ("Kết quả", 21, "{{ dong.ket_qua }}"),
    )


def add_foot(document: DocxDocument, *, beside: str = "", beside_name: str = "") -> None:
    """Add the recipients beside the signature; `beside` puts a second signature in place of the recipients."""
    document.add_paragraph(style="Number")
    left, right = _two_columns(document, rows=1).rows[0].cells
    room = [("Signature", "")] * 4
    if beside:
        _write(left, [("Signature", beside), *room, ("Signature", beside_name)])
    else:
        loop = ("{%p for dong in noi_nhan %}", "- {{ dong }}", "{%p endfor %}")
        _write(left, [("Recipients heading", "Nơi nhận:"), *(("Recipient", line) for line in loop)])
    signed = [*_if_there("Signature", "thay_mat"), ("Signature", "{{ chuc_vu_ky }}")]
    _write(right, [*signed, *room, ("Signature", "{{ nguoi_ky }}")])


def _if_there(style: str, name: str) -> list[tuple[str, str]]:
    """Return the lines of a place that takes no room when it is empty."""
    return [(style, f"{{%p if {name} %}}"), (style, f"{{{{ {name} }}}}"), (style, "{%p endif %}")]


def _two_columns(document: DocxDocument, rows: int) -> Any:
    """Return a table of two columns without borders, whose rows do not break across pages."""
    table = document.add_table(rows=rows, cols=2)
    table.alignment, table.autofit = WD_TABLE_ALIGNMENT.CENTER, False
    # Word reads the widths of the cells, LibreOffice those of the columns.
    table.columns[0].width, table.columns[1].width = LEFT, RIGHT
    for row in table.rows:
        row.cells[0].width, row.cells[1].width = LEFT, RIGHT
        _row_property(row, "cantSplit")
    return table


def _row_property(row: Any, name: str) -> None:
    properties = row._tr.get_or_add_trPr()
    properties.append(properties.makeelement(f"{{{row._tr.nsmap['w']}}}{name}"))


def _write(cell: Any, lines: Sequence[tuple[str, str]]) -> None:
    """Write lines into a new cell; the paragraph that it has takes the first."""
    for number, (style, text) in enumerate(lines):
        paragraph = cell.add_paragraph() if number else cell.paragraphs[0]
        paragraph.style = style
        paragraph.add_run(text)
