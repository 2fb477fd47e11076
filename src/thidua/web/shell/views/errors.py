"""Error pages: each says what happened and what to do next."""

from __future__ import annotations

import logging

from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.template.loader import render_to_string

from thidua.web.shell.typed import kept_without_token, texts_to_copy

log = logging.getLogger(__name__)


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Return the page for a request that cannot be understood, or that is larger than any form of ours."""
    if isinstance(exception, RequestDataTooBig | TooManyFieldsSent | TooManyFilesSent):
        return HttpResponse(render_to_string("shell/errors/413.html"), status=413)
    return HttpResponse(render_to_string("shell/errors/400.html"), status=400)


def not_allowed(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Return the page for a right that is missing; the exception's sentence says which."""
    return render(request, "shell/errors/403.html", {"sentence": str(exception or "")}, status=403)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Return the page for an address that leads nowhere."""
    return render(request, "shell/errors/404.html", status=404)


def server_error(request: HttpRequest) -> HttpResponse:
    """Return the page for a fault of ours; it asks neither the database nor the session for anything."""
    return HttpResponse(render_to_string("shell/errors/500.html"), status=500)


def form_expired(request: HttpRequest, reason: str = "") -> HttpResponseBase:
    """Return the way back to a page that keeps what was typed, else the page for a form with an old safety token."""
    log.warning("a form was refused: %s", reason)
    back = kept_without_token(request)
    if back is not None:
        return back
    context = {"came_from": request.path, "texts": texts_to_copy(request)}
    return render(request, "shell/errors/form_expired.html", context, status=403)
