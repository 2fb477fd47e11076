"""Downloads of lists by everybody: not more of them in a minute than a person takes."""

from __future__ import annotations

from typing import Final

from django.http import HttpRequest, HttpResponse
from django.utils.translation import ngettext

from thidua.web.shell.tables import FORMAT
from thidua.web.shell.tries import seconds_to_wait

MOST: Final = 20  # files in a minute
COUNTED: Final = "public-downloads"


def refused_download(request: HttpRequest) -> HttpResponse | None:
    """Return the answer that asks to wait where this is one download of a list too many, else None."""
    if not request.GET.get(FORMAT) or not (wait := seconds_to_wait(request, COUNTED, MOST)):
        return None
    return too_many_files(wait)


def too_many_files(wait: int) -> HttpResponse:
    """Return the answer that asks to wait so many seconds."""
    sentence = ngettext(
        "Too many files in one minute. Wait %(seconds)s second, then go on.",
        "Too many files in one minute. Wait %(seconds)s seconds, then go on.",
        wait,
    ) % {"seconds": wait}
    headers = {"Retry-After": str(wait)}
    return HttpResponse(sentence, status=429, content_type="text/plain; charset=utf-8", headers=headers)
