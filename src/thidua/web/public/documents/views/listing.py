"""The list of documents, and the list of forms."""

from __future__ import annotations

from typing import Final

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from thidua.web.public.documents.filters import DocumentFilters
from thidua.web.public.documents.shown import shown
from thidua.web.shell.known_parameters import knows
from thidua.web.shell.pages import PAGE, page_of

ON_A_PAGE: Final = 20


@knows(PAGE, filters=DocumentFilters)
@require_safe
def documents(request: HttpRequest) -> HttpResponse:
    """Show laws, decisions, guidance, newest first; six queries whatever the rows, one more with words."""
    return _listing(request, are_forms=False)


@knows(PAGE, filters=DocumentFilters)
@require_safe
def forms(request: HttpRequest) -> HttpResponse:
    """Show the forms to download; as many queries as the documents."""
    return _listing(request, are_forms=True)


def _listing(request: HttpRequest, *, are_forms: bool) -> HttpResponse:
    filters = DocumentFilters(request.GET, are_forms=are_forms)
    rows = filters.rows()
    page = page_of(request.GET, rows.count(), ON_A_PAGE)
    context = {
        "filters": filters,
        "chosen": list(filters.chosen(request.GET)),
        "documents": shown(rows[page.rows], timezone.localdate()),
        "page": page,
        "are_forms": are_forms,
    }
    return render(request, "documents/list.html", context)
