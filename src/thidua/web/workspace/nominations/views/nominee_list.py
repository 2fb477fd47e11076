"""A list of nominees by paste or file: judged row by row, saved only when asked."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from thidua.accounts.rights import Right
from thidua.lawbook.queries import current_book
from thidua.nominations.actions import add_nominations
from thidua.nominations.models import Dossier
from thidua.nominations.queries.fairness import shares_of_lines
from thidua.registry.enums import CommendationType
from thidua.web.shell.access import right_required, signed_in
from thidua.web.shell.shares import shares_told
from thidua.web.shell.typed import keeps_typed, typed_before
from thidua.web.shell.xlsx_download import xlsx_response
from thidua.web.workspace.nominations.find import posted, written_dossier
from thidua.web.workspace.nominations.forms.listing import ListForm
from thidua.web.workspace.nominations.incoming import (
    MOST_LINES,
    Defaults,
    Incoming,
    read_lines,
    text_of_file,
)
from thidua.web.workspace.nominations.list_verdicts import checked_rows, corrections
from thidua.web.workspace.nominations.list_words import COLUMNS

SHOWN_WHOLE: Final = 30  # of a longer list only the rows that need a look stand open


@keeps_typed
@right_required(Right.NOMINATE)
@require_http_methods(["GET", "POST"])
def enter(request: HttpRequest, code: str) -> HttpResponse:
    """Take a list; show a verdict for every row; save all rows once the person says so."""
    dossier = written_dossier(request, code)
    initial = {
        "commendation_type": dossier.route if dossier.route in CommendationType.values else "",
        "award_code": "provincial_certificate_of_merit" if dossier.level == "province" else "",
    }
    form = ListForm(_with_file(request), request.FILES or None, initial=initial | typed_before(request))
    context: dict[str, Any] = {
        "form": form,
        "dossier": dossier,
        "columns": [label for _k, label, _w in COLUMNS],
    }
    if request.method == "POST":
        for sentence in _faults_of_file(request):
            form.add_error("file", sentence)
        if form.is_valid():
            read, notes = _read(request, dossier, form)
            act = request.POST.get("lam") if read else ""
            if act == "luu" and _saved(request, dossier, form, read):
                return redirect("dossier-nominees", code)
            if act == "tai":
                return corrections(f"ket-qua-{code}", checked_rows(dossier, read, timezone.localdate()))
            if read:
                context |= _shown(dossier, read, notes)
    return render(request, "nominations/nominee_list.html", context)


@right_required(Right.NOMINATE)
@require_safe
def template(request: HttpRequest) -> HttpResponse:
    """Hand out an empty table with the headings."""
    headings = [str(label) for _key, label, _words in COLUMNS]
    return xlsx_response(
        "danh-sach-de-nghi", _("Nominees"), headings, [False] * len(headings), [[""] * len(headings)]
    )


def _with_file(request: HttpRequest) -> Any:
    """Return what was posted; the rows of a file stand in the text, so that they can be corrected and kept."""
    data = posted(request)
    file = request.FILES.get("file")
    if data is None or file is None:
        return data
    text, faults = text_of_file(file.read(), file.name or "")
    request.META["thidua.faults_of_file"] = faults
    if text:
        data = data.copy()
        data["table"] = text
    return data


def _faults_of_file(request: HttpRequest) -> tuple[str, ...]:
    found: tuple[str, ...] = request.META.get("thidua.faults_of_file", ())
    return found


def _read(request: HttpRequest, dossier: Dossier, form: ListForm) -> tuple[list[Incoming], tuple[str, ...]]:
    said = form.cleaned_data
    defaults = Defaults(said["award_code"], said["commendation_type"], dossier.counting_year)
    read = read_lines(said["table"], defaults, current_book(), signed_in(request))
    if not read.rows:
        form.add_error("table", _("There is no row yet. Paste the rows, or choose a file."))
    if len(read.rows) > MOST_LINES:
        form.add_error(
            "table",
            _("At most %(most)s rows at once. Send the rest as a second list.") % {"most": MOST_LINES},
        )
        return [], ()
    return read.rows, read.notes


def _saved(request: HttpRequest, dossier: Dossier, form: ListForm, read: Sequence[Incoming]) -> bool:
    if any(one.faults for one in read):
        form.add_error("table", _("Correct the rows that have a fault; nothing was saved."))
        return False
    done = form.accepted(
        lambda: add_nominations(dossier=dossier, lines=[one.line for one in read], by=signed_in(request))
    )
    if done:
        said = ngettext("%(count)s nominee was added.", "%(count)s nominees were added.", len(read))
        messages.success(request, said % {"count": len(read)})
    return done


def _shown(dossier: Dossier, read: Sequence[Incoming], notes: Sequence[str]) -> dict[str, Any]:
    checked = checked_rows(dossier, read, timezone.localdate())
    lines = [one.line for one in read if not one.faults]
    shares = shares_of_lines(lines, dossier.counting_year, dossier.unit_id) if lines else []
    short = len(checked) <= SHOWN_WHOLE
    return {
        "checked": checked,
        "open": checked if short else [one for one in checked if one.needs_a_look],
        "folded": [] if short else [one for one in checked if not one.needs_a_look],
        "notes": notes,
        "wrong": sum(bool(one.faults) for one in read),
        "shares": shares_told(shares),
    }
