"""The public list of drives."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from thidua.contributions.models import Drive
from thidua.contributions.queries import running, with_money, with_told
from thidua.core.vietnamese.fold import fold
from thidua.web.public.gifts.states import drive_tag
from thidua.web.shell import cells, formats
from thidua.web.shell.filters import FilterForm
from thidua.web.shell.gifts_told import told_sum
from thidua.web.shell.known_parameters import knows
from thidua.web.shell.tables import Column, Table

RUNNING = "dang-nhan"


class PublicDriveFilters(FilterForm):
    """By words, and those that take gifts today."""

    q = forms.CharField(label=_("Words"), max_length=100)
    buoc = forms.ChoiceField(label=_("State"), choices=[("", _("all")), (RUNNING, _("taking gifts"))])

    def apply(self, rows: Any, answers: dict[str, Any]) -> Any:
        for word in fold(answers.get("q", "")).split():
            rows = rows.filter(search_text__contains=word)
        return running(rows, timezone.localdate()) if answers.get("buoc") else rows


def _name(row: Drive) -> SafeString:
    linked = cells.link(reverse("public-drive", args=[row.slug]), cells.vietnamese(row.name))
    return cells.with_note(cells.with_mark(linked, row.provenance), cells.vietnamese(row.purpose))


def _time(row: Drive) -> str:
    if row.starts_on is None:
        return gettext("start not known")
    if row.ends_on is None:
        return gettext("from %(day)s") % {"day": formats.day(row.starts_on)}
    return f"{formats.day(row.starts_on)} – {formats.day(row.ends_on)}"


def _received(row: Any) -> object:
    """Return what the ledger says; where it has no line, what a report tells of money, named as such."""
    if row.received is not None or row.told is None:
        return row.received
    return gettext("told by a report: %(sum)s") % {"sum": told_sum(row.told, least=row.told_is_least)}


def _allocated(row: Any) -> int | None:
    """Return 0 where money came and none of it went; a drive without a ledger has no figure."""
    return None if row.received is None else row.allocated or 0


def _left(row: Any) -> int | None:
    return None if row.received is None else row.received - (row.allocated or 0)


DRIVES: Table[Any] = Table(
    name="dot-ung-ho",
    caption=_("Drives"),
    columns=(
        Column("name", _("Drive"), _name, csv=lambda row: row.name, sort=("search_text",), header=True),
        Column("time", _("Time"), _time, sort=("starts_on",)),
        Column(
            "state",
            _("State"),
            lambda row: drive_tag(row, timezone.localdate()),
            csv=lambda row: drive_tag(row, timezone.localdate()).text,
        ),
        Column(
            "target",
            _("Target in đồng"),
            lambda row: gettext("none set") if row.target is None else row.target,
            csv=lambda row: row.target,
            numeric=True,
            sort=("target",),
        ),
        Column(
            "received",
            _("Received in đồng"),
            _received,
            csv=lambda row: row.received,
            numeric=True,
            sort=("received",),
        ),
        Column("allocated", _("Allocated in đồng"), _allocated, numeric=True, sort=("allocated",)),
        Column("left", _("Left in đồng"), _left, numeric=True),
    ),
    order="-time",
    empty=_("No drive has been opened yet."),
    filters=PublicDriveFilters,
)


@knows(filters=PublicDriveFilters, table=True)
@require_safe
def drives(request: HttpRequest) -> HttpResponseBase:
    """List the drives with what came and what went, in money; fixed queries whatever the rows."""
    context = {
        "running": running(Drive.objects.all(), timezone.localdate()).count(),
        "all": Drive.objects.count(),
        "only_running": request.GET.get("buoc") == RUNNING,
    }
    return DRIVES.respond(request, with_told(with_money(Drive.objects.all())), "gifts/drives.html", context)
