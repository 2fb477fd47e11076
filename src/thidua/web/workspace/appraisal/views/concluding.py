"""Concluding the appraisal, nominee by nominee."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from thidua.accounts.rights import Right
from thidua.nominations.actions import Conclusion, conclude_appraisal
from thidua.nominations.enums import Outcome
from thidua.nominations.models import Dossier, StoredAppraisal
from thidua.support.refusals import NotAllowed, Refused
from thidua.web.shell.access import right_required, signed_in
from thidua.web.workspace.appraisal.find import dossier_or_404, posted
from thidua.web.workspace.appraisal.forms.conclusion import ELIGIBLE, LATER, NOT_ELIGIBLE, ConclusionForm
from thidua.web.workspace.appraisal.words import award_names, verdict_tag

_SAID = {Outcome.ELIGIBLE: ELIGIBLE, Outcome.NOT_ELIGIBLE: NOT_ELIGIBLE}


@right_required(Right.APPRAISE)
@require_http_methods(["GET", "POST"])
def conclude(request: HttpRequest, code: str) -> HttpResponse:
    """Show every nominee with the check's answer and take the conclusions."""
    dossier = dossier_or_404(request, code)
    rows = list(dossier.nominations.exclude(outcome=Outcome.WITHDRAWN).order_by("ordinal"))
    forms = {
        row.pk: ConclusionForm(
            posted(request),
            prefix=f"n{row.pk}",
            initial={"conclusion": _SAID.get(Outcome(row.outcome), LATER), "reason": row.outcome_reason},
        )
        for row in rows
    }
    summary = ""
    if request.method == "POST" and _all_valid(forms):
        summary = _carried_out(request, dossier, forms)
        if not summary and not any(form.errors for form in forms.values()):
            messages.success(request, _("Your conclusions are saved."))
            return redirect("appraisal-dossier", code)
    names = award_names(row.award_code for row in rows)
    stored = StoredAppraisal.objects.filter(nomination__dossier=dossier).order_by("nomination", "ordinal")
    verdicts = {
        one.nomination_id: verdict_tag(one.verdict) for one in stored.only("nomination_id", "verdict")
    }
    context = {
        "dossier": dossier,
        "lines": [(row, names[row.award_code], verdicts.get(row.pk), forms[row.pk]) for row in rows],
        "forms": list(forms.values()),
        "faults": [summary] if summary else [],
    }
    return render(request, "appraisal/conclude.html", context)


def _all_valid(forms: dict[int, ConclusionForm]) -> bool:
    """Judge every form, so that every fault is told at once."""
    return not [form for form in forms.values() if not form.is_valid()]


def _carried_out(request: HttpRequest, dossier: Dossier, forms: dict[int, ConclusionForm]) -> str:
    """Carry the conclusions out; a refusal stands at its nominee, or is returned where it concerns all."""
    said = {
        pk: Conclusion(form.cleaned_data["conclusion"] == ELIGIBLE, form.cleaned_data["reason"])
        for pk, form in forms.items()
        if form.cleaned_data["conclusion"] != LATER
    }
    if not said:
        return _("Conclude at least one nominee.")
    try:
        conclude_appraisal(dossier=dossier, conclusions=said, by=signed_in(request))
    except NotAllowed as refused:
        raise PermissionDenied(str(refused)) from refused
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
