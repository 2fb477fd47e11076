"""What somebody typed while their session ended: kept until they have signed in again, then shown in its fields."""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import wraps
from typing import Any, Final

from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponseBase
from django.utils.translation import gettext as _

View = Callable[..., HttpResponseBase]
KEY: Final = "nominations-typed"
MOST: Final = 300_000  # characters: the longest report is 60,000, a pasted list some more
HOURS: Final = 24
_OWN: Final = frozenset({"csrfmiddlewaretoken", "lam"})


def keeps_typed(view: View) -> View:
    """Keep what is sent to `view` by somebody whose session has ended, and send them to sign in.

    It lies in the session of the browser that sent it, under the address of the page; whoever signs in there sees it
    only on that page, which asks for the same rights as ever. Stands above the decorators that ask for them.
    """

    @wraps(view)
    def kept(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if request.method != "POST" or request.user.is_authenticated:
            return view(request, *args, **kwargs)
        typed = {name: str(value) for name, value in request.POST.items() if name not in _OWN}
        if sum(map(len, typed.values())) <= MOST:
            kept = {"path": request.path, "typed": typed, "at": time.time(), "files": bool(request.FILES)}
            request.session[KEY] = kept
        return redirect_to_login(request.get_full_path())

    return kept


def typed_before(request: HttpRequest) -> dict[str, str]:
    """Return what this page was sent when the session had ended, and tell of it; once, and only when it is opened.

    Its `seen` goes along: what somebody else saved meanwhile is told when it is sent again.
    """
    found = request.session.get(KEY)
    if request.method != "GET" or not found or found["path"] != request.path:
        return {}
    del request.session[KEY]
    if time.time() - found["at"] > HOURS * 3600:
        return {}
    said = _("Your session had ended. What you typed stands here again and is not saved yet: save it now.")
    if found["files"]:
        said += " " + _("Choose the files once more.")
    messages.warning(request, said)
    typed: dict[str, str] = found["typed"]
    return typed
