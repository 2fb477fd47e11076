"""Promising a gift without an account, and the code to follow it up. No money passes through this page."""

from __future__ import annotations

from typing import Final

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from thidua.contributions.actions import send_pledge
from thidua.contributions.models import Drive, Pledge
from thidua.contributions.queries import is_running
from thidua.web.public.gifts.forms import NAMED, PledgeForm
from thidua.web.public.gifts.views.drive import found
from thidua.web.shell.public_forms import PublicForm
from thidua.web.shell.receipts import ask_for_code, code_on, sent_on

KIND: Final = "ung-ho"


@never_cache
@require_http_methods(["GET", "POST"])
def write(request: HttpRequest, slug: str) -> HttpResponse:
    """Take a promise; nothing typed is lost where it is refused."""
    row = found(slug)
    if request.method == "GET" and not is_running(row, timezone.localdate()):
        return redirect("public-drive", slug)
    form = PledgeForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.sent(request, lambda: _send(row, form)):
        return sent_on(request, KIND, form.outcome.code, "pledge-sent", slug)
    context = {"drive": row, "form": form}
    response = render(request, "gifts/pledge.html", context, status=429 if form.wait else 200)
    if form.wait:
        response["Retry-After"] = str(form.wait)
    response["X-Robots-Tag"] = "noindex"
    return response


@never_cache
@require_safe
def receipt(request: HttpRequest, slug: str) -> HttpResponse:
    """Show the code of what this browser sent, for a day; later and elsewhere ask for the code."""
    row = found(slug)
    code = code_on(request, KIND)
    if not code:
        return ask_for_code()
    response = render(request, "gifts/pledge_sent.html", {"drive": row, "code": code})
    response["X-Robots-Tag"] = "noindex"
    return response


def _send(drive: Drive, form: PublicForm) -> Pledge:
    said = form.answers
    return send_pledge(drive=drive, may_be_named=said.pop("naming") == NAMED, **said)
