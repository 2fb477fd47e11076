"""Receiving, assigning, checking by the law, sending on, archiving, closing."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from thidua.accounts.rights import Right
from thidua.nominations.actions import (
    archive_dossier,
    assign_dossier,
    cancel_dossier,
    receive_dossier,
    reopen_appraisal,
    send_to_council,
    store_appraisals,
)
from thidua.nominations.models import Dossier
from thidua.support.refusals import NotAllowed, Refused
from thidua.web.shell.access import right_required, signed_in
from thidua.web.shell.confirm import ask_first
from thidua.web.workspace.appraisal.find import dossier_or_404, posted
from thidua.web.workspace.appraisal.forms.steps import AssignForm, ReasonForm


@right_required(Right.RECEIVE_DOSSIER)
@require_http_methods(["GET", "POST"])
def receive(request: HttpRequest, code: str) -> HttpResponse:
    """Ask, then receive the dossier and check its nominees by the law."""
    row = dossier_or_404(request, code)
    user = signed_in(request)

    def act() -> None:
        store_appraisals(dossier=receive_dossier(dossier=row, by=user), by=user)

    return ask_first(
        request,
        question=_("Receive the dossier %(code)s?") % {"code": code},
        consequence=_("It gets a number in the register, its clock starts, and you hold it."),
        verb=_("Receive"),
        back=_page(row),
        act=act,
        done=_("The dossier is received."),
    )


@right_required(Right.RECEIVE_DOSSIER)
@require_http_methods(["GET", "POST"])
def assign(request: HttpRequest, code: str) -> HttpResponse:
    """Give the dossier to an officer."""
    row = dossier_or_404(request, code)
    form = AssignForm(posted(request), dossier=row, initial={"holder": row.holder_id})
    if request.method == "POST" and form.accepted(
        lambda: assign_dossier(dossier=row, officer=form.cleaned_data["holder"], by=signed_in(request))
    ):
        messages.success(request, _("The dossier is assigned."))
        return redirect("appraisal-dossier", code)
    context = {"form": form, "dossier": row, "title": _("Assign the dossier"), "verb": _("Assign")}
    return render(request, "appraisal/short_form.html", context)


@right_required(Right.APPRAISE)
@require_POST
def check(request: HttpRequest, code: str) -> HttpResponse:
    """Check all nominees by the law as the register stands now."""
    row = dossier_or_404(request, code)
    try:
        store_appraisals(dossier=row, by=signed_in(request))
    except NotAllowed as refused:
        raise PermissionDenied(str(refused)) from refused
    except Refused as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, _("The nominees are checked by the law."))
    return redirect("appraisal-dossier", code)


@right_required(Right.APPRAISE)
@require_http_methods(["GET", "POST"])
def reopen(request: HttpRequest, code: str) -> HttpResponse:
    """Ask for the reason, then take the dossier back for appraisal."""
    row = dossier_or_404(request, code)
    form = ReasonForm(posted(request))
    return ask_first(
        request,
        question=_("Appraise the dossier %(code)s again?") % {"code": code},
        consequence=_("Every conclusion about its nominees is open again."),
        verb=_("Appraise again"),
        back=_page(row),
        act=lambda: reopen_appraisal(dossier=row, reason=form.cleaned_data["reason"], by=signed_in(request)),
        done=_("The appraisal is open again."),
        form=form,
    )


@right_required(Right.APPRAISE)
@require_http_methods(["GET", "POST"])
def to_council(request: HttpRequest, code: str) -> HttpResponse:
    """Ask, then send the dossier to the council."""
    row = dossier_or_404(request, code)
    return ask_first(
        request,
        question=_("Send the dossier %(code)s to the council?") % {"code": code},
        consequence=_("Its eligible nominees can then be put on the agenda of a session."),
        verb=_("Send to the council"),
        back=_page(row),
        act=lambda: send_to_council(dossier=row, by=signed_in(request)),
        done=_("The dossier is before the council."),
    )


@right_required(Right.RECEIVE_DOSSIER)
@require_http_methods(["GET", "POST"])
def archive(request: HttpRequest, code: str) -> HttpResponse:
    """Ask, then archive the dossier."""
    row = dossier_or_404(request, code)
    return ask_first(
        request,
        question=_("Archive the dossier %(code)s?") % {"code": code},
        consequence=_("It can be read, but not worked on any more."),
        verb=_("Archive the dossier"),
        back=_page(row),
        act=lambda: archive_dossier(dossier=row, by=signed_in(request)),
        done=_("The dossier is archived."),
    )


@right_required(Right.APPRAISE)
@require_http_methods(["GET", "POST"])
def cancel(request: HttpRequest, code: str) -> HttpResponse:
    """Ask for the reason, then close the dossier without a result."""
    row = dossier_or_404(request, code)
    form = ReasonForm(posted(request))
    return ask_first(
        request,
        question=_("Close the dossier %(code)s without a result?") % {"code": code},
        consequence=_("Nobody in it is considered any more. The unit reads your reason."),
        verb=_("Close the dossier"),
        back=_page(row),
        act=lambda: cancel_dossier(dossier=row, reason=form.cleaned_data["reason"], by=signed_in(request)),
        done=_("The dossier is closed."),
        form=form,
    )


def _page(row: Dossier) -> str:
    return reverse("appraisal-dossier", args=[row.code])
