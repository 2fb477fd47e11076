"""The beacon that tells that a page was shown, and how views are counted."""

from __future__ import annotations

import logging
import time
from datetime import UTC, datetime
from typing import Final

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST, require_safe

from thidua.core.vietnamese.dates import VIETNAM_TIME
from thidua.portal.counting.journal import JOURNAL, Kind, Shown
from thidua.portal.counting.robots import is_robot
from thidua.portal.counting.tally import APART, MOST_OF_ADDRESS
from thidua.portal.counting.visitors import marks
from thidua.portal.queries.counted_pages import takes_views
from thidua.web.shell.known_parameters import knows
from thidua.web.shell.same_origin import SentFrom, sent_from
from thidua.web.shell.visitors import address_of

_LOG: Final = logging.getLogger(__name__)
_LARGEST: Final = 2**31 - 1


@csrf_exempt  # it changes nothing of the visitor's, and cached pages send it (shell.same_origin)
@require_POST
def shown(request: HttpRequest, page: int) -> HttpResponse:
    """Write that a page was shown into the journal; the answer never tells whether it counts."""
    if _is_here(request) and page <= _LARGEST and takes_views(page):
        now = time.time()
        agent = request.headers.get("User-Agent", "")
        day = datetime.fromtimestamp(now, UTC).astimezone(VIETNAM_TIME).date()
        browser, address = marks(day, address_of(request) or "", agent)
        try:
            JOURNAL.append(Shown(_kind(request, agent), int(now), page, browser, address))
        except OSError:  # a full disk: the article was read all the same
            _LOG.exception("A view could not be written down.")
            return HttpResponse(status=503)
    return HttpResponse(status=204, headers={"Cache-Control": "no-store"})


@knows()
@require_safe
def method(request: HttpRequest) -> HttpResponse:
    """Say how views are counted, with the numbers that the code uses."""
    context = {"minutes": APART // 60, "most": MOST_OF_ADDRESS}
    return render(request, "readers/method.html", context)


def _kind(request: HttpRequest, agent: str) -> Kind:
    if is_robot(agent):
        return Kind.ROBOT
    # Only who sends a session is looked up: for readers no database is asked.
    if settings.SESSION_COOKIE_NAME in request.COOKIES and request.user.is_authenticated:
        return Kind.STAFF
    return Kind.VISITOR


def _is_here(request: HttpRequest) -> bool:
    return sent_from(request) is SentFrom.HERE and not _is_ahead(request)


def _is_ahead(request: HttpRequest) -> bool:
    """Tell whether the browser only fetched the page in case somebody goes there."""
    said = f"{request.headers.get('Sec-Purpose', '')} {request.headers.get('Purpose', '')}".lower()
    return "prefetch" in said or "prerender" in said
