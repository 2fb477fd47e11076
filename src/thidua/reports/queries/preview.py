"""A paragraph as it would read, while it is being edited."""

from __future__ import annotations

from dataclasses import dataclass

from thidua.core.language import Language
from thidua.core.vietnamese.hygiene import clean_line
from thidua.reports.content.draft import Check, DraftParagraph
from thidua.reports.content.rendering import rendered
from thidua.reports.figures.register import figures_for
from thidua.reports.figures.scope import scope_of
from thidua.reports.models import Paragraph
from thidua.reports.queries.checks import check_paragraph
from thidua.reports.queries.draft import named_indicators
from thidua.reports.wording.markup import parse, places


@dataclass(frozen=True)
class Preview:
    """The paragraph with its figures, and what the checks find in it."""

    paragraph: DraftParagraph
    checks: tuple[Check, ...]


def preview(paragraph: Paragraph, typed: str, language: Language = "vi") -> Preview:
    """Return how the typed text would read now; raises MarkupFault where it cannot be read."""
    text = clean_line(typed)
    nodes = parse(text)
    scope = scope_of(paragraph.report, language, named_indicators(paragraph.report))
    figures = figures_for(scope, places(text))
    draft = DraftParagraph(
        key=paragraph.key,
        section=paragraph.section,
        heading=paragraph.heading,
        field=paragraph.field,
        pieces=rendered(nodes, figures),
    )
    return Preview(draft, check_paragraph(draft, scope))
