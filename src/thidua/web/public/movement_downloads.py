"""The tables of a movement's page as CSV: what is drawn can be taken along and reckoned with."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Final

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from thidua.movements.models import Movement
from thidua.movements.queries import participation
from thidua.support.provenance import Provenance
from thidua.web.public.achievements import commended_in, gifts_of
from thidua.web.public.participants import share_of
from thidua.web.public.results import csv_of, results_of
from thidua.web.public.trends import trend_csv, trend_of
from thidua.web.shell.csv_download import csv_response


def download(request: HttpRequest, movement: Movement, day: date) -> HttpResponse:
    """Return the table that `?bang=` names, the results where it names none."""
    name = request.GET.get("bang", "")
    if name == "":
        return csv_of(movement, results_of(movement, day))
    if name == "dien-bien":
        return _trend(request, movement, day)
    write = _TABLES.get(name)
    if write is None:
        raise Http404
    return write(movement, day)


def _trend(request: HttpRequest, movement: Movement, day: date) -> HttpResponse:
    found = trend_of(results_of(movement, day), request.GET.get("dien-bien", ""), day)
    if found is None:
        raise Http404
    return trend_csv(found)


def _levels(movement: Movement, day: date) -> HttpResponse:
    headings = [_("Level"), _("Called on"), _("Registered"), _("Share (%)"), _("As of")]
    found = participation(movement, day)
    return csv_response(
        f"tham-gia-{movement.slug}",
        headings,
        [[row.level.label, row.in_scope, row.registered, share_of(row), found.on] for row in found.levels],
    )


def _groups(movement: Movement, day: date) -> HttpResponse:
    headings = [_("Order"), _("Content group"), _("Units registered"), _("Accepted"), _("As of")]
    found = participation(movement, day)
    return csv_response(
        f"noi-dung-{movement.slug}",
        headings,
        [[row.order, row.name, row.registered, row.accepted, found.on] for row in found.groups],
    )


def _awards(movement: Movement, day: date) -> HttpResponse:
    headings = [
        _("Award"),
        _("Kind of recipient"),
        _("Recipients"),
        _("Decision"),
        _("Presented"),
        _("Origin"),
    ]
    return csv_response(
        f"khen-thuong-{movement.slug}",
        headings,
        [
            [row.name, one.label, one.count, row.decision or "", row.presented_on, _origin(row.provenance)]
            for row in commended_in(movement)
            for one in row.counts
        ],
    )


def _gifts(movement: Movement, day: date) -> HttpResponse:
    headings = [_("Kind"), _("Total"), _("Amount"), _("Gifts counted"), _("As of"), _("Origin")]
    return csv_response(
        f"ung-ho-{movement.slug}",
        headings,
        [
            [row.kind, row.total, row.amount, row.gifts, row.as_of, _origin(row.provenance)]
            for row in gifts_of(movement)
        ],
    )


def _origin(provenance: str) -> str:
    return str(Provenance(provenance).label)


_TABLES: Final[dict[str, Callable[[Movement, date], HttpResponse]]] = {
    "tham-gia": _levels,
    "noi-dung": _groups,
    "khen-thuong": _awards,
    "ung-ho": _gifts,
}
