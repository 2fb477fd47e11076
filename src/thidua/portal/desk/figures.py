"""The list of figures an editor chooses from."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from thidua.portal.queries.offered_figures import LONGEST, offered_figures


def figures(request: HttpRequest) -> HttpResponse:
    """Show the figures of the source `nguon` that fit the words `q`."""
    offers = offered_figures(request.GET.get("nguon", ""), request.GET.get("q", "")[:100])
    return render(
        request, "portal/offered_figures.html", {"offers": offers, "is_cut": len(offers) == LONGEST}
    )
