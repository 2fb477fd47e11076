"""From one dossier to the next without going back to the list, in the list's own filters."""

from __future__ import annotations

from typing import Final

from django.db.models import QuerySet
from django.http import HttpRequest, QueryDict
from django.utils import timezone

from thidua.nominations.models import Dossier
from thidua.nominations.queries import Neighbours, neighbours, queue_of
from thidua.web.shell.access import signed_in
from thidua.web.workspace.appraisal.tables import DOSSIERS, with_choices

_KEPT: Final = "appraisal-list"
# What of the address is no filter.
_NO_FILTER: Final = ("trang", "xep", "dinh-dang")


def keep_filters(request: HttpRequest) -> None:
    """Remember with which filters the person looks at the queue; written only when they changed."""
    kept = request.GET.copy()
    for name in _NO_FILTER:
        kept.pop(name, None)
    for name in [name for name, value in kept.items() if not value]:
        del kept[name]
    if request.session.get(_KEPT, "") != kept.urlencode():
        request.session[_KEPT] = kept.urlencode()


def filters_kept(request: HttpRequest) -> str:
    """Return the filters as the end of the queue's address, with the question mark; empty without any."""
    kept = request.session.get(_KEPT, "")
    return f"?{kept}" if kept else ""


def queue_as_seen(request: HttpRequest) -> QuerySet[Dossier]:
    """Return the queue with the filters with which the person last looked at it, by due day."""
    rows = queue_of(signed_in(request), timezone.localdate())
    kept = request.session.get(_KEPT, "")
    if not kept:
        return rows
    filters = with_choices(DOSSIERS, rows).filters
    assert filters is not None
    found: QuerySet[Dossier] = filters(QueryDict(kept)).applied_to(rows)
    return found


def walk(request: HttpRequest, code: str) -> Neighbours:
    """Return what stands beside the dossier in the queue as the person last looked at it."""
    return neighbours(queue_as_seen(request), code)
