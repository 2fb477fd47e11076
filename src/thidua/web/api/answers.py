"""Answers of the interface: JSON for anybody's program, at a pace that leaves the pages to people."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, Final

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from thidua.web.shell.tries import seconds_to_wait

MOST: Final = 60  # questions in a minute from one address
CERTIFICATES: Final = (
    "certificate-tries",
    10,
)  # counted together with the page: codes are not guessed here either
View = Callable[..., HttpResponse]


def answer(told: dict[str, Any], *, status: int = 200) -> JsonResponse:
    """Return an answer, Vietnamese letters as they are."""
    return JsonResponse(told, status=status, json_dumps_params={"ensure_ascii": False})


def fault(code: str, sentence: str, *, status: int, **more: Any) -> JsonResponse:
    """Return what went wrong: a code for the program and a sentence for people, in the language of the address."""
    return answer({"error": {"code": code, "message": sentence, **more}}, status=status)


def public(counted: str = "api", most: int = MOST, *, kept: int = 60) -> Callable[[View], View]:
    """Make a view public: GET and HEAD alone, for pages of every origin, counted by address, kept for `kept` seconds.

    Every origin may ask, because nothing here depends on who asks: no cookie is read and none is set.
    """

    def wrapped(view: View) -> View:
        @require_safe
        @wraps(view)
        def answered(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            if wait := seconds_to_wait(request, counted, most):
                response: HttpResponse = _too_often(wait)
            else:
                response = view(request, *args, **kwargs)
            response["Access-Control-Allow-Origin"] = "*"
            response["X-Robots-Tag"] = "noindex"
            keeps = kept and response.status_code == 200
            response["Cache-Control"] = f"public, max-age={kept}" if keeps else "no-store"
            return response

        return answered

    return wrapped


def _too_often(wait: int) -> JsonResponse:
    sentence = _("Too many questions in one minute. Wait %(seconds)s seconds, then go on.") % {
        "seconds": wait
    }
    response = fault("too_many_requests", sentence, status=429)
    response["Retry-After"] = str(wait)
    return response
