"""Error pages: each says what happened and what to do next."""

from __future__ import annotations

import logging

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string

log = logging.getLogger(__name__)


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Return the page for a request that cannot be understood."""
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


def form_expired(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Return the page for a form whose safety token is missing or old."""
    log.warning("a form was refused: %s", reason)
    return render(request, "shell/errors/form_expired.html", {"came_from": request.path}, status=403)
