"""Changes of a draft as a whole: texts, day, sending, publishing."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from thidua.accounts.rights import Right
from thidua.decisions.actions import edit_decision, plan_for, publish_decision, send_for_signature
from thidua.web.shell.access import right_required, signed_in
from thidua.web.shell.confirm import ask_first
from thidua.web.workspace.signing.find import decision_for
from thidua.web.workspace.signing.forms.editing import EditForm, PlanForm, as_typed


@right_required(Right.PROPOSE)
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Change the texts of a draft."""
    row = decision_for(request, pk, Right.PROPOSE)
    form = EditForm(request.POST or None, initial=as_typed(row))
    if request.method == "POST" and form.accepted(
        lambda: edit_decision(
            decision=row, values=form.values(), version=form.cleaned_data["seen"], by=signed_in(request)
        )
    ):
        messages.success(request, _("The draft is saved."))
        return redirect("decision", row.pk)
    heading = _("Change the draft")
    return render(request, "signing/form.html", {"form": form, "decision": row, "heading": heading})


@right_required(Right.PROPOSE)
def plan(request: HttpRequest, pk: int) -> HttpResponse:
    """Plan the signing for another day."""
    row = decision_for(request, pk, Right.PROPOSE)
    form = PlanForm(request.POST or None, initial={"planned_on": row.planned_on})
    if request.method == "POST" and form.accepted(
        lambda: plan_for(decision=row, planned_on=form.cleaned_data["planned_on"], by=signed_in(request))
    ):
        messages.success(request, _("Legal bases and bonuses are those of the new day."))
        return redirect("decision", row.pk)
    heading = _("Another day of signing")
    return render(request, "signing/form.html", {"form": form, "decision": row, "heading": heading})


@right_required(Right.PROPOSE)
def send(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask, then put the decision before who signs."""
    row = decision_for(request, pk, Right.PROPOSE)
    return ask_first(
        request,
        question=_("Send “%(title)s” for signature?") % {"title": row.title},
        consequence=_("The files are written, and nobody can change them while the decision waits."),
        verb=_("Send for signature"),
        back=reverse("decision", args=[row.pk]),
        act=lambda: send_for_signature(decision=row, by=signed_in(request)),
        done=_("The decision waits for signature. The signer is told."),
    )


@right_required(Right.PROPOSE)
def publish(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask, then mark a signed decision as published."""
    row = decision_for(request, pk, Right.PROPOSE)
    return ask_first(
        request,
        question=_("Mark decision %(number)s as published?") % {"number": row.full_number},
        consequence=_("This says that the decision was sent to everybody named in it."),
        verb=_("Mark as published"),
        back=reverse("decision", args=[row.pk]),
        act=lambda: publish_decision(decision=row, by=signed_in(request)),
        done=_("The decision is marked as published."),
    )
