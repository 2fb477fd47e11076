"""Confirming what the check settled, and concluding the appraisal, nominee by nominee."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from thidua.accounts.rights import Right
from thidua.nominations.actions import ConcludedMeanwhile, Conclusion, conclude_appraisal, confirm_findings
from thidua.nominations.enums import Outcome
from thidua.nominations.models import Dossier, Nomination, StoredAppraisal
from thidua.nominations.queries import standing_appraisals
from thidua.nominations.stored_findings import is_carried
from thidua.support.edits import EditedMeanwhile
from thidua.support.refusals import NotAllowed, Refused
from thidua.web.shell.access import right_required, signed_in
from thidua.web.shell.award_names import award_names
from thidua.web.shell.tags import Tag
from thidua.web.shell.typed import keeps_typed, sent_before
from thidua.web.workspace.appraisal.find import dossier_or_404, posted
from thidua.web.workspace.appraisal.forms.conclusion import ELIGIBLE, LATER, NOT_ELIGIBLE, ConclusionForm
from thidua.web.workspace.appraisal.words import ruled_tag, verdict_tag

# The address that offers “eligible” for everybody who meets the law.
FILL = "dat"
_SAID = {Outcome.ELIGIBLE: ELIGIBLE, Outcome.NOT_ELIGIBLE: NOT_ELIGIBLE}


@keeps_typed
@right_required(Right.APPRAISE)
@require_http_methods(["GET", "POST"])
def conclude(request: HttpRequest, code: str) -> HttpResponse:
    """Show every nominee with the check's answer and take the conclusions."""
    dossier = dossier_or_404(request, code)
    rows = list(dossier.nominations.exclude(outcome=Outcome.WITHDRAWN).order_by("ordinal"))
    standing = {one.nomination_id: one for one in standing_appraisals(dossier)}
    carried = {
        pk
        for pk, one in standing.items()
        if is_carried(one.result, {said.finding: said.holds for said in one.decisions.all()})
    }
    filled = carried if request.GET.get("dien") == FILL else set()
    data = posted(request) if request.method == "POST" else sent_before(request)
    forms = {
        row.pk: ConclusionForm(data, prefix=f"n{row.pk}", initial=_initial(row, row.pk in filled))
        for row in rows
    }
    summary = ""
    if request.method == "POST" and _all_valid(forms):
        summary = _carried_out(request, dossier, forms)
        if not summary and not any(form.errors for form in forms.values()):
            messages.success(request, _("Your conclusions are saved."))
            return redirect("appraisal-dossier", code)
    names = award_names(row.award_code for row in rows)
    context = {
        "dossier": dossier,
        "lines": [
            (row, names[row.award_code], _verdict(standing.get(row.pk)), forms[row.pk]) for row in rows
        ],
        "fill_url": f"?dien={FILL}",
        "fillable": sum(row.pk in carried and row.outcome == Outcome.PENDING for row in rows),
        "forms": list(forms.values()),
        "faults": [summary] if summary else [],
    }
    return render(request, "appraisal/conclude.html", context)


@right_required(Right.APPRAISE)
@require_POST
def confirm(request: HttpRequest, code: str) -> HttpResponse:
    """Confirm for all nominees what the check by the law settled; what it left to a person stays open."""
    dossier = dossier_or_404(request, code)
    try:
        count = confirm_findings(dossier=dossier, by=signed_in(request))
    except NotAllowed as refused:
        raise PermissionDenied(str(refused)) from refused
    except Refused as refused:
        messages.error(request, str(refused))
        return redirect("appraisal-dossier", code)
    said = ngettext("%(count)s clear finding is confirmed.", "%(count)s clear findings are confirmed.", count)
    messages.success(request, said % {"count": count})
    return redirect("appraisal-dossier", code)


def _initial(row: Nomination, is_filled: bool) -> dict[str, object]:
    """Return what the form of a nominee starts with; `is_filled`: eligible is offered, the officer still saves."""
    said = _SAID.get(Outcome(row.outcome), LATER)
    return {
        "conclusion": ELIGIBLE if is_filled and said == LATER else said,
        "reason": row.outcome_reason,
        "seen": row.version,
    }


def _verdict(stored: StoredAppraisal | None) -> Tag | None:
    """Return the check's answer with the officer's decisions taken in."""
    if stored is None:
        return None
    return ruled_tag(stored) or verdict_tag(stored.verdict)


def _all_valid(forms: dict[int, ConclusionForm]) -> bool:
    """Judge every form, so that every fault is told at once."""
    return not [form for form in forms.values() if not form.is_valid()]


def _carried_out(request: HttpRequest, dossier: Dossier, forms: dict[int, ConclusionForm]) -> str:
    """Carry the conclusions out; a refusal stands at its nominee, or is returned where it concerns all."""
    said = {
        pk: Conclusion(
            form.cleaned_data["conclusion"] == ELIGIBLE,
            form.cleaned_data["reason"],
            version=form.cleaned_data["seen"],
        )
        for pk, form in forms.items()
        if form.cleaned_data["conclusion"] != LATER
    }
    if not said:
        return _("Conclude at least one nominee.")
    try:
        conclude_appraisal(dossier=dossier, conclusions=said, by=signed_in(request))
    except NotAllowed as refused:
        raise PermissionDenied(str(refused)) from refused
    except ConcludedMeanwhile as refused:
        for pk, version in refused.versions.items():
            sentences = refused.faults[f"nomination-{pk}"]
            forms[pk].refuse(EditedMeanwhile({"conclusion": list(sentences)}, version))
    except Refused as refused:
        return _placed(refused, forms)
    return ""


def _placed(refused: Refused, forms: dict[int, ConclusionForm]) -> str:
    rest = []
    for name, sentences in refused.faults.items():
        pk = name.removeprefix("nomination-")
        for sentence in sentences:
            if pk.isdigit() and int(pk) in forms:
                forms[int(pk)].add_error("conclusion", str(sentence))
            else:
                rest.append(str(sentence))
    return " ".join(rest)
