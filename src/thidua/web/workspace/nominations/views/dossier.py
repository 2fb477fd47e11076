"""One dossier: its parts while the unit writes, what became of it afterwards."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from thidua.accounts.rights import Right
from thidua.core.workflow import dossier as flow
from thidua.nominations import access
from thidua.nominations.enums import Outcome
from thidua.nominations.models import Dossier, Nomination
from thidua.nominations.queries.missing import missing_parts
from thidua.web.shell.access import right_required, signed_in
from thidua.web.workspace.nominations.faults import faults_told
from thidua.web.workspace.nominations.find import dossier_or_404
from thidua.web.workspace.nominations.states import (
    dossier_tag,
    held_by,
    is_late,
    moves_told,
    next_step,
    receivers_of,
)
from thidua.web.workspace.nominations.tasks import count_done, next_task, sections_of


@right_required(Right.SEE_DOSSIERS)
@require_safe
def page(request: HttpRequest, code: str) -> HttpResponse:
    """Show the task list while the unit writes; state, holder, outcomes and moves always."""
    row = dossier_or_404(request, code)
    user = signed_in(request)
    edits = row.state in flow.EDITABLE and access.may_write(user, row)
    sends = access.may_submit(user, row)
    possible = {move.verb for move in flow.flow_for(row.route, row.level).moves_from(row.state)}
    nominees = list(row.nominations.all())
    context = {
        "dossier": row,
        "tag": dossier_tag(row),
        "edits": edits,
        "copies": access.may_write(user, row) and row.counting_year < timezone.localdate().year,
        "nominees": nominees,
        "holder": held_by(row),
        "next_step": next_step(row),
        "late": is_late(row, timezone.localdate()),
        "receivers": receivers_of(row),
        "moves": moves_told(row),
        "recalls": sends and flow.RECALL in possible,
        "withdraws": sends and flow.WITHDRAW in possible,
        "discards": edits and flow.DISCARD in possible,
        "is_returned": row.state == flow.RETURNED,
        "faults": faults_told(row) if row.state == flow.RETURNED else [],
    }
    if edits:
        context |= _tasks(row, nominees)
    return render(request, "nominations/dossier.html", context)


def _tasks(row: Dossier, nominees: list[Nomination]) -> dict[str, object]:
    alive = [one for one in nominees if one.outcome != Outcome.WITHDRAWN]
    papers = row.evidence.filter(withdrawn_at__isnull=True).order_by().values_list("nomination_id", flat=True)
    sections = sections_of(row, alive, papers, missing_parts(row))
    done, count = count_done(sections)
    return {"sections": sections, "done": done, "count": count, "next_task": next_task(sections)}
