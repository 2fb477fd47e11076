"""For search engines: which pages there are, and which are nobody's business."""

from __future__ import annotations

from xml.sax.saxutils import escape

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from thidua.web.shell.addresses import whole
from thidua.web.shell.sitemap import Place, places

_CLOSED = ("/lam-viec/", "/viec-cua-toi", "/dang-nhap", "/doi-mat-khau", "/theo-doi")


@require_safe
def sitemap(request: HttpRequest) -> HttpResponse:
    """Return every public page with the day it changed, as sitemaps.org has it."""
    rows = "".join(_row(request, place) for place in places())
    text = (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{rows}</urlset>\n'
    )
    return HttpResponse(text, content_type="application/xml; charset=utf-8")


def _row(request: HttpRequest, place: Place) -> str:
    address = escape(whole(request, place.path))
    changed = f"<lastmod>{place.changed.isoformat()[:10]}</lastmod>" if place.changed else ""
    return f"<url><loc>{address}</loc>{changed}</url>\n"


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """Say that the workspace is not to be walked through, and where the list of pages is."""
    closed = [f"Disallow: {prefix}{path}" for prefix in ("", "/en") for path in _CLOSED]
    lines = ["User-agent: *", *closed, f"Sitemap: {whole(request, reverse('sitemap'))}", ""]
    return HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")
