"""Who enters the editor's desk: rights are ours, Wagtail asks its own groups; here the first become the second.

Every request to the desk passes here, so that a role that ended an hour ago opens nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, Final

from csp.constants import HEADER, SELF
from django.contrib.auth.models import Group
from django.db import transaction
from django.http import HttpRequest, HttpResponseBase
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.accounts.rights import Right
from thidua.orgs.access import may_anywhere
from thidua.portal.published_things import require_unpublished
from thidua.support.refusals import NotAllowed

WRITERS: Final = "portal-writers"
PUBLISHERS: Final = "portal-publishers"
_GROUPS: Final = {WRITERS: Right.WRITE_ARTICLES, PUBLISHERS: Right.PUBLISH_ARTICLES}
View = Callable[..., HttpResponseBase]


def desk_entrance(view: View) -> View:
    """Let in whoever writes or publishes articles today, with exactly these rights; others see the refusal page."""

    @wraps(view)
    def entered(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if isinstance(request.user, User):
            _agree(request.user)
        if request.method in ("GET", "HEAD", "OPTIONS"):
            return _at_the_desk(view(request, *args, **kwargs))
        if isinstance(request.user, User):
            require_unpublished(request, request.user)
        with transaction.atomic():  # the act and its entry in the log stand or fall together
            return _at_the_desk(view(request, *args, **kwargs))

    return entered


# Draftail writes <style> elements into the page, and the preview is our own page inside the desk: allowed there,
# and nowhere else. Scripts stay as strict as everywhere.
_DESK_POLICY: Final = {"style-src": ["'unsafe-inline'"], "frame-src": [SELF], "img-src": ["blob:"]}


# A preview is the public page with the public page's policy, but shown in a frame of the desk.
_PREVIEW_POLICY: Final = {"frame-ancestors": [SELF]}


def _at_the_desk(response: HttpResponseBase) -> HttpResponseBase:
    if HEADER in response:  # a preview came through the middleware once already
        del response[HEADER]
        response._csp_replace = _PREVIEW_POLICY  # type: ignore[attr-defined]  # as csp.decorators do
        response["X-Frame-Options"] = "SAMEORIGIN"
    else:
        response._csp_update = _DESK_POLICY  # type: ignore[attr-defined]
        if response.headers.get("X-Frame-Options") == "SAMEORIGIN":  # a preview of what is not complete yet
            response._csp_replace = _PREVIEW_POLICY  # type: ignore[attr-defined]
    return response


def _agree(user: User) -> None:
    wanted = {name for name, right in _GROUPS.items() if may_anywhere(user, right)}
    if not wanted:
        raise NotAllowed(_("Only editors and leaders of the Board may enter the editor's desk."))
    held = set(user.groups.filter(name__in=_GROUPS).values_list("name", flat=True))
    if held != wanted:
        user.groups.remove(*Group.objects.filter(name__in=held - wanted))
        user.groups.add(*Group.objects.filter(name__in=wanted - held))
