"""Open data of decisions and awards: what they are, and the files."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from django.core.cache import cache
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.http.response import StreamingHttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.cache import get_conditional_response
from django.utils.http import http_date, quote_etag
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from thidua.registry.open_data.columns import COLUMNS, LICENCE, csv_resource, data_package
from thidua.registry.open_data.keeping import (
    OpenFile,
    RegisterState,
    kept_file,
    parts_of,
    register_state,
)
from thidua.registry.open_data.writing import years
from thidua.web.shell.downloads import too_many_files
from thidua.web.shell.tries import seconds_to_wait

MOST: Final = 30  # files in a minute
_KEPT: Final = 3600  # seconds for which the years are remembered: counting them goes through all awards
FORMATS: Final = {"csv": "text/csv; charset=utf-8", "json": "application/json; charset=utf-8"}
_FILE: Final = re.compile(r"(tat-ca|[0-9]{4})\.(csv|json)")


@dataclass(frozen=True)
class Offered:
    """The files of one year or of all: awards in the register, and bytes of each format once it was written."""

    label: str
    awards: int
    csv: str
    json: str
    csv_bytes: int | None
    json_bytes: int | None


@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """Explain the data: licence, last change, files with their sizes, meaning of each column."""
    state = register_state()
    counts = _years(state)
    rows = [_offered(None, sum(counts.values()), state)] if counts else []
    rows += [_offered(year, count, state) for year, count in counts.items()]
    context = {
        "rows": rows,
        "columns": COLUMNS,
        "changed": state.changed if counts else None,
        "licence": dict(zip(("code", "words", "path"), LICENCE, strict=True)),
    }
    return render(request, "public/open_data.html", context)


@require_safe
def description(request: HttpRequest) -> HttpResponseBase:
    """Give the description of all CSV files as a Frictionless data package."""
    state = register_state()
    files = [OpenFile(None, "csv"), *(OpenFile(year, "csv") for year in _years(state))]
    resources = [csv_resource(f"khen-thuong-{file.year or 'tat-ca'}", file.name) for file in files]
    told = data_package(resources, title=_("Decisions and awards"), changed=state.changed.isoformat())
    return JsonResponse(told, json_dumps_params={"ensure_ascii": False, "indent": 1})


@require_safe
def download(request: HttpRequest, name: str) -> HttpResponseBase:
    """Give a file: kept from an earlier reader, or written while it is read. An unchanged one is not sent again."""
    found = _FILE.fullmatch(name)
    file = OpenFile(None if found[1] == "tat-ca" else int(found[1]), found[2]) if found else None
    state = register_state()
    if file is None or (file.year is not None and file.year not in _years(state)):
        raise Http404(_("There is no such file. The page of open data names those that there are."))
    etag = quote_etag(f"{state.mark}-{file.name}")
    changed = int(state.changed.timestamp())
    unchanged = get_conditional_response(request, etag=etag, last_modified=changed)
    if unchanged is not None:
        return unchanged
    if wait := seconds_to_wait(request, "open-data", MOST):
        return too_many_files(wait)
    kept = kept_file(file, state)
    response: FileResponse | StreamingHttpResponse = (
        FileResponse(kept.open("rb")) if kept else StreamingHttpResponse(parts_of(file, state))
    )
    response["Content-Type"] = FORMATS[file.format]
    response["Content-Disposition"] = f'attachment; filename="khen-thuong-{file.name}"'
    response["ETag"], response["Last-Modified"] = etag, http_date(changed)
    response["Cache-Control"] = "public, max-age=300"
    response["Access-Control-Allow-Origin"] = "*"
    return response


def _years(state: RegisterState) -> dict[int, int]:
    """Return year → awards, counted once for each state of the register: anybody may ask, as often as they like."""
    key = f"open-data-years-{state.mark}"
    known: dict[int, int] | None = cache.get(key)
    if known is None:
        known = years()
        cache.set(key, known, _KEPT)
    return known


def _offered(year: int | None, awards: int, state: RegisterState) -> Offered:
    files = {kind: OpenFile(year, kind) for kind in FORMATS}
    sizes = {kind: _size(file, state) for kind, file in files.items()}
    links = {kind: reverse("open-data-file", args=[file.name]) for kind, file in files.items()}
    label = _("all years") if year is None else str(year)
    return Offered(label, awards, links["csv"], links["json"], sizes["csv"], sizes["json"])


def _size(file: OpenFile, state: RegisterState) -> int | None:
    path = kept_file(file, state)
    try:
        return path.stat().st_size if path else None
    except FileNotFoundError:
        return None
