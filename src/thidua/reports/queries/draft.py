"""The report as it reads now, every figure fetched anew."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from django.utils.translation import override

from thidua.core.language import Language
from thidua.orgs.queries import names_as_of
from thidua.reports.content.draft import Draft, DraftParagraph, SignOff
from thidua.reports.content.marking import Notes, marked
from thidua.reports.content.rendering import rendered
from thidua.reports.figures.bound import BoundFigure
from thidua.reports.figures.register import figures_for
from thidua.reports.figures.scope import Scope, scope_of
from thidua.reports.models import ClosingReport, Paragraph
from thidua.reports.queries.checks import checks_of
from thidua.reports.queries.head import head_of
from thidua.reports.wording import wording
from thidua.reports.wording.markup import parse, places


@dataclass(frozen=True)
class _Written:
    """A paragraph as written in the language asked for."""

    row: Paragraph
    section: str
    heading: str
    text: str


def assemble(
    report: ClosingReport,
    language: Language = "vi",
    *,
    labels: Language | None = None,
    with_checks: bool = True,
) -> Draft:
    """Return the draft of a report as of this moment; the number of queries does not depend on the rows.

    In English it is worded by the English wording file; paragraphs that an officer added stand only in Vietnamese.
    `labels` is the language of what is told about figures and open points, by default that of the text.
    """
    rows = list(report.paragraphs.select_related("responsible", "signed_off_by").order_by("order"))
    with override(labels or language):
        scope = scope_of(report, language, _codes(row.text for row in rows))
        written = _written(scope, rows)
        figures = figures_for(scope, {place for each in written for place in places(each.text)})
        return _assembled(report, scope, written, figures, with_checks=with_checks)


def named_indicators(report: ClosingReport) -> frozenset[str]:
    """Return the codes of the indicators that have a place of their own in the text; one query."""
    return _codes(report.paragraphs.values_list("text", flat=True))


def _codes(texts: Iterable[str]) -> frozenset[str]:
    named = (place for text in texts for place in places(text) if place.startswith("indicator."))
    return frozenset(place.split(".")[1] for place in named)


def _written(scope: Scope, rows: list[Paragraph]) -> list[_Written]:
    if scope.language == "vi":
        return [_Written(row, row.section, row.heading, row.text) for row in rows]
    known = ((row, wording(scope.language).paragraph(row.key)) for row in rows)
    return [
        _Written(row, worded.section, worded.heading, worded.text_for(scope.movements))
        for row, worded in known
        if worded is not None
    ]


def _assembled(
    report: ClosingReport,
    scope: Scope,
    written: list[_Written],
    figures: Mapping[str, BoundFigure],
    *,
    with_checks: bool,
) -> Draft:
    units = [each.row.responsible_id for each in written if each.row.responsible_id]
    responsible = names_as_of(units, scope.as_of)
    paragraphs = [
        _paragraph(
            each, figures, responsible[each.row.responsible_id].name if each.row.responsible_id else ""
        )
        for each in written
    ]
    notes = Notes(scope.words)
    pieces = marked(paragraphs, notes)
    draft = Draft(
        language=scope.language,
        head=head_of(report, scope),
        paragraphs=numbered(replace(each, pieces=own) for each, own in zip(paragraphs, pieces, strict=True)),
        notes=notes.all,
    )
    # Text checks know Vietnamese; the English text is made from the same figures.
    if not with_checks or scope.language != "vi":
        return draft
    return replace(draft, checks=checks_of(draft, scope))


def _paragraph(each: _Written, figures: Mapping[str, BoundFigure], responsible: str) -> DraftParagraph:
    row = each.row
    paragraph = DraftParagraph(
        key=row.key,
        section=each.section,
        heading=each.heading,
        field=row.field,
        pieces=rendered(parse(each.text), figures),
        responsible=responsible,
    )
    if row.signed_off_at is None:
        return paragraph
    holds = row.signed_off_hash == paragraph.text_hash
    return replace(paragraph, sign_off=SignOff(str(row.signed_off_by), row.signed_off_at, holds))


def numbered(paragraphs: Iterable[DraftParagraph]) -> tuple[DraftParagraph, ...]:
    """Number parts and headings; a title whose paragraph is empty moves on to the next one that is not."""
    section = heading = 0
    waiting = ""
    done = []
    for paragraph in paragraphs:
        waiting = paragraph.section or waiting
        if paragraph.is_empty:
            done.append(replace(paragraph, section=""))
            continue
        title, waiting = waiting, ""
        if title:
            section, heading = section + 1, 0
        heading += bool(paragraph.heading)
        done.append(
            replace(
                paragraph,
                section=title,
                section_number=section,
                heading_number=heading if paragraph.heading else 0,
            )
        )
    return tuple(done)
