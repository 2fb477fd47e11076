"""All figures of a report as a table, one line per figure."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, override

from thidua.core.vietnamese.dates import format_date_time, format_range
from thidua.reports.content.draft import Draft, without_no_break_spaces
from thidua.reports.figures.bound import BoundFigure
from thidua.support.spreadsheets.columns import Column
from thidua.support.spreadsheets.writing_csv import write_csv

HEADINGS: Final = (
    gettext_lazy("place"),
    gettext_lazy("figure"),
    gettext_lazy("value"),
    gettext_lazy("unit of measure"),
    gettext_lazy("basis"),
    gettext_lazy("period"),
    gettext_lazy("as of"),
    gettext_lazy("source"),
    gettext_lazy("accepted by"),
    gettext_lazy("accepted at"),
    gettext_lazy("origin"),
    gettext_lazy("remark"),
    gettext_lazy("text in the report"),
)


def write_figures(draft: Draft) -> bytes:
    """Return the figures in the order of the text, as a spreadsheet set to Vietnamese opens them."""
    with override(draft.language):
        columns = [Column(str(heading)) for heading in HEADINGS]
        return write_csv(columns, [_line(figure) for figure in draft.figures.values()])


def _line(figure: BoundFigure) -> list[object]:
    period = figure.period
    return [
        figure.place,
        figure.label,
        figure.value,
        figure.unit,
        figure.basis,
        format_range(period.start, period.end) if period else "",
        figure.as_of,
        figure.source,
        figure.accepted_by,
        format_date_time(figure.accepted_at) if figure.accepted_at else "",
        " · ".join(_origins(figure)),
        figure.remark,
        without_no_break_spaces(figure.text),
    ]


def _origins(figure: BoundFigure) -> Iterator[str]:
    """Yield the origin of the figure, and of every part that is no fact."""
    yield str(figure.provenance.label)
    for part in figure.marked_parts:
        yield _("%(part)s: %(origin)s") % {
            "part": without_no_break_spaces(part.as_said or part.text),
            "origin": part.provenance.label,
        }
