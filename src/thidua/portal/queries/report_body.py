"""A frozen closing report as the text of an article, its figures as codes."""

from __future__ import annotations

from django.utils.html import escape

from thidua.portal.figures.codes import FigureCode
from thidua.reports.content.draft import DraftParagraph, FigurePiece, TextPiece
from thidua.reports.models import FrozenVersion
from thidua.reports.queries.versions import read_version


def body_from_report(version: FrozenVersion) -> list[tuple[str, str]]:
    """Return blocks (kind, value) for the body: headings, and paragraphs of rich text; no query but the report's."""
    blocks: list[tuple[str, str]] = []
    for paragraph in read_version(version).printed:
        blocks += [("heading", title) for title in (paragraph.section, paragraph.heading) if title]
        blocks.append(("paragraph", f"<p>{_text(version, paragraph)}</p>"))
    return blocks


def _text(version: FrozenVersion, paragraph: DraftParagraph) -> str:
    said = []
    for piece in paragraph.printed:
        if isinstance(piece, FigurePiece):
            said.append(str(FigureCode(version.report.slug, version.number, piece.figure.place)))
        elif isinstance(piece, TextPiece):
            said.append(escape(piece.text))
    return "".join(said)
