"""Decisions, and what is ready to be proposed or drafted."""

from __future__ import annotations

from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from thidua.accounts.rights import Right
from thidua.decisions.access import decisions_seen_by
from thidua.decisions.enums import DecisionState
from thidua.decisions.queries import letters_to_draft
from thidua.orgs.access import may_anywhere
from thidua.web.shell.access import right_required, signed_in
from thidua.web.workspace.signing.find import ready_dossiers
from thidua.web.workspace.signing.tables import DECISIONS


@right_required(Right.SEE_DOSSIERS)
@require_safe
def decisions(request: HttpRequest) -> HttpResponse:
    """List the decisions; above them what the Board has still to propose or draft."""
    user = signed_in(request)
    rows = decisions_seen_by(user).exclude(state=DecisionState.CANCELLED)
    listed = rows.annotate(recipients=Count("lines", filter=Q(lines__refusal=""))).order_by("-pk")
    context: dict[str, object] = {"may_propose": may_anywhere(user, Right.PROPOSE)}
    if context["may_propose"]:
        context["ready"] = ready_dossiers(user)
        context["letters"] = letters_to_draft(user)
    return DECISIONS.respond(request, listed, "signing/decisions.html", context)
