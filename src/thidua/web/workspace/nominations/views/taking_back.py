"""Recalling a dossier that is not received, withdrawing one on its way, throwing a draft away."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from thidua.accounts.rights import Right
from thidua.nominations.actions import discard_dossier, recall_dossier, withdraw_dossier
from thidua.web.shell.access import right_required, signed_in
from thidua.web.shell.confirm import ask_first
from thidua.web.workspace.nominations.find import dossier_or_404, posted
from thidua.web.workspace.nominations.forms.sending import ReasonForm


@right_required(Right.SUBMIT_DOSSIER)
@require_http_methods(["GET", "POST"])
def recall(request: HttpRequest, code: str) -> HttpResponse:
    """Ask, then take the dossier back while the office has not received it."""
    row = dossier_or_404(request, code)
    return ask_first(
        request,
        question=_("Recall the dossier %(code)s?") % {"code": row.code},
        consequence=_("It is not with the office until you send it again."),
        verb=_("Recall"),
        back=reverse("my-dossier", args=[code]),
        act=lambda: recall_dossier(dossier=row, by=signed_in(request)),
        done=_("The dossier is yours again. Send it when it is complete."),
    )


@right_required(Right.SUBMIT_DOSSIER)
@require_http_methods(["GET", "POST"])
def withdraw(request: HttpRequest, code: str) -> HttpResponse:
    """Ask for the reason, then withdraw the dossier."""
    row = dossier_or_404(request, code)
    form = ReasonForm(posted(request))
    return ask_first(
        request,
        question=_("Withdraw the dossier %(code)s?") % {"code": row.code},
        consequence=_("Nobody in it is considered any more. This cannot be undone."),
        verb=_("Withdraw the dossier"),
        back=reverse("my-dossier", args=[code]),
        act=lambda: withdraw_dossier(dossier=row, reason=form.cleaned_data["reason"], by=signed_in(request)),
        done=_("The dossier is withdrawn."),
        form=form,
    )


@right_required(Right.NOMINATE)
@require_http_methods(["GET", "POST"])
def discard(request: HttpRequest, code: str) -> HttpResponse:
    """Ask, then throw a draft away."""
    row = dossier_or_404(request, code)
    return ask_first(
        request,
        question=_("Throw the draft %(code)s away?") % {"code": row.code},
        consequence=_("It stays in the list as closed, and cannot be sent any more."),
        verb=_("Throw away"),
        back=reverse("my-dossier", args=[code]),
        act=lambda: discard_dossier(dossier=row, by=signed_in(request)),
        done=_("The draft is closed."),
    )
