"""A preview shows what a reader sees."""

from __future__ import annotations

from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest


def as_reader(request: HttpRequest) -> HttpRequest:
    """Return the request of a preview as one of somebody who is not signed in: the frame of the page is theirs."""
    request.user = AnonymousUser()
    return request
