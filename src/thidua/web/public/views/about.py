"""Short true pages about the site itself."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from thidua.web.shell.known_parameters import knows


@knows()
def about(request: HttpRequest) -> HttpResponse:
    """Say what the site is, whose it is, and what it does not do."""
    return render(request, "public/about.html")


@knows()
def accessibility(request: HttpRequest) -> HttpResponse:
    """State how accessible the site is, how that was judged, and whom to tell of a barrier."""
    return render(request, "public/accessibility.html")


@knows()
def site_map(request: HttpRequest) -> HttpResponse:
    """List every part of the site, for those who look for something or read it aloud."""
    return render(request, "public/site_map.html")


@knows()
def privacy(request: HttpRequest) -> HttpResponse:
    """Say what is kept of readers, and what is shown of people."""
    return render(request, "public/privacy.html")
