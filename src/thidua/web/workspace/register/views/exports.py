"""All hits as a file, made while the page is open and taken up again after a break."""

from __future__ import annotations

import math
from typing import Any
from urllib.parse import parse_qsl

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from thidua.accounts.models import User
from thidua.accounts.rights import Right
from thidua.registry.actions.export_register import (
    MOST_CONFERRALS,
    make_export,
    remove_export,
    start_export,
)
from thidua.registry.downloads.files import csv_pieces
from thidua.registry.enums import ExportForm, ExportState
from thidua.registry.models import RegisterExport
from thidua.registry.queries.searches import KEPT_DAYS, exports_of
from thidua.registry.search import count
from thidua.support.refusals import NotAllowed
from thidua.web.shell import formats
from thidua.web.shell.access import right_required, signed_in
from thidua.web.shell.xlsx_download import XLSX
from thidua.web.workspace.register.asked import Asked, conferrals_of_movement, read_asked
from thidua.web.workspace.register.forms import ExportChoice
from thidua.web.workspace.register.views.searching import in_words

SECONDS = 3.0  # of one answer; the page asks for the next


@right_required(Right.SEE_RECORDS)
@require_safe
def listing(request: HttpRequest) -> HttpResponse:
    """List the person's own files."""
    rows = list(exports_of(signed_in(request)))
    return render(request, "register/exports.html", {"rows": rows, "days": KEPT_DAYS})


@right_required(Right.SEE_RECORDS)
def start(request: HttpRequest) -> HttpResponse:
    """Ask for the form of the file; begin it on POST."""
    address = request.POST.get("address", "") if request.method == "POST" else request.GET.urlencode()
    asked, by = read_asked(dict(parse_qsl(address))), signed_in(request)
    form = ExportChoice(request.POST if request.method == "POST" else None)
    conferrals, _fault = conferrals_of_movement(asked.query, by)
    if request.method == "POST" and form.accepted(lambda: _started(form, asked, by, conferrals)):
        return redirect("register-export", form.outcome.pk)
    total = count(asked.query, by=by, era=asked.era, conferrals=conferrals)
    context = {"form": form, "asked": asked, "address": asked.stored(), "total": in_words(total)}
    return render(request, "register/start_export.html", context)


@right_required(Right.SEE_RECORDS)
def page(request: HttpRequest, pk: int) -> HttpResponse:
    """Show how far a file is; go on with it on POST for some seconds."""
    row, by = _own(request, pk), signed_in(request)
    if request.method == "POST":
        try:
            row = make_export(export=row, by=by, seconds=SECONDS)
        except NotAllowed as refused:
            raise PermissionDenied(str(refused)) from refused
        if row.state == ExportState.DONE:
            messages.success(request, _("The file is ready."))
        return redirect("register-export", pk)
    return render(request, "register/export.html", {"row": row, "days": KEPT_DAYS, **_progress(row)})


@right_required(Right.SEE_RECORDS)
@require_safe
def download(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Give a finished file to who began it."""
    row = _own(request, pk)
    if row.state != ExportState.DONE:
        raise Http404
    name = f"so-khen-thuong-{row.started_at:%Y%m%d}-{row.pk}.{row.form}"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    if row.form == ExportForm.XLSX:
        return HttpResponse(bytes(row.content or b""), content_type=XLSX, headers=headers)
    return StreamingHttpResponse(csv_pieces(row), content_type="text/csv; charset=utf-8", headers=headers)


@right_required(Right.SEE_RECORDS)
@require_POST
def remove(request: HttpRequest, pk: int) -> HttpResponse:
    """Delete a file before its time."""
    remove_export(export=_own(request, pk), by=signed_in(request))
    messages.success(request, _("The file is deleted."))
    return redirect("register-exports")


def _own(request: HttpRequest, pk: int) -> RegisterExport:
    return get_object_or_404(exports_of(signed_in(request)), pk=pk)


def _started(form: ExportChoice, asked: Asked, by: User, conferrals: Any) -> RegisterExport:
    ids = None
    if conferrals is not None:
        rows = conferrals if isinstance(conferrals, list) else conferrals.values_list("pk", flat=True)
        ids = list(rows[: MOST_CONFERRALS + 1])  # one too many is refused, not left out
    parts = dict(parse_qsl(asked.stored()))
    return start_export(address=parts, form=form.cleaned_data["form"], by=by, conferrals=ids)


def _progress(row: RegisterExport) -> dict[str, Any]:
    """Return how fast it goes and how long it still takes, in words, as far as both are known."""
    is_done = row.state == ExportState.DONE
    rate = row.done / row.seconds if row.done and row.seconds else 0.0
    left = ""
    if rate and not is_done and row.total_exact and row.total > row.done:
        left = _lasting(math.ceil((row.total - row.done) / rate))
    return {"is_done": is_done, "rate": formats.number(round(rate)) if rate else "", "left": left}


def _lasting(seconds: int) -> str:
    if seconds < 60:
        told = ngettext("about %(number)s second left", "about %(number)s seconds left", seconds)
        return told % {"number": seconds}
    minutes = math.ceil(seconds / 60)
    return ngettext("about %(number)s minute left", "about %(number)s minutes left", minutes) % {
        "number": formats.number(minutes)
    }
