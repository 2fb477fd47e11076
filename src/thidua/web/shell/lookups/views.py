"""The matches of a lookup while somebody types."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from thidua.accounts.models import User
from thidua.accounts.rights import Right
from thidua.web.shell.access import require_right, signed_in
from thidua.web.shell.lookups import sources
from thidua.web.shell.lookups.sources import Source


@login_required
@require_safe
def matches(request: HttpRequest, name: str) -> HttpResponse:
    """Return the matches of `?q=…` as options of a list."""
    require_right(request, Right.SEE_WORKSPACE)
    found = _source(name, signed_in(request)).find(request.GET.get("q", ""))
    return render(request, "shell/lookup_options.html", {"options": found})


def _source(name: str, user: User) -> Source:
    known = [sources.units(user), sources.persons(user), sources.households(user)]
    known += [sources.units(user, right) for right in Right]
    found = next((source for source in known if source.name == name), None)
    if found is None:
        raise Http404
    return found
