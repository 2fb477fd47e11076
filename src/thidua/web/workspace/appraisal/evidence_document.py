"""The evidence sheet of a public consultation: its facts, and the sheet as a Word document for the dossier."""

from __future__ import annotations

from io import BytesIO

from django.utils.translation import gettext as _
from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Pt

from thidua.core.vietnamese.dates import format_date
from thidua.nominations.clock_rows import local_day
from thidua.nominations.enums import OpinionState
from thidua.nominations.queries import EvidenceSheet, public_words
from thidua.web.shell import formats

FONT = "Times New Roman"


def facts_of(sheet: EvidenceSheet) -> list[tuple[str, str]]:
    """Return the lines of the sheet: what, and how much or when."""
    one = sheet.consultation
    closed = local_day(one.closed_at) if one.closed_at else None
    lines = [
        (_("Dossier"), f"{one.dossier.code}, {one.dossier.unit.name}"),
        (_("Put before the public"), f"{format_date(one.opened_on)} – {format_date(one.closes_on)}"),
        (_("Where it is published"), one.where),
        (_("Grounds"), one.grounds),
        (_("Opinions received"), formats.number(sheet.received)),
        (_("Published"), formats.number(sheet.published)),
        (_("Kept back"), formats.number(sheet.kept_back)),
        (_("Against a nominee"), formats.number(sheet.objections)),
        (_("Answered"), formats.number(sheet.answered)),
        (_("Closed on"), format_date(closed) if closed else _("still open")),
        (_("What came of it"), one.summary),
    ]
    return [(label, value) for label, value in lines if value]


def opinions_of(sheet: EvidenceSheet) -> list[tuple[str, str, str]]:
    """Return who says what and what the office answered, of the published opinions; hidden names stay hidden."""
    rows = sheet.consultation.opinions.filter(state=OpinionState.PUBLISHED).order_by("received_at", "pk")
    said = [(*public_words(row), row.answer) for row in rows]
    return [(who or _("name not shown"), text, answer) for who, text, answer in said]


def evidence_document(sheet: EvidenceSheet) -> bytes:
    """Return the sheet as a Word document, with a place for two signatures."""
    document = Document()
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = FONT, Pt(13)
    title = document.add_paragraph()
    title.alignment = WD_ALIGN_PARAGRAPH.CENTER
    title.add_run(_("Evidence sheet of the public consultation").upper()).bold = True
    table = document.add_table(rows=0, cols=2, style="Table Grid")
    for label, value in facts_of(sheet):
        cells = table.add_row().cells
        cells[0].text, cells[1].text = label, value
    _heading(document, _("Nominees put before the public"))
    for number, name in enumerate(sheet.nominees, start=1):
        document.add_paragraph(f"{number}. {name}")
    _heading(document, _("Published opinions"))
    opinions = opinions_of(sheet)
    for number, (who, text, answer) in enumerate(opinions, start=1):
        document.add_paragraph(f"{number}. {who}: {text}")
        if answer:
            document.add_paragraph(f"{_('Answer:')} {answer}")
    if not opinions:
        document.add_paragraph(_("No opinion was published."))
    signatures = document.add_table(rows=1, cols=2).rows[0].cells
    signatures[0].text, signatures[1].text = _("Drawn up by"), _("Head of the office")
    for cell in signatures:
        cell.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.CENTER
    written = BytesIO()
    document.save(written)
    return written.getvalue()


def _heading(document: object, words: str) -> None:
    document.add_paragraph().add_run(words).bold = True  # type: ignore[attr-defined]
