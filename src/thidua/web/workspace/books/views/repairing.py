"""Repairing a row: a cell in the grid, the whole row on its page, what becomes of a contradiction."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from thidua.accounts.rights import Right
from thidua.registry.actions import resolve_conflict, take_back_repair
from thidua.registry.enums import BookState
from thidua.registry.models import BookRow
from thidua.support.refusals import NotAllowed, Refused
from thidua.web.shell import formats, typed
from thidua.web.shell.access import right_required, signed_in
from thidua.web.shell.htmx import asks_for
from thidua.web.shell.lookups.fields import only_looks_up, without_faults
from thidua.web.workspace.books.beside import awards_beside, written_cells
from thidua.web.workspace.books.find import row_for
from thidua.web.workspace.books.forms.repairing import IN_GRID, RepairForm, UnitForm
from thidua.web.workspace.books.grid import LAST, PART, grid_context, next_fault
from thidua.web.workspace.books.shown import row_shown


@right_required(Right.KEEP_AWARDS)
@require_POST
def cell(request: HttpRequest, pk: int, row: int, field: str) -> HttpResponse:
    """Put another value into one cell, and go on with the next one where that was asked."""
    if field not in IN_GRID:
        raise Http404
    one = row_for(request, pk, row)
    form = RepairForm(request.POST, row=one, only=field)
    if not form.accepted(lambda: form.repaired(signed_in(request))):
        return _grid(request, one, form, (row, field))
    if form.outcome:
        request.session[LAST] = [pk, row]
    if form.outcome > 1:
        _tell_rows(request, form.outcome)
    following = request.POST.get("tiep", "")
    return _grid(request, one, None, (row, following) if following in IN_GRID else None)


@typed.keeps_typed
@right_required(Right.KEEP_AWARDS)
@require_http_methods(["GET", "POST"])
def row_page(request: HttpRequest, pk: int, row: int) -> HttpResponse:
    """Show a row as written and as read, with what the register holds beside it; correct it on POST."""
    one, user = row_for(request, pk, row), signed_in(request)
    may_edit = one.book.state == BookState.TO_CONFIRM
    form = RepairForm(request.POST or typed.sent_before(request), row=one)
    if request.method == "POST" and form.accepted(lambda: form.repaired(user)):
        if form.outcome:
            request.session[LAST] = [pk, row]
        if form.outcome > 1:
            _tell_rows(request, form.outcome)
        elif form.outcome:
            messages.success(request, _("The row has been judged again."))
        following = next_fault(one.book, row) if request.POST.get("act") == "next" else row
        return redirect("book-row", pk, following) if following else redirect("book-rows", pk)
    context = _row_context(one, form) | {"may_edit": may_edit}
    if may_edit and one.values.get("unit"):
        context["unit_form"] = UnitForm(row=one, user=user)
    return render(request, "books/row.html", context)


@right_required(Right.KEEP_AWARDS)
@require_POST
def teach_unit(request: HttpRequest, pk: int, row: int) -> HttpResponse:
    """Remember which unit the words of a row mean."""
    one, user = row_for(request, pk, row), signed_in(request)
    form = UnitForm(request.POST, row=one, user=user)
    if only_looks_up(request):
        without_faults(form)
    elif form.accepted(lambda: form.taught(user)):
        told = ngettext(
            "Learned, for %(count)s row written so.",
            "Learned, for %(count)s rows written so.",
            form.outcome,
        )
        messages.success(request, told % {"count": formats.number(form.outcome)})
        return redirect("book-row", pk, row)
    context = _row_context(one, RepairForm(row=one))
    return render(request, "books/row.html", context | {"unit_form": form, "may_edit": True})


@right_required(Right.KEEP_AWARDS)
@require_POST
def put_back(request: HttpRequest, pk: int, row: int) -> HttpResponse:
    """Put back what stood in a row before its last repair."""
    one = row_for(request, pk, row)
    _carried_out(request, lambda: take_back_repair(row=one, by=signed_in(request)))
    request.session.pop(LAST, None)
    return _grid(request, one, None, None)


@right_required(Right.KEEP_AWARDS)
@require_POST
def resolve(request: HttpRequest, pk: int, row: int) -> HttpResponse:
    """Say what becomes of a contradicting row, or leave a new one out."""
    one = row_for(request, pk, row)
    said = request.POST.get("chon", "")
    _carried_out(request, lambda: resolve_conflict(row=one, resolution=said, by=signed_in(request)))
    if request.POST.get("ve") == "dong":
        return redirect("book-row", pk, row)
    return _grid(request, one, None, None)


def _row_context(one: BookRow, form: RepairForm) -> dict[str, Any]:
    book = one.book
    return {
        "book": book,
        "row": one,
        "shown": row_shown(one),
        "form": form,
        "written": written_cells(one),
        "beside": awards_beside(one),
        "before": next_fault(book, one.ordinal, back=True),
        "after": next_fault(book, one.ordinal),
    }


def _grid(
    request: HttpRequest, row: BookRow, form: RepairForm | None, at: tuple[int, str] | None
) -> HttpResponse:
    """Return to the grid: its part alone where that was asked for, else the page."""
    if asks_for(request, PART) or form is not None:
        context = grid_context(request, row.book, form, at)
        if not asks_for(request, PART):
            return render(request, "books/rows.html", context)
        context["said"] = [str(one) for one in messages.get_messages(request)]
        return render(request, "books/grid.html", context)
    query = request.GET.copy()
    query.pop("sua", None)
    if at is not None:
        query["sua"] = f"{at[0]}.{at[1]}"
    address = f"{reverse('book-rows', args=[row.book_id])}?{query.urlencode()}"
    return redirect(f"{address}#dong-{row.ordinal}")


def _carried_out(request: HttpRequest, act: Any) -> None:
    try:
        act()
    except NotAllowed as refused:
        raise PermissionDenied(str(refused)) from refused
    except Refused as refused:
        messages.error(request, " ".join(str(one) for said in refused.faults.values() for one in said))


def _tell_rows(request: HttpRequest, count: int) -> None:
    told = ngettext("%(count)s row now reads so.", "%(count)s rows now read so.", count)
    messages.success(request, told % {"count": formats.number(count)})
