"""Taking a record away that was entered by mistake, and bringing it back."""

from __future__ import annotations

import json

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from thidua.accounts.rights import Right
from thidua.orgs.access import units_where
from thidua.support.audit.actions.withdraw import LONGEST_REASON
from thidua.support.audit.describe import story
from thidua.support.audit.models import AuditEntry
from thidua.support.audit.queries import withdrawn
from thidua.support.refusals import NotAllowed, Refused
from thidua.web.shell.access import require_right, right_required, signed_in
from thidua.web.shell.confirm import ask_first
from thidua.web.shell.forms import Form, TextField
from thidua.web.workspace.records.record_kind import RecordKind
from thidua.web.workspace.records.views.page import seen_or_404


class ReasonForm(Form):
    """Why a record is removed."""

    reason = TextField(
        label=gettext_lazy("Why is it removed?"),
        help_text=gettext_lazy("For example: entered twice. The reason stays in the log."),
        rows=3,
        max_length=LONGEST_REASON,
    )


@right_required(Right.SEE_RECORDS)
@require_http_methods(["GET", "POST"])
def remove_record(request: HttpRequest, kind: RecordKind, pk: int) -> HttpResponse:
    """Ask for the reason, then take the record away."""
    user = signed_in(request)
    row = seen_or_404(kind, user, pk)
    require_right(request, kind.right, unit=kind.unit_of(row))
    removal = kind.removal
    assert removal is not None
    form = ReasonForm(request.POST or None)
    return ask_first(
        request,
        question=str(kind.words.remove),
        consequence=_(
            "“%(title)s” disappears from lists and reports. It can be brought back from the list of removed records."
        )
        % {"title": kind.title(row)},
        verb=_("Remove"),
        back=kind.url("list") if request.method == "POST" else kind.url("page", pk),
        act=lambda: removal.withdraw(row, reason=form.cleaned_data["reason"], by=user),
        done=_("The record has been removed. It can be brought back from the list of removed records."),
        form=form,
    )


@right_required(Right.SEE_RECORDS)
@require_safe
def removed_records(request: HttpRequest, kind: RecordKind) -> HttpResponse:
    """List what was removed and not brought back, with the reason, to those who may bring it back."""
    require_right(request, kind.right)
    removal = kind.removal
    assert removal is not None
    entries = withdrawn(kind.model, removal.action)
    told = [json.loads(entry.details) for entry in entries]
    units = removal.units([details["rows"][0]["fields"] for details in told])
    kept = set(
        units_where(signed_in(request), kind.right).filter(pk__in=set(units)).values_list("pk", flat=True)
    )
    removed = [
        (story(entry), details["reason"])
        for entry, details, unit in zip(entries, told, units, strict=True)
        if unit in kept
    ]
    return render(request, "records/removed.html", {"kind": kind, "removed": removed})


@right_required(Right.SEE_RECORDS)
@require_POST
def restore_record(request: HttpRequest, kind: RecordKind, sequence: int) -> HttpResponse:
    """Bring back what row `sequence` of the log took away."""
    removal = kind.removal
    assert removal is not None
    entry = AuditEntry.objects.filter(sequence=sequence, action=removal.action).first()
    if entry is None:
        raise Http404
    try:
        row = removal.restore(entry=entry, by=signed_in(request))
    except NotAllowed as refused:
        raise PermissionDenied(str(refused)) from refused
    except Refused as refused:
        messages.warning(request, str(refused))
        return redirect(kind.url("removed"))
    messages.success(request, _("The record is back."))
    return redirect(kind.url("page", row.pk))
