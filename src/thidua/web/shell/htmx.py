"""Whether the whole page is asked for, or only one part of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import patch_vary_headers


def asks_for(request: HttpRequest, part: str) -> bool:
    """Return whether only the element with the id `part` is asked for, by htmx or by our own `shell.js`."""
    return request.headers.get("HX-Request") == "true" and request.headers.get("HX-Target") == part


def render_page_or_part(
    request: HttpRequest,
    page: str,
    context: Mapping[str, Any],
    *,
    part: str,
    part_template: str,
    status: int = 200,
) -> HttpResponse:
    """Return the whole `page`, or the rendered `part_template` when the element `part` alone is asked for."""
    template = part_template if asks_for(request, part) else page
    response = render(request, template, dict(context), status=status)
    patch_vary_headers(response, ["HX-Request", "HX-Target"])
    return response
