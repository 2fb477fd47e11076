"""Receiving, sending on, archiving, closing: one page that asks first, for each move of the table; and assigning."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from thidua.accounts.models import User
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


@dataclass(frozen=True)
class AskedMove:
    """A move that is asked for first: the words of its page, and what carries it out (dossier, user, reason)."""

    right: Right
    question: Promise
    consequence: Promise
    verb: Promise
    done: Promise
    act: Callable[[Dossier, User, str], object]
    needs_reason: bool = False


def _receive(row: Dossier, user: User, _reason: str) -> None:
    store_appraisals(dossier=receive_dossier(dossier=row, by=user), by=user)


RECEIVE: Final = AskedMove(
    Right.RECEIVE_DOSSIER,
    gettext_lazy("Receive the dossier %(code)s?"),
    gettext_lazy("It gets a number in the register, its clock starts, and you hold it."),
    gettext_lazy("Receive"),
    gettext_lazy("The dossier is received."),
    _receive,
)
REOPEN: Final = AskedMove(
    Right.APPRAISE,
    gettext_lazy("Appraise the dossier %(code)s again?"),
    gettext_lazy("Every conclusion about its nominees is open again."),
    gettext_lazy("Appraise again"),
    gettext_lazy("The appraisal is open again."),
    lambda row, user, reason: reopen_appraisal(dossier=row, reason=reason, by=user),
    needs_reason=True,
)
TO_COUNCIL: Final = AskedMove(
    Right.APPRAISE,
    gettext_lazy("Send the dossier %(code)s to the council?"),
    gettext_lazy("Its eligible nominees can then be put on the agenda of a session."),
    gettext_lazy("Send to the council"),
    gettext_lazy("The dossier is before the council."),
    lambda row, user, _reason: send_to_council(dossier=row, by=user),
)
ARCHIVE: Final = AskedMove(
    Right.RECEIVE_DOSSIER,
    gettext_lazy("Archive the dossier %(code)s?"),
    gettext_lazy("It can be read, but not worked on any more."),
    gettext_lazy("Archive the dossier"),
    gettext_lazy("The dossier is archived."),
    lambda row, user, _reason: archive_dossier(dossier=row, by=user),
)
CANCEL: Final = AskedMove(
    Right.APPRAISE,
    gettext_lazy("Close the dossier %(code)s without a result?"),
    gettext_lazy("Nobody in it is considered any more. The unit reads your reason."),
    gettext_lazy("Close the dossier"),
    gettext_lazy("The dossier is closed."),
    lambda row, user, reason: cancel_dossier(dossier=row, reason=reason, by=user),
    needs_reason=True,
)


def asked(move: AskedMove) -> Callable[..., HttpResponseBase]:
    """Return the view that asks for `move` and makes it."""

    @right_required(move.right)
    @require_http_methods(["GET", "POST"])
    def view(request: HttpRequest, code: str) -> HttpResponse:
        row = dossier_or_404(request, code)
        form = ReasonForm(posted(request)) if move.needs_reason else None
        return ask_first(
            request,
            question=str(move.question) % {"code": code},
            consequence=str(move.consequence),
            verb=str(move.verb),
            back=reverse("appraisal-dossier", args=[code]),
            act=lambda: move.act(row, signed_in(request), form.cleaned_data["reason"] if form else ""),
            done=str(move.done),
            form=form,
        )

    return view


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
