"""A list as a CSV download: written by `support.spreadsheets`, so that Excel set to Vietnamese opens it as it is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from django.http import HttpResponse
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from thidua.support.spreadsheets.columns import Column
from thidua.support.spreadsheets.writing_csv import write_csv
from thidua.web.shell.tags import Tag


def csv_response(name: str, headings: Sequence[str], rows: Iterable[Sequence[object]]) -> HttpResponse:
    """Return a download of `name`.csv; tags become their words, yes and no stand in the page's language."""
    content = write_csv(
        [Column(heading) for heading in headings], ([plain(value) for value in row] for row in rows)
    )
    response = HttpResponse(content, content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{name}.csv"'
    return response


def plain(value: object) -> object:
    """Return a value as the writer of tables knows it: None, a number, a date or text."""
    if isinstance(value, Tag):
        return value.text
    if isinstance(value, bool):
        return _("Yes") if value else _("No")
    return str(value) if isinstance(value, Promise) else value
