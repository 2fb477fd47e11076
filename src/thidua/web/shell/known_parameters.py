"""Which parts of an address a public page knows; the others are taken away before anything looks at them.

So `/tin-tuc?fbclid=1` and `?fbclid=2` are one page: kept once, and no way to have the same page made over and over.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final, TypeVar
from urllib.parse import parse_qsl, urlencode

from django.conf import settings
from django.http import HttpRequest
from django.urls import Resolver404, resolve
from django.utils.translation import get_language_from_path, override

from thidua.web.shell.filters import FilterForm
from thidua.web.shell.pages import PAGE
from thidua.web.shell.tables import FORMAT, ORDER

PUBLIC: Final = "thidua.web.public."
OF_TABLES: Final = (PAGE, ORDER, FORMAT)
_MOST_PARTS: Final = 100
View = TypeVar("View", bound=Callable[..., Any])


def knows(
    *names: str, filters: type[FilterForm] | None = None, table: bool = False
) -> Callable[[View], View]:
    """Say which names of the address a public view reads: `names`, those of `filters`, and those of a `table`."""
    known = frozenset((*names, *(filters.base_fields if filters else ()), *(OF_TABLES if table else ())))

    def told(view: View) -> View:
        view.known_parameters = known  # type: ignore[attr-defined]
        return view

    return told


def forget_unknown(request: HttpRequest) -> None:
    """Take from the address of a public page what the page does not read, as far as it says what it reads."""
    sent = request.META.get("QUERY_STRING", "")
    if not sent or request.method not in ("GET", "HEAD"):
        return
    view = _view_of(request)
    if view is None or not view.__module__.startswith(PUBLIC):
        return
    known: frozenset[str] | None = getattr(view, "known_parameters", None)
    if known is None:  # it does not say what it reads
        return
    try:
        parts = parse_qsl(sent, keep_blank_values=True, max_num_fields=_MOST_PARTS, errors="surrogateescape")
    except ValueError:  # more parts than any page has
        parts = []
    kept = [(name, value) for name, value in parts if name in known]
    if len(kept) != len(parts) or not parts:
        request.META["QUERY_STRING"] = urlencode(kept, errors="surrogateescape")


def _view_of(request: HttpRequest) -> Callable[..., Any] | None:
    """Return the view of an address before the middleware of languages has run."""
    language = get_language_from_path(request.path_info) or settings.LANGUAGE_CODE
    try:
        with override(language):
            return resolve(request.path_info).func
    except (Resolver404, UnicodeError):
        return None
