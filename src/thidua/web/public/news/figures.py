"""Figures in the text of an article: the value where it stands, and its source below the text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property
from typing import Any, Final

from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from thidua.core.vietnamese.dates import format_date, format_range
from thidua.portal.enums import FigureState
from thidua.portal.figures.codes import CODE, code_of
from thidua.portal.figures.filled import begins_sentence
from thidua.portal.models import PublishedFigure
from thidua.reports.content.frozen import figure_from
from thidua.reports.content.rendering import capital
from thidua.reports.figures.bound import BoundFigure

_FRAME: Final = "report"  # year, unit and period of the report itself
_GROUPS: Final = {
    "indicator": _lazy("Targets and results"),
    "targets": _lazy("Targets and results"),
    "gifts": _lazy("Gifts of the people"),
    "awards": _lazy("Awards, prizes and contests"),
    "prizes": _lazy("Awards, prizes and contests"),
    "contests": _lazy("Awards, prizes and contests"),
}
_OTHERS: Final = _lazy("Movements, works, events and good examples")
_TAG: Final = re.compile(r"(<[^>]*>)")
_BLOCK: Final = re.compile(r"</?(?:p|li|h[1-6]|ul|ol|figure|figcaption|blockquote|div|br)\b")


@dataclass(frozen=True)
class Line:
    """One thing that is known of a figure."""

    label: str
    value: str


@dataclass(frozen=True)
class TextFigure:
    """A figure of an article, ready to be shown. `number` counts from 1 in the order of the text; 0 for a name."""

    number: int
    row: PublishedFigure
    said: Mapping[str, BoundFigure]

    def text(self, language: str) -> str:
        """Return what stands in a text of that language."""
        figure = self.said.get(language) or self.said.get("vi")
        return figure.text if figure else str(_("figure withdrawn"))

    @property
    def figure(self) -> BoundFigure | None:
        """The figure in the language of the page, None where there was never a value."""
        return self.said.get(get_language() or "vi") or self.said.get("vi")

    @property
    def mark(self) -> str:
        """What the figure has to say of its origin, "" for one of the records: invented, or for testing."""
        figure = self.figure
        return str(figure.provenance.label) if figure is not None and figure.needs_mark else ""

    @property
    def is_name(self) -> bool:
        """Whether it is a name, a day or a list in words: read as text, its source told apart from the figures."""
        figure = self.figure
        if figure is None or self.is_withdrawn or figure.needs_mark:
            return False
        counts = isinstance(figure.value, Decimal | int) and any(sign.isdigit() for sign in figure.text)
        return not counts or self._subject == _FRAME

    @property
    def group(self) -> str:
        """Under which heading its source stands."""
        return str(_GROUPS.get(self._subject, _OTHERS))

    @property
    def _subject(self) -> str:
        return self.row.code.partition(":")[2].partition(".")[0]

    @property
    def is_withdrawn(self) -> bool:
        """Whether the figure is not kept up any more."""
        return self.row.state != FigureState.CURRENT

    @property
    def frozen(self) -> str:
        """Which frozen report it stands in, or on which day it was taken."""
        if self.row.report_version and self.row.frozen_on:
            return _("frozen in the report “%(title)s”, version %(number)s of %(day)s: it never changes") % {
                "title": self.row.report_title,
                "number": self.row.report_version,
                "day": format_date(self.row.frozen_on),
            }
        return _("as accepted on %(day)s, when the article was published; not part of a frozen report") % {
            "day": format_date(self.row.taken_on)
        }

    @property
    def withdrawn(self) -> str:
        """What a reader is told of a withdrawn figure."""
        if not self.said:
            return _("The figure was withdrawn before it was published here.")
        return _("The figure was withdrawn; shown is the value published on %(day)s.") % {
            "day": format_date(self.row.taken_on)
        }

    @property
    def lines(self) -> list[Line]:
        """What every reader should know of it beside its state: time and source."""
        figure = self.figure
        if figure is None:
            return []
        period = format_range(figure.period.start, figure.period.end) if figure.period else ""
        known = [
            Line(_("Period"), period),
            Line(_("As of"), format_date(figure.as_of) if figure.as_of else ""),
            Line(_("Source"), figure.source),
        ]
        return [line for line in known if line.value]

    @property
    def reckoning(self) -> list[Line]:
        """How it was computed, and of what."""
        figure = self.figure
        if figure is None:
            return []
        parts = [
            Line(
                part.label,
                f"{part.text} ({part.provenance.label})" if part.provenance.needs_mark else part.text,
            )
            for part in figure.parts
        ]
        known = [Line(_("Basis"), figure.basis), *parts, Line(_("Remark"), figure.remark)]
        return [line for line in known if line.value]


@dataclass(frozen=True)
class ArticleFigures:
    """The figures of one article by their code."""

    by_code: Mapping[str, TextFigure] = field(default_factory=dict)

    def __iter__(self) -> Any:
        return iter(self.by_code.values())

    def __len__(self) -> int:
        return len(self.by_code)

    @cached_property
    def names(self) -> list[TextFigure]:
        """What is read as words, in the order of the text."""
        return [one for one in self.by_code.values() if one.is_name]

    @cached_property
    def groups(self) -> list[tuple[str, list[TextFigure]]]:
        """The figures with a number by the heading of their source, in the order of the text."""
        grouped: dict[str, list[TextFigure]] = {}
        for one in self.by_code.values():
            if not one.is_name:
                grouped.setdefault(one.group, []).append(one)
        return list(grouped.items())

    @cached_property
    def marks(self) -> list[str]:
        """What the figures with an asterisk are, each said once, in the order of the text."""
        return list(dict.fromkeys(one.mark for one in self if one.mark and not one.is_withdrawn))

    @cached_property
    def shared_state(self) -> str:
        """What holds for every figure, to be said once instead of after each; "" where they differ."""
        states = {one.frozen for one in self.by_code.values()}
        return states.pop() if len(states) == 1 else ""


def article_figures(rows: Iterable[PublishedFigure]) -> ArticleFigures:
    """Return the figures of an article, numbered in the order of the rows; names have no number."""
    known: dict[str, TextFigure] = {}
    number = 0
    for row in rows:
        said = {language: figure_from(row.code, told) for language, told in row.told.items()}
        one = TextFigure(0, row, said)
        if not one.is_name:
            number += 1
            one = TextFigure(number, row, said)
        known[row.code] = one
    return ArticleFigures(known)


def with_figures(page: str, figures: ArticleFigures, language: str) -> SafeString:
    """Return a rendered text with its codes filled in: as links to their sources, inside tags and links as words."""
    filled, link_depth = [], 0
    met: set[str] = set()
    said = ""
    for piece in _TAG.split(page):
        if piece.startswith("<"):
            link_depth += piece.startswith("<a ") - piece.startswith("</a>")
            said = "" if _BLOCK.match(piece) else said
            filled.append(_words(piece, figures, language))
        elif link_depth:
            filled.append(_words(piece, figures, language))
            said += piece
        else:
            filled.append(_links(piece, figures, language, met, said))
            said += piece
    return SafeString("".join(filled))


def _links(piece: str, figures: ArticleFigures, language: str, met: set[str], said: str) -> str:
    def link(match: re.Match[str]) -> str:
        code = str(code_of(match))
        figure = figures.by_code.get(code)
        if figure is None:
            return str(_("no figure yet"))
        first = code not in met
        met.add(code)
        text = figure.text(language)
        if begins_sentence(said + piece[: match.start()]):
            text = capital(text)
        return conditional_escape(text) if figure.is_name else _link(figure, text, first=first)

    return CODE.sub(link, piece)


def _link(figure: TextFigure, text: str, *, first: bool) -> str:
    mark = ""
    if figure.is_withdrawn:
        mark = f" {_('withdrawn')}"
    elif figure.mark:
        mark = format_html(
            '<span aria-hidden="true">*</span><span class="visually-hidden"> {}</span>', figure.mark
        )
    return format_html(
        '<a class="live-figure{}" href="#nguon-{}"{}>{}<sup><span class="visually-hidden"> {} </span>{}{}</sup></a>',
        " live-figure--marked" if mark else "",
        figure.number,
        format_html(' id="so-lieu-{}"', figure.number) if first else "",
        text,
        _("source"),
        figure.number,
        mark,
    )


def _words(piece: str, figures: ArticleFigures, language: str) -> str:
    def word(match: re.Match[str]) -> str:
        figure = figures.by_code.get(str(code_of(match)))
        return format_html("{}", figure.text(language) if figure else _("no figure yet"))

    return CODE.sub(word, piece)
