"""Promising a gift without an account, and the code to follow it up. No money passes through this page."""

from __future__ import annotations

from typing import Final

from django.core import signing
from django.core.signing import BadSignature
from django.http import Http404, HttpRequest, HttpResponse
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

SALT: Final = "pledge-sent"
KEPT: Final = 24 * 3600  # seconds in which the receipt opens again


@never_cache
@require_http_methods(["GET", "POST"])
def write(request: HttpRequest, slug: str) -> HttpResponse:
    """Take a promise; nothing typed is lost where it is refused."""
    row = found(slug)
    if request.method == "GET" and not is_running(row, timezone.localdate()):
        return redirect("public-drive", slug)
    form = PledgeForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.sent(request, lambda: _send(row, form)):
        return redirect("pledge-sent", slug, signing.dumps(form.outcome.code, salt=SALT))
    context = {"drive": row, "form": form}
    response = render(request, "gifts/pledge.html", context, status=429 if form.wait else 200)
    if form.wait:
        response["Retry-After"] = str(form.wait)
    response["X-Robots-Tag"] = "noindex"
    return response


@never_cache
@require_safe
def receipt(request: HttpRequest, slug: str, signed: str) -> HttpResponse:
    """Show the code of what was sent; the address works for a day and can be made by nobody else."""
    row = found(slug)
    try:
        code = signing.loads(signed, salt=SALT, max_age=KEPT)
    except BadSignature as wrong:
        raise Http404 from wrong
    response = render(request, "gifts/pledge_sent.html", {"drive": row, "code": code})
    response["X-Robots-Tag"] = "noindex"
    return response


def _send(drive: Drive, form: PublicForm) -> Pledge:
    said = form.answers
    return send_pledge(drive=drive, may_be_named=said.pop("naming") == NAMED, **said)
