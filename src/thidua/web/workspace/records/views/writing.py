"""The form of a record: a new one, or a correction."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from thidua.accounts.rights import Right
from thidua.web.shell.access import require_right, right_required, signed_in
from thidua.web.shell.lookups.fields import only_looks_up, without_faults
from thidua.web.workspace.records.record_form import RecordForm
from thidua.web.workspace.records.record_kind import RecordKind
from thidua.web.workspace.records.views.page import seen_or_404


@right_required(Right.SEE_RECORDS)
@require_http_methods(["GET", "POST"])
def new_record(request: HttpRequest, kind: RecordKind) -> HttpResponse:
    """Show the empty form of `kind`, or record what was typed."""
    require_right(request, kind.right)
    form = kind.form(
        request.POST or None, request.FILES or None, user=signed_in(request), initial=_given(request)
    )
    return _answer(request, kind, form, back=kind.url("list"))


@right_required(Right.SEE_RECORDS)
@require_http_methods(["GET", "POST"])
def edit_record(request: HttpRequest, kind: RecordKind, pk: int) -> HttpResponse:
    """Show the form of a record, or store the correction; two people at once are told of each other."""
    user = signed_in(request)
    row = seen_or_404(kind, user, pk)
    require_right(request, kind.right, unit=kind.unit_of(row))
    if not kind.changeable(row):
        messages.warning(
            request, _("This record has been superseded or withdrawn. Open the one that counts now.")
        )
        return redirect(kind.url("page", pk))
    form = kind.form(request.POST or None, request.FILES or None, user=user, row=row)
    return _answer(request, kind, form, back=kind.url("page", pk))


def _answer(request: HttpRequest, kind: RecordKind, form: RecordForm, back: str) -> HttpResponse:
    if only_looks_up(request):
        without_faults(form)
    elif request.method == "POST" and form.accepted(form.send):
        messages.success(request, str(kind.words.recorded))
        return redirect(kind.url("page", form.outcome.pk))
    title = "" if form.row is None else kind.title(form.row)
    context = {"kind": kind, "form": form, "row": form.row, "title": title, "back": back}
    return render(request, "records/form.html", context)


def _given(request: HttpRequest) -> dict[str, str]:
    """Values that a link brings along, such as the drive of a new gift."""
    return {name: request.GET[name] for name in request.GET}
