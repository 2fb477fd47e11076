"""Returning a dossier with all its faults at once: pick and write, read the letter, confirm."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from thidua.accounts.rights import Right
from thidua.nominations import access
from thidua.nominations.actions import FaultFound, return_dossier
from thidua.nominations.models import Dossier
from thidua.web.shell.access import right_required, signed_in
from thidua.web.shell.keys import key_of
from thidua.web.shell.typed import keeps_typed, sent_before
from thidua.web.workspace.appraisal.find import dossier_or_404, posted
from thidua.web.workspace.appraisal.forms.fault import FIELDS, FaultForm, NoteForm
from thidua.web.workspace.appraisal.suggested_faults import suggested_faults

_BLANK = 3
CHECK, SEND, MORE = "xem", "gui", "them"


@keeps_typed
@right_required(Right.APPRAISE)
@require_http_methods(["GET", "POST"])
def compose(request: HttpRequest, code: str) -> HttpResponse:
    """Pick faults, show what the unit will read, and return the dossier once that is confirmed."""
    dossier = dossier_or_404(request, code)
    if not access.office_may(signed_in(request), Right.APPRAISE, dossier):
        raise PermissionDenied(_("Only officers of the Board return dossiers."))
    suggested = [one.initial() for one in suggested_faults(dossier)]
    data = posted(request) if request.method == "POST" else sent_before(request)
    step = request.POST.get("buoc", "")
    count = _count(data, len(suggested) + _BLANK) + (_BLANK if step == MORE else 0)
    if data is not None and step == MORE:
        data = data.copy()
        data["rows"] = str(count)
    note = NoteForm(data, initial={"rows": count})
    rows = _rows(dossier, suggested, count, data)
    context = {
        "dossier": dossier,
        "note": note,
        "rows": rows,
        "offered": rows[: len(suggested)],
        "free": rows[len(suggested) :],
    }
    if step not in (CHECK, SEND):
        return render(request, "appraisal/return.html", context)
    fine = all([note.is_valid(), *(row.is_valid() for row in rows)])
    picked = [row for row in rows if fine and row.is_taken]
    if fine and not picked:
        note.add_error(None, _("Tick at least one fault, or write one of your own."))
    if not picked:
        return render(request, "appraisal/return.html", context)
    context["letter"] = [_told(dossier, row) for row in picked]
    if step == CHECK:
        return render(request, "appraisal/return_letter.html", context)
    found = [_found(dossier, row) for row in picked]
    words = note.cleaned_data["note"]
    if note.accepted(
        lambda: return_dossier(dossier=dossier, faults=found, note=words, by=signed_in(request))
    ):
        messages.success(request, _("The dossier is returned; its clock stands still."))
        return redirect("appraisal-dossier", code)
    return render(request, "appraisal/return.html", context)


def _rows(
    dossier: Dossier, suggested: list[dict[str, object]], count: int, data: QueryDict | None
) -> list[FaultForm]:
    names = [(str(pk), name) for pk, name in dossier.nominations.values_list("pk", "recipient_name")]
    return [
        FaultForm(
            data,
            prefix=f"loi-{number}",
            dossier=dossier,
            names=names,
            initial=suggested[number] if number < len(suggested) else {},
        )
        for number in range(count)
    ]


def _count(data: QueryDict | None, otherwise: int) -> int:
    sent = "" if data is None else data.get("rows", "")
    count = key_of(sent)
    return otherwise if count is None else min(count, 200)


def _found(dossier: Dossier, row: FaultForm) -> FaultFound:
    said = row.cleaned_data
    about = said["nomination"]
    return FaultFound(
        field=said["field"],
        code=said["code"],
        text=said["text"],
        nomination=dossier.nominations.get(pk=int(about)) if about else None,
    )


def _told(dossier: Dossier, row: FaultForm) -> dict[str, object]:
    said = row.cleaned_data
    about = dict(row.fields["nomination"].choices)[said["nomination"]]  # type: ignore[attr-defined]
    # Sentences of the readiness check begin with the nominee's name already.
    told = "" if said["text"].startswith(str(about)) else about
    return {"about": told, "field": dict(FIELDS)[said["field"]], "text": said["text"]}
