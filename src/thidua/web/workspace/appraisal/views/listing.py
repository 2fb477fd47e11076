"""The queue and the list of all dossiers."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from thidua.accounts.rights import Right
from thidua.nominations import access
from thidua.nominations.enums import DossierState
from thidua.nominations.queries import due_counts, queue_of
from thidua.web.shell.access import right_required, signed_in
from thidua.web.shell.tables import FORMAT
from thidua.web.workspace.appraisal.forms.many import ManyForm
from thidua.web.workspace.appraisal.tables import DOSSIERS, NOBODY, QUEUE, with_choices
from thidua.web.workspace.appraisal.walking import keep_filters


@right_required(Right.APPRAISE)
@require_safe
def queue(request: HttpRequest) -> HttpResponse:
    """Show what waits for the office, by due day, with counts, and what can be done with many at once."""
    user, today = signed_in(request), timezone.localdate()
    rows = queue_of(user, today)
    if FORMAT in request.GET:
        return with_choices(DOSSIERS, rows).respond(request, rows, "appraisal/queue.html")
    keep_filters(request)
    counts = due_counts(rows, today, user.pk)
    tabs = [
        ("all", "", counts.total),
        ("mine", f"nguoi_giu={user.pk}", counts.mine),
        ("unassigned", f"nguoi_giu={NOBODY}", counts.unassigned),
        ("to_receive", f"buoc={DossierState.SUBMITTED}", counts.to_receive),
        ("overdue", "han=overdue", counts.overdue),
        ("today", "han=today", counts.today),
        ("week", "han=week", counts.week),
    ]
    asked = "&".join(f"{name}={value}" for name, value in request.GET.items() if value)
    context = {
        "ways": [(key, f"?{query}", count, query == asked) for key, query, count in tabs],
        "many": ManyForm(rows=rows),
        "tab": "queue",
    }
    return with_choices(QUEUE, rows).respond(request, rows, "appraisal/queue.html", context)


@right_required(Right.APPRAISE)
@require_safe
def everything(request: HttpRequest) -> HttpResponse:
    """Show all dossiers of the office, newest first."""
    rows = access.in_appraisal_of(signed_in(request), timezone.localdate())
    rows = rows.select_related("unit", "holder").order_by("-pk")
    return with_choices(DOSSIERS, rows).respond(request, rows, "appraisal/all.html", {"tab": "all"})
