"""Looking for pairs: the state of the last run, and beginning another."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from thidua.accounts.rights import Right
from thidua.registry.identities.linking import MEASURED
from thidua.registry.queries.identities import last_searches
from thidua.support.refusals import NotAllowed, Refused
from thidua.web.shell.access import right_required, signed_in
from thidua.web.shell.htmx import render_page_or_part
from thidua.web.workspace.identities.background import begin
from thidua.web.workspace.identities.shown import search_shown


@right_required(Right.KEEP_AWARDS)
@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """Show how far the run is, or what the last one found."""
    rows = last_searches()
    context = {
        "search": search_shown(rows[0]) if rows else None,
        "earlier": [search_shown(row) for row in rows[1:]],
        "measured": MEASURED,
    }
    return render_page_or_part(
        request,
        "identities/search.html",
        context,
        part="identity-search",
        part_template="identities/search_part.html",
    )


@right_required(Right.KEEP_AWARDS)
@require_POST
def start(request: HttpRequest) -> HttpResponse:
    """Begin a run and show its progress."""
    try:
        begin(signed_in(request))
    except NotAllowed as refused:
        raise PermissionDenied(str(refused)) from refused
    except Refused as refused:
        messages.info(request, str(refused))
    else:
        messages.success(request, _("The search has begun. Its progress stands here."))
    return redirect("identity-search")
