"""Suspending, lifting, and setting one nominee apart."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from thidua.accounts.rights import Right
from thidua.nominations.actions import lift_suspension, set_apart, suspend
from thidua.web.shell.access import right_required, signed_in
from thidua.web.shell.confirm import ask_first
from thidua.web.workspace.appraisal.find import dossier_or_404, nomination_or_404, posted
from thidua.web.workspace.appraisal.forms.steps import ReasonForm, SuspendForm


@right_required(Right.SUSPEND_NOMINATION)
@require_http_methods(["GET", "POST"])
def stop(request: HttpRequest, code: str) -> HttpResponse:
    """Suspend the dossier or one nominee."""
    row = dossier_or_404(request, code)
    form = SuspendForm(posted(request), dossier=row)
    if request.method == "POST" and form.accepted(
        lambda: suspend(dossier=row, by=signed_in(request), **form.cleaned_data)
    ):
        messages.success(request, _("Nothing leads on until the suspension is lifted."))
        return redirect("appraisal-dossier", code)
    context = {"form": form, "dossier": row, "title": _("Suspend"), "verb": _("Suspend")}
    return render(request, "appraisal/short_form.html", context)


@right_required(Right.SUSPEND_NOMINATION)
@require_http_methods(["GET", "POST"])
def lift(request: HttpRequest, code: str, pk: int) -> HttpResponse:
    """Ask what the verification found, then lift the suspension."""
    dossier = dossier_or_404(request, code)
    row = get_object_or_404(dossier.suspensions.select_related("dossier"), pk=pk)
    form = ReasonForm(posted(request))
    return ask_first(
        request,
        question=_("Lift the suspension?"),
        consequence=_("Write what the verification found, with the number of its conclusion."),
        verb=_("Lift the suspension"),
        back=reverse("appraisal-dossier", args=[code]),
        act=lambda: lift_suspension(
            suspension=row, reason=form.cleaned_data["reason"], by=signed_in(request)
        ),
        done=_("The suspension is lifted."),
        form=form,
    )


@right_required(Right.SUSPEND_NOMINATION)
@require_http_methods(["GET", "POST"])
def apart(request: HttpRequest, code: str, pk: int) -> HttpResponse:
    """Ask, then move one nominee into a dossier of its own."""
    row = nomination_or_404(dossier_or_404(request, code), pk)
    return ask_first(
        request,
        question=_("Set “%(name)s” apart?") % {"name": row.recipient_name},
        consequence=_("The nominee gets a dossier of its own, so that the others need not wait."),
        verb=_("Set apart"),
        back=reverse("appraisal-dossier", args=[code]),
        act=lambda: set_apart(nomination=row, by=signed_in(request)),
        done=_("The nominee has a dossier of its own."),
    )
