"""Carrying an action out where there is no form to show its refusal in."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest

from thidua.support.refusals import NotAllowed, Refused


def carried_out(request: HttpRequest, act: Callable[[], object]) -> bool:
    """Return whether `act` was carried out; a refusal is told on the next page. NotAllowed becomes the page 403."""
    try:
        act()
    except NotAllowed:
        raise
    except Refused as refused:
        messages.error(request, str(refused))
        return False
    return True
