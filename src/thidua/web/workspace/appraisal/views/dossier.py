"""One dossier: overview and log."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from thidua.accounts.rights import Right
from thidua.core.workflow.dossier import RECEIVED, RESUBMIT
from thidua.nominations.queries import (
    duplicates_of_dossier,
    earlier_decisions,
    forecast_of,
    missing_parts,
    open_faults,
    standing_appraisals,
)
from thidua.nominations.wording import move_words
from thidua.web.shell.access import right_required
from thidua.web.shell.award_names import award_names
from thidua.web.workspace.appraisal.find import dossier_or_404
from thidua.web.workspace.appraisal.views.framing import framed
from thidua.web.workspace.appraisal.words import outcome_tag, ruled_tag, verdict_tag


@right_required(Right.APPRAISE)
@require_safe
def page(request: HttpRequest, code: str) -> HttpResponse:
    """Show a dossier with its nominees, what is missing, and what looks like a duplicate."""
    row = dossier_or_404(request, code)
    context = framed(request, row, "appraisal-dossier")
    nominees = context["nominations"]
    names = award_names(one.award_code for one in nominees)
    standing = {one.nomination_id: one for one in standing_appraisals(row)}
    earlier = earlier_decisions(list(standing.values()))
    twins = duplicates_of_dossier(nominees)
    context["lines"] = [
        {
            "row": one,
            "award": names[one.award_code],
            "outcome": outcome_tag(one),
            "verdict": verdict_tag(standing[one.pk].verdict) if one.pk in standing else None,
            "ruled": ruled_tag(standing[one.pk]) if one.pk in standing else None,
            "anew": len(earlier[one.pk].anew) if one.pk in earlier else 0,
            "twins": len(twins[one.pk]),
        }
        for one in nominees
    ]
    context["is_checked"] = bool(standing)
    context["carried"] = sum(one.carried for one in earlier.values())
    context["anew"] = sum(len(one.anew) for one in earlier.values())
    context["sent_again"] = row.state == RECEIVED and row.moves.filter(verb=RESUBMIT).exists()
    context["lacks"] = missing_parts(row)
    context["faults"] = list(open_faults(row))
    context["forecast"] = forecast_of(row, timezone.localdate())
    return render(request, "appraisal/dossier.html", context)


@right_required(Right.APPRAISE)
@require_safe
def log(request: HttpRequest, code: str) -> HttpResponse:
    """Show the moves and suspensions, newest first."""
    row = dossier_or_404(request, code)
    context = framed(request, row, "appraisal-log")
    moves = row.moves.select_related("by").prefetch_related("faults__nomination").order_by("-ordinal")
    context["moves"] = [(move_words(move.verb), move, list(move.faults.all())) for move in moves]
    context["suspensions"] = row.suspensions.select_related("nomination", "by", "lifted_by").order_by("-pk")
    return render(request, "appraisal/log.html", context)
