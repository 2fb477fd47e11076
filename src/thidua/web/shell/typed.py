"""What somebody typed while their session ended: kept until they have signed in again, then shown in its fields."""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import wraps
from typing import Any, Final

from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponseBase, QueryDict
from django.shortcuts import redirect
from django.urls import Resolver404, resolve
from django.utils.translation import gettext as _

View = Callable[..., HttpResponseBase]
KEY: Final = "typed"
MOST: Final = 300_000  # characters: the longest report is 60,000, a pasted list some more
HOURS: Final = 24
WORTH_COPYING: Final = 30  # characters of a text that nobody likes to type again
_MARK: Final = "keeps_typed"
_OWN: Final = frozenset({"csrfmiddlewaretoken", "lam"})
_SECRET: Final = frozenset({"password", "old", "new", "again"})


def keeps_typed(view: View) -> View:
    """Keep what is sent to `view` by somebody whose session has ended, and send them to sign in.

    It lies in the session of the browser that sent it, under the address of the page; whoever signs in there sees it
    only on that page, which asks for the same rights as ever. Stands above the decorators that ask for them. Never
    for a ballot or a teller's count, which are nobody else's to see.
    """

    @wraps(view)
    def kept(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if request.method != "POST" or request.user.is_authenticated:
            return view(request, *args, **kwargs)
        return _kept_until_signed_in(request)

    setattr(kept, _MARK, True)
    return kept


def kept_without_token(request: HttpRequest) -> HttpResponseBase | None:
    """Return the way back to the page that sent a form with an old safety token, where it keeps what was typed.

    The token is old when one has signed in anew in another tab. None: the page keeps nothing, or another site sent it.
    """
    try:
        view = resolve(request.path_info).func
    except Resolver404:
        return None
    if request.method != "POST" or not getattr(view, _MARK, False) or not _is_ours(request):
        return None
    return _kept_until_signed_in(request)


def texts_to_copy(request: HttpRequest) -> list[str]:
    """Return the longer texts of a form of ours that was refused, so that they can be copied; never a password."""
    if not _is_ours(request):
        return []
    names = [name for name in request.POST if name not in _OWN | _SECRET]
    return [
        text for name in names for text in request.POST.getlist(name) if len(text.strip()) >= WORTH_COPYING
    ]


def sent_before(request: HttpRequest) -> QueryDict | None:
    """Return what this page was sent when the session had ended, and tell of it; once, and only when it is opened.

    For pages of several forms, or with several choices in one field. Its `seen` goes along: what somebody else saved
    meanwhile is told when it is sent again.
    """
    found = request.session.get(KEY)
    if request.method != "GET" or not found or found["path"] != request.path:
        return None
    del request.session[KEY]
    if time.time() - found["at"] > HOURS * 3600:
        return None
    said = _("Your session had ended. What you typed stands here again and is not saved yet: save it now.")
    if found["files"]:
        said += " " + _("Choose the files once more.")
    messages.warning(request, said)
    sent = QueryDict(mutable=True)
    for name, values in found["typed"].items():
        sent.setlist(name, values)
    return sent


def typed_before(request: HttpRequest) -> dict[str, str]:
    """Return the same as values with which one form starts."""
    sent = sent_before(request)
    return {} if sent is None else {name: str(value) for name, value in sent.items()}


def _kept_until_signed_in(request: HttpRequest) -> HttpResponseBase:
    typed = {name: values for name, values in request.POST.lists() if name not in _OWN}
    if sum(len(value) for values in typed.values() for value in values) <= MOST:
        kept = {"path": request.path, "typed": typed, "at": time.time(), "files": bool(request.FILES)}
        request.session[KEY] = kept
    if request.user.is_authenticated:
        return redirect(request.get_full_path())
    return redirect_to_login(request.get_full_path())


def _is_ours(request: HttpRequest) -> bool:
    """Tell whether the browser says that a page of this site sent the form."""
    return request.headers.get("Origin") == f"{request.scheme}://{request.get_host()}"
