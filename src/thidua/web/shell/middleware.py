"""What holds on every page: a readable address, an own password first, and a missing right told as a page."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse

from thidua.support.refusals import NotAllowed
from thidua.web.shell.views.errors import bad_request, not_allowed

Answer = Callable[[HttpRequest], HttpResponseBase]
WORKSPACE = "lam-viec"


class ReadableAddresses:
    """Answer 400 to an address with a NUL, which no person types and PostgreSQL cannot look for."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if "\x00" in request.path or "%00" in request.META.get("QUERY_STRING", ""):
            return bad_request(request)
        return self.get_response(request)


class OwnPasswordFirst:
    """Send whoever must change the password to the page for it; public pages stay open to them."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if request.user.is_authenticated and request.user.must_change_password:
            work = reverse("my-work")
            if request.path.startswith((work, f"{work.rpartition('/')[0]}/{WORKSPACE}")):
                return redirect("change-password")
        return self.get_response(request)


class RefusalsAsPages:
    """Show an action's `NotAllowed` that no view caught as the page for a missing right, with its sentence."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Return the page for `NotAllowed`; None leaves any other exception as it is."""
        return not_allowed(request, exception) if isinstance(exception, NotAllowed) else None
