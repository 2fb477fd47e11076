"""The rows of a file before they are kept, as a list."""

from __future__ import annotations

from typing import Any, Final

from django import forms
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from thidua.targets import wording
from thidua.targets.importing.verdicts import CellSentence, Preview, RowVerdict, Verdict
from thidua.web.shell import cells, formats
from thidua.web.shell.filters import FilterForm
from thidua.web.shell.tables import Column, Table
from thidua.web.shell.tags import Tag
from thidua.web.workspace.figures.states import verdict_tag

MOST_FAULTS: Final = 20
_FIRST: Final = {
    verdict: place
    for place, verdict in enumerate(
        (Verdict.REFUSED, Verdict.CHANGES, Verdict.NEW, Verdict.SAME, Verdict.BLANK)
    )
}


class VerdictFilter(FilterForm):
    """By what would happen."""

    kq = forms.ChoiceField(
        label=gettext_lazy("What would happen"),
        choices=[
            ("", gettext_lazy("all")),
            (Verdict.REFUSED.value, gettext_lazy("refused")),
            (Verdict.CHANGES.value, gettext_lazy("changes")),
            (Verdict.NEW.value, gettext_lazy("new")),
            (Verdict.SAME.value, gettext_lazy("as on record")),
            (Verdict.BLANK.value, gettext_lazy("left empty")),
        ],
    )

    def apply(self, rows: Any, answers: dict[str, Any]) -> Any:
        return [row for row in rows if row.verdict == answers["kq"]]


def told_rows(found: Preview) -> list[RowVerdict]:
    """Return the rows, those that stop or change something first."""
    return sorted(found.rows, key=lambda row: (_FIRST[row.verdict], row.number))


def faults_of(found: Preview) -> list[str]:
    """Return one sentence per fault with its cell; of many the first."""
    faults = [*found.faults, *(fault for row in found.refused for fault in row.faults)]
    told = [said(fault) for fault in faults[:MOST_FAULTS]]
    if len(faults) > MOST_FAULTS:
        told.append(
            _("%(count)s more faults; see the rows below.")
            % {"count": formats.number(len(faults) - MOST_FAULTS)}
        )
    return told


def counts(found: Preview) -> list[tuple[Tag, int]]:
    """Return how many rows have which verdict, those without any left out."""
    return [(verdict_tag(verdict), found.count(verdict)) for verdict in _FIRST if found.count(verdict)]


def said(fault: CellSentence) -> str:
    """Return «Ô D5: …», or the sentence alone where it is about the whole file."""
    if not fault.cell:
        return fault.sentence
    place = _("Row %(row)s") if fault.cell.isdigit() else _("Cell %(cell)s")
    return f"{place % {'row': fault.cell, 'cell': fault.cell}}: {fault.sentence}"


def _value(row: RowVerdict) -> SafeString:
    if row.verdict is Verdict.CHANGES:
        return format_html(
            '<span><del><span class="visually-hidden">{}: </span>{}</del> → '
            '<ins><span class="visually-hidden">{}: </span>{}</ins></span>',
            _("before"),
            row.before,
            _("new"),
            row.now,
        )
    return cells.show(row.now)


def _remarks(row: RowVerdict) -> SafeString:
    about = [*row.faults, *row.questions]
    told = format_html_join("", '<span class="cell-note">{}</span>', ((said(one),) for one in about))
    return format_html("<span>{}</span>", told) if about else told


PREVIEW: Table[RowVerdict] = Table(
    name="xem-truoc",
    caption=gettext_lazy("Rows of the file"),
    columns=(
        Column("number", gettext_lazy("Row"), lambda row: row.number, numeric=True),
        Column(
            "indicator",
            gettext_lazy("Indicator"),
            lambda row: wording.name_of(row.indicator) if row.indicator else "",
            header=True,
        ),
        Column("unit", gettext_lazy("Unit"), lambda row: row.unit.name if row.unit else ""),
        Column(
            "period",
            gettext_lazy("Period"),
            lambda row: row.period.label(formats.page_language()) if row.period else "",
        ),
        Column("value", gettext_lazy("Value"), _value, csv=lambda row: row.now),
        Column("before", gettext_lazy("Before"), lambda row: row.before, export_only=True),
        Column("verdict", gettext_lazy("What would happen"), lambda row: verdict_tag(row.verdict)),
        Column(
            "remarks",
            gettext_lazy("Remarks"),
            _remarks,
            csv=lambda row: "; ".join(said(one) for one in (*row.faults, *row.questions)),
        ),
    ),
    order="",
    empty=gettext_lazy("No row could be read"),
    filters=VerdictFilter,
)
