"""The list of documents, and the list of forms."""

from __future__ import annotations

from typing import Final

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from thidua.web.public.documents.filters import DocumentFilters
from thidua.web.public.documents.shown import shown
from thidua.web.shell.known_parameters import knows
from thidua.web.shell.tables import PAGE, Page

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
    page = _page(request.GET, rows.count())
    found = rows[page.first - 1 : page.last] if page.total else []
    context = {
        "filters": filters,
        "chosen": list(filters.chosen(request.GET)),
        "documents": shown(found, timezone.localdate()),
        "page": page,
        "are_forms": are_forms,
    }
    return render(request, "documents/list.html", context)


def _page(query: QueryDict, total: int) -> Page:
    count = max(1, -(-total // ON_A_PAGE))
    wanted = query.get(PAGE, "1")
    asked = int(wanted) if wanted.isascii() and wanted.isdigit() and len(wanted) < 9 else 1
    number = min(max(asked, 1), count)
    return Page(
        number=number,
        count=count,
        first=(number - 1) * ON_A_PAGE + 1 if total else 0,
        last=min(number * ON_A_PAGE, total),
        total=total,
        previous_url=_address(query, number - 1) if number > 1 else "",
        next_url=_address(query, number + 1) if number < count else "",
    )


def _address(query: QueryDict, number: int) -> str:
    kept = query.copy()
    kept[PAGE] = str(number)
    return "?" + kept.urlencode()
