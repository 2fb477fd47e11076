"""The password given again by whoever is signed in already."""

from __future__ import annotations

from django.contrib.auth import authenticate
from django.http import HttpRequest

from thidua.web.shell.access import signed_in


def is_own_password(request: HttpRequest, password: str) -> bool:
    """Tell whether it is the person's own; asked at the door of signing in, so that guesses are counted and locked out.

    While that door is locked the right one is refused, too, and the answer becomes the page that says so.
    """
    user = signed_in(request)
    known = authenticate(request, username=user.get_username(), password=password)
    return known is not None and known.pk == user.pk
