"""What was sent up to the State level: what waits, and recording what came back."""

from __future__ import annotations

from django.contrib import messages
from django.db import transaction
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from thidua.accounts.models import User
from thidua.accounts.rights import Right
from thidua.decisions.access import nothing_here, submissions_seen_by
from thidua.decisions.actions import record_external_result
from thidua.decisions.models import ExternalResult, Submission
from thidua.decisions.queries import awaited_proposals, nominees_of
from thidua.nominations.enums import Level
from thidua.orgs.access import units_where
from thidua.support.files.actions import store_file
from thidua.web.shell.access import right_required, signed_in
from thidua.web.workspace.signing.downloads import download_of
from thidua.web.workspace.signing.find import submission_for
from thidua.web.workspace.signing.forms.results import ResultForm


@right_required(Right.SEE_DOSSIERS)
@require_safe
def awaited(request: HttpRequest) -> HttpResponse:
    """List what waits for the State level, late first, and what it has decided."""
    user = signed_in(request)
    mine = set(units_where(user, Right.PROPOSE).order_by().values_list("pk", flat=True))
    came = ExternalResult.objects.filter(submission__in=submissions_seen_by(user))
    context = {
        "rows": [
            (one, one.submission.unit_id in mine) for one in awaited_proposals(user, timezone.localdate())
        ],
        "results": came.select_related("submission").order_by("-decided_on", "-pk")[:50],
    }
    return render(request, "signing/awaited.html", context)


@right_required(Right.PROPOSE)
def record(request: HttpRequest, pk: int) -> HttpResponse:
    """Record a decision: who was granted, who was not, who still waits."""
    row = submission_for(request, pk, Right.PROPOSE)
    if row.level != Level.STATE:
        raise nothing_here()
    lines = [line for line in nominees_of(row) if line.result_id is None]
    if not lines:
        return redirect("submission", row.pk)
    form = ResultForm(request.POST or None, request.FILES or None, lines=lines)
    by = signed_in(request)
    if request.method == "POST" and form.accepted(lambda: _recorded(form, row, by)):
        messages.success(
            request,
            _("Decision %(number)s is recorded. What was granted is in the register.")
            % {"number": form.outcome.number},
        )
        return redirect("submission", row.pk)
    return render(request, "signing/result.html", {"letter": row, "form": form})


@right_required(Right.SEE_DOSSIERS)
@require_safe
def result_file(request: HttpRequest, pk: int, result: int) -> FileResponse:
    """Give the paper of a decision of the State level."""
    row = submission_for(request, pk)
    found = row.external_results.select_related("file").filter(pk=result).first()
    return download_of(found.file if found else None)


def _recorded(form: ResultForm, row: Submission, by: User) -> ExternalResult:
    said = form.cleaned_data
    with transaction.atomic():
        file = said["file"]
        kept = store_file(data=file.read(), name=file.name, by=by) if file else None
        return record_external_result(
            submission=row,
            authority=said["authority"],
            number=said["number"],
            decided_on=said["decided_on"],
            note=said["note"],
            granted=form.granted(),
            refused=form.refused(),
            file=kept,
            by=by,
        )
