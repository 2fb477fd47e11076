"""Files to read or print."""

from __future__ import annotations

from django.http import HttpResponse


def pdf(data: bytes, name: str) -> HttpResponse:
    """Give a file that is made for this request and not kept."""
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(data, content_type="application/pdf", headers=headers)
