"""The ministry's forms: the overview, one form, the rows behind a cell, the files."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from thidua.accounts.rights import Right
from thidua.orgs.access import may_anywhere
from thidua.reports.statistics import Cell, FilledRow, Layout, behind, fill, layout, layouts
from thidua.reports.statistics.pdf import write_form_pdf
from thidua.reports.statistics.told import cell_text, column_name, told
from thidua.reports.statistics.xlsx import write_form_xlsx
from thidua.web.shell import formats
from thidua.web.shell.access import right_required, signed_in
from thidua.web.shell.xlsx_download import XLSX
from thidua.web.workspace.statistics.choice import Choice, chosen
from thidua.web.workspace.statistics.tables import BEHIND


@dataclass(frozen=True)
class ShownCell:
    """A cell on the page: its text, where its rows are listed (empty without a figure), and what is open."""

    text: str
    url: str
    label: str
    unknown: int
    known: bool


@dataclass(frozen=True)
class ShownRow:
    """A row on the page."""

    name: str
    code: str
    depth: int
    is_heading: bool
    cells: tuple[ShownCell, ...]


@right_required(Right.SEE_RECORDS)
@require_safe
def overview(request: HttpRequest) -> HttpResponse:
    """List the forms and the other statistics."""
    language = formats.page_language()
    year = timezone.localdate().year
    forms = [(one, one.name.say(language), one.due_in(year)) for one in layouts()]
    keeps = may_anywhere(signed_in(request), Right.KEEP_AWARDS)
    return render(request, "statistics/overview.html", {"forms": forms, "year": year, "keeps": keeps})


@right_required(Right.SEE_RECORDS)
@require_safe
def page(request: HttpRequest, slug: str) -> HttpResponse:
    """Show a form filled for a period and unit, or give it as a file."""
    form, choice = _layout(slug), chosen(request)
    filled = fill(form, choice.scope)
    wanted = request.GET.get("dinh-dang", "")
    name = f"bieu-{slug}-{choice.scope.period.code.replace('/', '')}"
    if wanted == "xlsx":
        return _attachment(write_form_xlsx(filled, formats.page_language()), f"{name}.xlsx", XLSX)
    if wanted == "pdf":
        return _attachment(write_form_pdf(filled), f"{name}.pdf", "application/pdf")
    language = formats.page_language()
    context = {
        "layout": form,
        "choice": choice,
        "said": told(filled, language),
        "rows": [_row(line, form, choice) for line in filled.rows],
        "failing": filled.sums_that_fail(),
        "wide": len(form.columns) > 3,
        "keeps": may_anywhere(signed_in(request), Right.KEEP_AWARDS),
    }
    return render(request, "statistics/form.html", context)


@right_required(Right.SEE_RECORDS)
@require_safe
def trace(request: HttpRequest, slug: str, row: str, column: str) -> HttpResponse:
    """List the rows that a cell counts: the same conditions, the same rows."""
    form, choice = _layout(slug), chosen(request)
    line = next((one for one in form.lines if one.key == row), None)
    place = next((one for one in form.columns if one.key == column), None)
    if line is None or place is None:
        raise Http404
    language = formats.page_language()
    table, related = BEHIND[form.source]
    found = behind(form, choice.scope, line, place).select_related(*related)
    under = f"{place.under.say(language)} – " if place.under else ""
    context = {
        "layout": form,
        "choice": choice,
        "name": form.name.say(language),
        "row": line,
        "row_name": line.name.say(language),
        "column_name": under + column_name(place, language),
        "period": choice.scope.period.label(language),
        "basis": form.basis.say(language),
        "back": f"{reverse('statistical-form', args=[slug])}?{choice.query}",
    }
    return table.respond(request, found, "statistics/trace.html", context)


def _layout(slug: str) -> Layout:
    form = layout(slug)
    if form is None:
        raise Http404
    return form


def _row(line: FilledRow, form: Layout, choice: Choice) -> ShownRow:
    language = formats.page_language()
    row = line.row
    return ShownRow(
        name=row.name.say(language),
        code=row.code,
        depth=row.depth,
        is_heading=row.is_heading,
        cells=tuple(_cell(cell, line, form, choice) for cell in line.cells),
    )


def _cell(cell: Cell, line: FilledRow, form: Layout, choice: Choice) -> ShownCell:
    language = formats.page_language()
    address = reverse("statistical-cell", args=[form.slug, line.row.key, cell.column.key])
    under = f"{cell.column.under.say(language)}, " if cell.column.under else ""
    return ShownCell(
        text=cell_text(cell, language),
        url=f"{address}?{choice.query}" if cell.count else "",
        label=under + column_name(cell.column, language),
        unknown=cell.unknown,
        known=cell.count is not None,
    )


def _attachment(content: bytes, name: str, content_type: str) -> HttpResponse:
    said = content_disposition_header(as_attachment=True, filename=name)
    return HttpResponse(content, content_type=content_type, headers={"Content-Disposition": said or ""})
