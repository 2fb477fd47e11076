"""One nominee: who, the report, the register's tables, and the findings with the officer's decisions."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import F, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from thidua.accounts.rights import Right
from thidua.core.workflow.dossier import RECEIVED
from thidua.nominations import access
from thidua.nominations.actions import confirm_findings, decide_alike, decide_finding
from thidua.nominations.judging import recipient_of
from thidua.nominations.models import Dossier, Evidence, Nomination, StoredAppraisal
from thidua.nominations.queries import CopiedFrom, copied_from, duplicates_of_dossier, earlier_decisions
from thidua.registry.queries import history_of
from thidua.support.refusals import NotAllowed, Refused
from thidua.web.shell.access import right_required, signed_in
from thidua.web.shell.award_names import award_names
from thidua.web.shell.htmx import render_page_or_part
from thidua.web.shell.typed import keeps_typed, sent_before
from thidua.web.workspace.appraisal.find import dossier_or_404, nomination_or_404, posted
from thidua.web.workspace.appraisal.findings_shown import FindingGroup, groups_of
from thidua.web.workspace.appraisal.forms.finding import YES
from thidua.web.workspace.appraisal.twins import twin_sentence
from thidua.web.workspace.appraisal.views.framing import framed
from thidua.web.workspace.appraisal.views.papers import SHOWN_PART, chosen_paper, may_show_papers
from thidua.web.workspace.appraisal.words import outcome_tag, ruled_tag, verdict_tag


@keeps_typed
@right_required(Right.APPRAISE)
@require_http_methods(["GET", "POST"])
@may_show_papers
def page(request: HttpRequest, code: str, pk: int) -> HttpResponse:
    """Show a nominee beside the findings; save the decisions that were written."""
    dossier = dossier_or_404(request, code)
    row = nomination_or_404(dossier, pk)
    stored = row.appraisals.prefetch_related("decisions__by").order_by("-ordinal").first()
    anew = earlier_decisions([stored])[row.pk].anew if stored else {}
    data = posted(request) if request.method == "POST" else sent_before(request)
    groups = groups_of(stored, anew, data) if stored else []
    stale = stored is not None and data is not None and data.get("appraisal") != str(stored.pk)
    if (
        request.method == "POST"
        and stored
        and not stale
        and _saved(request, stored, groups)
        and _confirmed(request, row)
    ):
        messages.success(request, _("Your decisions are saved."))
        return redirect("appraisal-nominee", code, pk)
    recipient = recipient_of(row)
    papers = list(_papers(dossier, row))
    context = framed(request, dossier, "", nominee=row.pk) | {
        "row": row,
        "award": award_names([row.award_code])[row.award_code],
        "outcome": outcome_tag(row),
        "verdict": verdict_tag(stored.verdict) if stored else None,
        "ruled": ruled_tag(stored) if stored else None,
        "anew": len(anew),
        "stored": stored,
        "groups": groups,
        "forms": [one.form for group in groups for one in group.findings],
        "is_open": dossier.state == RECEIVED,
        "stale": stale,
        "history": history_of(recipient) if recipient else None,
        "undisputed": sum(one.is_undisputed for group in groups for one in group.findings),
        "papers": papers,
        "has_own": any(one.nomination_id == row.pk for one in papers),
        "shown": chosen_paper(request, papers),
        "twins": [
            twin_sentence(one) for one in duplicates_of_dossier(list(dossier.nominations.all()))[row.pk]
        ],
        "copied": visible_copies(request, row),
    }
    return render_page_or_part(
        request,
        "appraisal/nominee.html",
        context,
        part=SHOWN_PART,
        part_template="appraisal/paper_shown.html",
    )


def _papers(dossier: Dossier, row: Nomination) -> QuerySet[Evidence]:
    """Return the nominee's own papers first, then those of the whole dossier."""
    rows = dossier.evidence.filter(Q(nomination=row) | Q(nomination=None), withdrawn_at__isnull=True)
    return rows.select_related("file", "nomination").order_by(F("nomination").asc(nulls_last=True), "pk")


def visible_copies(request: HttpRequest, row: Nomination) -> list[CopiedFrom]:
    """Return the reports with shared passages whose dossiers the person's office has."""
    found = copied_from(row) if row.report else []
    mine = access.in_appraisal_of(signed_in(request), timezone.localdate())
    known = set(mine.filter(pk__in=[one.other.dossier_id for one in found]).values_list("pk", flat=True))
    return [one for one in found if one.other.dossier_id in known]


def _saved(request: HttpRequest, stored: StoredAppraisal, groups: list[FindingGroup]) -> bool:
    """Save each decision that was written; a refusal stands at its own finding, the others are saved."""
    shown = [one for group in groups for one in group.findings]
    valid = [one for one in shown if one.form.is_valid()]
    fine = len(valid) == len(shown)
    for one in valid:
        said = one.form.cleaned_data
        if not said["holds"] or not one.form.is_touched:
            continue
        try:
            decision = decide_finding(
                appraisal=stored,
                finding=one.key,
                holds=said["holds"] == YES,
                reason=said["reason"],
                by=signed_in(request),
                version=said["seen"] or 0,
            )
            if said["alike"]:
                decide_alike(decision=decision, by=signed_in(request))
        except NotAllowed as refused:
            raise PermissionDenied(str(refused)) from refused
        except Refused as refused:
            one.form.refuse(refused)
            fine = False
    return fine


def _confirmed(request: HttpRequest, row: Nomination) -> bool:
    """Confirm what is clear, if that was asked for, and return whether nothing refused it."""
    if "xac-nhan" not in request.POST:
        return True
    try:
        confirm_findings(dossier=row.dossier, nomination=row.pk, by=signed_in(request))
    except NotAllowed as refused:
        raise PermissionDenied(str(refused)) from refused
    except Refused as refused:
        messages.error(request, str(refused))
        return False
    return True
