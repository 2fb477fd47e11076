"""The words of a filled form, for every way of showing it."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from thidua.core.language import Language
from thidua.core.vietnamese.dates import format_date
from thidua.core.vietnamese.numbers import format_number
from thidua.lawbook.queries import current_book
from thidua.reports.statistics.filling import Cell, FilledForm
from thidua.reports.statistics.layout import FormColumn


@dataclass(frozen=True)
class Heading:
    """A heading over `span` columns; `rows` 2 where nothing stands below it."""

    name: str
    span: int
    rows: int


@dataclass(frozen=True)
class ToldForm:
    """The head and the foot of a form in one language."""

    title: str
    unit: str
    period: str
    clause: str
    due: str
    remarks: tuple[str, ...]
    upper: tuple[Heading, ...]
    lower: tuple[str, ...]
    numbers: tuple[str, ...]


def told(form: FilledForm, language: Language) -> ToldForm:
    """Return the words of `form`; sentences in the language that is active."""
    layout, scope = form.layout, form.scope
    due = layout.due_in(scope.period.end.year)
    text = current_book().texts[layout.text]
    upper, lower = headings(layout.columns, language)
    return ToldForm(
        title=layout.name.say(language),
        unit=scope.unit.name if scope.unit else _("All units"),
        period=scope.period.label(language),
        clause=text.short.say(language),
        due=format_date(due) if due else _("not known"),
        remarks=remarks(form, language),
        upper=upper,
        lower=lower,
        numbers=tuple(str(place) for place in range(1, len(layout.columns) + 1)),
    )


def remarks(form: FilledForm, language: Language) -> tuple[str, ...]:
    """Return what a reader of the figures must know: what is counted, what is not recorded, what is not checked."""
    said = [form.layout.basis.say(language)]
    if not form.total:
        said.append(_("Nothing is on record for this period, so no cell is filled: no figure is not zero."))
    open_cells = sum(1 for line in form.rows for cell in line.cells if cell.unknown)
    if open_cells:
        said.append(
            _("In %(count)s cells something is not recorded, so their figures may be higher.")
            % {"count": open_cells}
        )
    if not form.layout.verified:
        said.append(f"{_('Not verified.')} {form.layout.note.say(language)}")
    return tuple(said)


def headings(
    columns: tuple[FormColumn, ...], language: Language
) -> tuple[tuple[Heading, ...], tuple[str, ...]]:
    """Return the two lines of column headings: those of one line reach over both."""
    upper: list[Heading] = []
    lower: list[str] = []
    place = 0
    while place < len(columns):
        under = columns[place].under
        if under is None:
            upper.append(Heading(column_name(columns[place], language), 1, 2))
            place += 1
            continue
        start = place
        while place < len(columns) and columns[place].under == under:
            lower.append(column_name(columns[place], language))
            place += 1
        upper.append(Heading(under.say(language), place - start, 1))
    return tuple(upper), tuple(lower)


def column_name(column: FormColumn, language: Language) -> str:
    """Return the name of a column; one that the ministry does not print bears a star."""
    return column.name.say(language) + (" *" if column.extra else "")


def cell_text(cell: Cell, language: Language) -> str:
    """Return the figure of a cell, «chưa có số» for none."""
    return _("no figure yet") if cell.count is None else format_number(cell.count, 0, language)
