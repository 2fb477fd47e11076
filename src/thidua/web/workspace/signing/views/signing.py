"""What waits for the Chairman: one page to read, then sign or return."""

from __future__ import annotations

from django.contrib import messages
from django.db.models import Count, Q, Sum
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.cache import add_never_cache_headers
from django.utils.translation import gettext as _

from thidua.accounts.rights import Right
from thidua.decisions.access import decisions_seen_by, nothing_here
from thidua.decisions.actions import return_decision, sign_decision
from thidua.decisions.enums import IN_EFFECT, DecisionState
from thidua.decisions.models import Decision
from thidua.decisions.queries import annex_of, difference_from_council, to_sign, waiting_for
from thidua.nominations.enums import AgencyAnswer
from thidua.nominations.models import AgencyConsultation, Dossier, Opinion
from thidua.orgs.access import units_where
from thidua.web.shell.access import right_required, signed_in
from thidua.web.shell.confirm import ask_first
from thidua.web.workspace.signing.find import decision_for
from thidua.web.workspace.signing.forms.editing import ReturnForm, SignForm
from thidua.web.workspace.signing.states import difference_in_words


@right_required(Right.DECIDE)
def waiting(request: HttpRequest) -> HttpResponse:
    """Show what waits for the signature, and what was signed last."""
    user = signed_in(request)
    granted = Q(lines__refusal="")
    rows = waiting_for(user).annotate(
        recipients=Count("lines", filter=granted), money=Sum("lines__bonus_amount", filter=granted)
    )
    mine = units_where(user, Right.DECIDE).order_by().values("pk")
    last = decisions_seen_by(user).filter(state__in=IN_EFFECT, unit__in=mine).order_by("-signed_at").first()
    return render(request, "signing/waiting.html", {"rows": rows, "last": last})


@right_required(Right.DECIDE)
def page(request: HttpRequest, pk: int) -> HttpResponse:
    """Show one decision on one page; sign on POST with the password given again."""
    row = decision_for(request, pk, Right.DECIDE)
    if row.state in IN_EFFECT:
        return redirect("decision", row.pk)
    if row.state != DecisionState.WAITING or row.preview is None:
        raise nothing_here()
    form = SignForm(request.POST or None, request=request, initial={"sha256": row.preview.sha256})
    if request.method == "POST" and form.accepted(
        lambda: sign_decision(decision=row, sha256=form.cleaned_data["sha256"], by=signed_in(request))
    ):
        messages.success(request, _("Signed: decision %(number)s.") % {"number": form.outcome.full_number})
        return redirect("decision", row.pk)
    answer = render(request, "signing/sign.html", _context(row) | {"form": form})
    add_never_cache_headers(answer)
    return answer


@right_required(Right.DECIDE)
def give_back(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask for the reason, then return the decision unsigned."""
    row = decision_for(request, pk, Right.DECIDE)
    form = ReturnForm(request.POST or None)
    return ask_first(
        request,
        question=_("Return “%(title)s” unsigned?") % {"title": row.title},
        consequence=_("The Board changes the draft and sends it again. No number is used up."),
        verb=_("Return"),
        back=reverse("to-sign"),
        act=lambda: return_decision(decision=row, reason=form.cleaned_data["reason"], by=signed_in(request)),
        done=_("The decision is returned, and the Board is told why."),
        form=form,
    )


def _context(row: Decision) -> dict[str, object]:
    lines = list(row.lines.select_related("nomination__dossier").order_by("ordinal", "pk"))
    granted = [line.nomination for line in lines if not line.refusal]
    dossiers: list[Dossier] = list(
        {line.nomination.dossier.pk: line.nomination.dossier for line in lines}.values()
    )
    differs = difference_from_council(dossiers, granted)
    refused = [line for line in lines if line.refusal]
    taken_out = {line.nomination_id for line in refused}
    missing = tuple(one for one in differs.missing if one.pk not in taken_out)
    opinions = Opinion.objects.filter(consultation__dossier__in=dossiers, is_objection=True)
    agencies = AgencyConsultation.objects.filter(dossier__in=dossiers, answer=AgencyAnswer.OBJECTS)
    return {
        "decision": row,
        "facts": to_sign(row),
        "annex": annex_of(row),
        "differences": difference_in_words(type(differs)(missing, differs.added), refused),
        "opinions": opinions.select_related("nomination").order_by("pk"),
        "agencies": agencies.order_by("pk"),
    }
