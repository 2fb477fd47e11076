"""Public pages kept for a minute, so that many readers of one page ask the database once.

Kept is a page of the public site that is the same for everybody: asked for without a sign-in and without a message
to tell, and answered without a cookie, hence without the token of a form. What a view keeps out of caches on its own
is left alone.

What is taken back must go at once, and what is published come at once: a page is told again only while the audit log
ends as it did when the page was made. On a day with a write a second that would keep nothing, so for the first seconds
a page is told whatever was written; browsers keep it no longer than these. What is not logged, the count of views,
waits for the whole minute.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from django.conf import settings
from django.contrib.messages.storage.cookie import CookieStorage
from django.core.cache import caches
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.cache import patch_vary_headers

from thidua.orgs.queries.site_identity import edition
from thidua.support.audit.queries import end_of_log
from thidua.web.shell.downloads import refused_download
from thidua.web.shell.known_parameters import PUBLIC, forget_unknown
from thidua.web.shell.theme import theme_of

KEPT_PAGES: Final = "pages"  # the name of the cache
AT_LEAST: Final = 3  # seconds for which a page is told whatever was written, here and by browsers
LOOKED_AT_END: Final = (
    1  # seconds between two looks at the end of the log; the pages themselves need no database
)
LOG_END: Final = "end-of-log"
LARGEST: Final = 512 * 1024  # bytes, compressed
LONGEST_ADDRESS: Final = 500  # signs; longer ones are hardly asked for twice

Answer = Callable[[HttpRequest], HttpResponseBase]


@dataclass(frozen=True)
class Kept:
    """An answer as it is kept: since when, what the log ended in then, its headers, and its bytes as they are sent."""

    at: float
    log_end: str
    headers: tuple[tuple[str, str], ...]
    body: bytes


class PublicPages:
    """Answer with a kept page, or keep the page that is answered; stands before everything that costs time."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def process_view(
        self, request: HttpRequest, view: Answer, args: tuple[object, ...], kwargs: dict[str, object]
    ) -> HttpResponse | None:
        """Let nobody have one list after another written as a file."""
        return refused_download(request) if view.__module__.startswith(PUBLIC) else None

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        seconds = settings.PAGE_CACHE_SECONDS
        forget_unknown(request)
        if not seconds or not is_for_everybody(request):
            return _told_apart(request, self.get_response(request))
        key, log_end, now = key_of(request), _log_end(), time.time()
        kept = caches[KEPT_PAGES].get(key)
        if kept is not None and now - kept.at < (seconds if kept.log_end == log_end else AT_LEAST):
            return _again(kept)
        response = self.get_response(request)
        if may_be_kept(request, response):
            patch_vary_headers(response, ("Cookie",))
            response["Cache-Control"] = f"public, max-age={min(AT_LEAST, seconds)}"
            assert isinstance(response, HttpResponse)
            headers = tuple((name, value) for name, value in response.items())
            caches[KEPT_PAGES].set(key, Kept(now, log_end, headers, response.content), seconds)
        return response


def is_for_everybody(request: HttpRequest) -> bool:
    """Return whether a request asks for what all readers get: no sign-in, no message waiting, no part of a page."""
    own = (settings.SESSION_COOKIE_NAME, CookieStorage.cookie_name)
    return (
        request.method == "GET"
        and not any(name in request.COOKIES for name in own)
        and "HX-Request" not in request.headers
        and len(request.META.get("QUERY_STRING", "")) <= LONGEST_ADDRESS
    )


def may_be_kept(request: HttpRequest, response: HttpResponseBase) -> bool:
    """Return whether an answer is a whole page of the public site that says the same to everybody."""
    view = request.resolver_match.func if request.resolver_match else None
    return (
        response.status_code == 200
        and not response.streaming
        and not response.cookies
        and not response.has_header("Cache-Control")
        and not response.has_header("Set-Cookie")
        and (view is not None and view.__module__.startswith(PUBLIC))
        and isinstance(response, HttpResponse)
        and len(response.content) <= LARGEST
    )


def key_of(request: HttpRequest) -> str:
    """Return under what a page is kept: host, address, colours, edition of the identity, and whether compressed."""
    packed = "gzip" in request.META.get("HTTP_ACCEPT_ENCODING", "")
    address = f"{request.scheme}://{request.get_host()}{request.get_full_path()}"
    return f"{theme_of(request)}:{packed:d}:{edition()}:{address}"


def _log_end() -> str:
    """Return what the log ended in a moment ago; a query once in a second."""
    end = caches[KEPT_PAGES].get(LOG_END)
    if end is None:
        end = end_of_log()
        caches[KEPT_PAGES].set(LOG_END, end, LOOKED_AT_END)
    return str(end)


def _again(kept: Kept) -> HttpResponse:
    response = HttpResponse(kept.body)
    for name, value in kept.headers:
        response.headers[name] = value
    return response


def _told_apart(request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
    """Let no cache on the way keep a public page made for one who is signed in, or with a message for one reader."""
    view = request.resolver_match.func if request.resolver_match else None
    if view is not None and view.__module__.startswith(PUBLIC) and not response.has_header("Cache-Control"):
        response["Cache-Control"] = "private, no-cache"
    return response
