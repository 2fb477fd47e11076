"""Drafts and figures as the templates of this area draw them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from thidua.core.language import Language
from thidua.core.numerals import roman
from thidua.core.vietnamese.dates import format_date, format_date_time, format_range
from thidua.reports.content.draft import (
    Check,
    CheckLevel,
    Draft,
    DraftParagraph,
    FigurePiece,
    MarkPiece,
    OmittedPiece,
    Piece,
    TextPiece,
)
from thidua.reports.figures.bound import BoundFigure
from thidua.reports.models import ClosingReport, Paragraph
from thidua.web.shell import formats
from thidua.web.shell.tags import Tag
from thidua.web.workspace.reports.states import sign_off_tag


@dataclass(frozen=True)
class ShownPiece:
    """A piece of a paragraph; `kind` is text, figure, mark or omitted. `hint` is told on hovering over a figure."""

    kind: str
    text: str
    url: str = ""
    hint: str = ""
    marked: bool = False
    number: int = 0


@dataclass(frozen=True)
class ShownParagraph:
    """A paragraph with its titles, its state, its open points, and what the person may do with it."""

    draft: DraftParagraph
    pk: int
    section: str
    heading: str
    pieces: tuple[ShownPiece, ...]
    checks: tuple[Check, ...]
    tag: Tag | None
    may_edit: bool
    may_sign: bool

    @property
    def name(self) -> str:
        """What links call the paragraph: its heading, else its beginning."""
        return self.heading or self.section or f"{self.draft.plain[:40].rstrip(' ,.;')}…"


@dataclass(frozen=True)
class May:
    """What the person may do, asked once for the whole report; the sets hold keys of paragraphs."""

    draft: bool
    edit: frozenset[str]
    sign: frozenset[str]


def shown(report: ClosingReport, draft: Draft, rows: Iterable[Paragraph], may: May) -> list[ShownParagraph]:
    """Return the paragraphs of a draft in order, those without anything to print as well."""
    checks: dict[str, list[Check]] = {}
    for check in draft.checks:
        checks.setdefault(check.paragraph, []).append(check)
    ids = {row.key: row.pk for row in rows}
    return [
        ShownParagraph(
            draft=paragraph,
            pk=ids[paragraph.key],
            section=section_title(paragraph),
            heading=heading_title(paragraph),
            pieces=tuple(shown_pieces(report.slug, paragraph.pieces)),
            checks=tuple(checks.get(paragraph.key, ())),
            tag=sign_off_tag(paragraph) if paragraph.field and not paragraph.is_empty else None,
            may_edit=paragraph.key in may.edit,
            may_sign=paragraph.key in may.sign,
        )
        for paragraph in draft.paragraphs
    ]


def section_title(paragraph: DraftParagraph) -> str:
    """Return «II. Kết quả …», or "" where no part begins."""
    return f"{roman(paragraph.section_number)}. {paragraph.section}" if paragraph.section else ""


def heading_title(paragraph: DraftParagraph) -> str:
    """Return «1. Về kinh tế»; without a number where nothing is printed; "" where there is no heading."""
    if not paragraph.heading or not paragraph.heading_number:
        return paragraph.heading
    return f"{paragraph.heading_number}. {paragraph.heading}"


def shown_pieces(slug: str, pieces: Iterable[Piece]) -> Iterator[ShownPiece]:
    """Yield the pieces with the addresses and hints of their figures."""
    for piece in pieces:
        if isinstance(piece, TextPiece):
            yield ShownPiece("text", piece.text)
        elif isinstance(piece, MarkPiece):
            yield ShownPiece("mark", f"({piece.number})", number=piece.number)
        elif isinstance(piece, OmittedPiece):
            yield ShownPiece("omitted", piece.source)
        else:
            yield _shown_figure(slug, piece)


def _shown_figure(slug: str, piece: FigurePiece) -> ShownPiece:
    figure = piece.figure
    told = [figure.label, figure.basis, period_of(figure), as_of(figure)]
    return ShownPiece(
        kind="figure",
        text=piece.text,
        url=reverse("report-figure", args=[slug, figure.place]),
        hint=" · ".join(part for part in told if part),
        marked=figure.needs_mark,
    )


def period_of(figure: BoundFigure) -> str:
    """Return «01/01–30/09/2019», or ""."""
    return format_range(figure.period.start, figure.period.end) if figure.period else ""


def as_of(figure: BoundFigure) -> str:
    """Return «số liệu đến ngày 30/09/2019», or ""."""
    return _("as of %(day)s") % {"day": format_date(figure.as_of)} if figure.as_of else ""


@dataclass(frozen=True)
class Fact:
    """One line of what is known of a figure."""

    label: str
    value: str
    provenance: str = ""


def facts(figure: BoundFigure) -> list[Fact]:
    """Return what stands behind a figure. Of what was measured, unknown periods and acceptors are told as unknown."""
    is_measured = figure.place.startswith("indicator.")
    unknown = _("not known") if is_measured else ""
    known = [
        Fact(_("Computed from"), figure.basis),
        Fact(_("Period"), period_of(figure) or unknown),
        Fact(_("As of"), format_date(figure.as_of) if figure.as_of else unknown),
        Fact(_("Source"), figure.source or _("not known")),
        Fact(_("Accepted by"), _accepted(figure) or (_("nobody yet") if is_measured else "")),
        Fact(_("Origin"), str(figure.provenance.label)),
        *(Fact(part.label, part.text, part.provenance) for part in figure.parts),
        Fact(_("Note"), figure.remark),
    ]
    return [fact for fact in known if fact.value]


def _accepted(figure: BoundFigure) -> str:
    if figure.accepted_by and figure.accepted_at:
        return f"{figure.accepted_by}, {format_date_time(figure.accepted_at)}"
    return figure.accepted_by


@dataclass(frozen=True)
class Chip:
    """A figure that may be put into the text: how it is written, what it says, and how it reads now."""

    place: str
    label: str
    text: str = ""

    @property
    def code(self) -> str:
        """How the place is written in the text."""
        return f"{{{self.place}}}"


def chips(figures: Mapping[str, BoundFigure], labels: Mapping[str, str]) -> list[Chip]:
    """Return the figures of a paragraph for who edits it."""
    return [Chip(place, labels.get(place, place), figure.text) for place, figure in figures.items()]


def errors_in(checks: Iterable[Check]) -> int:
    """Return how many open points hold the report back."""
    return sum(check.level is CheckLevel.ERROR for check in checks)


def labels_language() -> Language:
    """Return the language in which the person is told about figures."""
    return formats.page_language()
