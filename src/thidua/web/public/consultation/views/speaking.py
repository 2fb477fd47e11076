"""Saying an opinion without an account: write, check, send, and get a code to follow it up."""

from __future__ import annotations

from typing import Final

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from thidua.nominations.actions import send_opinion
from thidua.nominations.actions.record_opinion import require_open
from thidua.nominations.models import PublicConsultation
from thidua.nominations.queries import before_the_public, is_open_to_the_public
from thidua.web.public.consultation.forms import STANCES, OpinionForm
from thidua.web.public.consultation.views.page import CHOSEN
from thidua.web.shell.keys import key_of
from thidua.web.shell.known_parameters import knows
from thidua.web.shell.receipts import ask_for_code, code_on, sent_on
from thidua.web.shell.rehearsal import CHANGE, CONFIRM, STEP

KIND: Final = "lay-y-kien"
ON_THE_LAST_PAGE: Final = {"upload", "__all__"}


@knows(CHOSEN)
@never_cache
@require_http_methods(["GET", "POST"])
def write(request: HttpRequest, pk: int) -> HttpResponse:
    """Take an opinion in two steps: the answers, then a page to check them on, with the file and the sending."""
    row = get_object_or_404(before_the_public(), pk=pk)
    if request.method == "GET" and not is_open_to_the_public(row, timezone.localdate()):
        return redirect("consultation", pk)
    sent = request.POST if request.method == "POST" else None
    form = OpinionForm(
        sent, request.FILES or None, consultation=row, initial={"nomination": key_of(request.GET.get(CHOSEN))}
    )
    step = request.POST.get(STEP, "")
    if step == CONFIRM and form.sent(request, lambda: send_opinion(consultation=row, **form.opinion)):
        return sent_on(request, KIND, form.outcome.code, "opinion-sent", pk)
    if step == CONFIRM and set(form.errors) <= ON_THE_LAST_PAGE:
        return _shown(request, "consultation/check.html", row, form)
    if sent is not None and not step and form.accepted(lambda: require_open(row, timezone.now())):
        return _shown(request, "consultation/check.html", row, form)
    if step == CHANGE:
        form = _to_change(form, row)
    return _shown(request, "consultation/write.html", row, form)


@never_cache
@require_safe
def receipt(request: HttpRequest, pk: int) -> HttpResponse:
    """Show the code of what this browser sent, for a day; later and elsewhere ask for the code."""
    row = get_object_or_404(before_the_public(), pk=pk)
    code = code_on(request, KIND)
    if not code:
        return ask_for_code()
    context = {"row": row, "dossier": row.dossier, "code": code}
    return _unlisted(render(request, "consultation/receipt.html", context))


def _to_change(form: OpinionForm, row: PublicConsultation) -> OpinionForm:
    """Return the form with what was typed and no faults: its owner only wants to change something."""
    typed = {name: form[name].value() for name in form.fields if name not in ("stamp", "website", "upload")}
    return OpinionForm(consultation=row, initial=typed)


def _shown(request: HttpRequest, template: str, row: PublicConsultation, form: OpinionForm) -> HttpResponse:
    context = {"row": row, "dossier": row.dossier, "form": form, "closes_on": row.closes_on}
    if form.is_bound and "stance" in getattr(form, "cleaned_data", {}):
        context["stance"] = dict(STANCES)[form.cleaned_data["stance"]]
    response = render(request, template, context, status=429 if form.wait else 200)
    if form.wait:
        response["Retry-After"] = str(form.wait)
    return _unlisted(response)


def _unlisted(response: HttpResponse) -> HttpResponse:
    response["X-Robots-Tag"] = "noindex"
    return response
