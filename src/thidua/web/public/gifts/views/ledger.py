"""The public ledger of a drive: every line, and sums that are the lines' to the đồng."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import FileResponse, Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.http import quote_etag
from django.utils.safestring import SafeString
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from thidua.contributions.amounts import from_parts
from thidua.contributions.enums import Entry, GiftKind
from thidua.contributions.models import LedgerLine
from thidua.contributions.queries import PublicLine, ledger_of, lines_about, public_line
from thidua.web.public.gifts.sums import sums_of
from thidua.web.public.gifts.views.drive import found
from thidua.web.shell import cells
from thidua.web.shell.filters import FilterForm
from thidua.web.shell.gift_amounts import exact_amount, kind_name
from thidua.web.shell.known_parameters import knows
from thidua.web.shell.tables import Column, Table


class LedgerFilters(FilterForm):
    """By words, whether something came or went, kind, and year: as readers look, a name first."""

    q = forms.CharField(label=_("Donor, work or receipt number"), max_length=100)
    but_toan = forms.ChoiceField(label=_("Entry"), choices=[("", _("all")), *Entry.choices])
    loai = forms.ChoiceField(label=_("Kind"), choices=[("", _("all")), *GiftKind.choices])
    nam = forms.IntegerField(
        label=_("Year"),
        min_value=1900,
        max_value=2100,
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
    )

    def apply(self, rows: Any, answers: dict[str, Any]) -> Any:
        wanted = {
            "entered_on__year": answers.get("nam"),
            "kind": answers.get("loai"),
            "entry": answers.get("but_toan"),
        }
        chosen = rows.filter(**{name: value for name, value in wanted.items() if value})
        return lines_about(chosen, answers["q"]) if "q" in answers else chosen


def _said(row: PublicLine) -> str:
    """Return who gave, or what it went to, and what the line takes back."""
    if row.entry == Entry.ALLOCATED:
        words = gettext("for %(work)s") % {"work": row.went_to}
    elif row.donor_kind == "many":
        words = row.donor or gettext("many donors together")
    else:
        words = row.donor or gettext("a donor who is not named")
    return words


def _words(line: LedgerLine) -> str:
    return _said(public_line(line))


def _link(line: LedgerLine) -> SafeString:
    row, slug = public_line(line), line.drive.slug
    if line.receipt:
        url = reverse("public-gift", args=[slug, line.receipt.year, line.receipt.number])
    else:
        url = reverse("public-allocation", args=[slug, line.allocation_id])
    note = gettext("takes back line %(number)s: %(reason)s") if row.reverses else ""
    marked = cells.with_mark(cells.link(url, _said(row)), row.provenance)
    return cells.with_note(marked, note % {"number": row.reverses, "reason": row.reason} if note else "")


LEDGER: Table[Any] = Table(
    name="so-ung-ho",
    caption=_("Ledger of gifts"),
    columns=(
        Column("number", _("Line"), lambda row: row.number, numeric=True, csv=lambda row: row.number),
        Column("day", _("Day"), lambda row: row.entered_on, sort=("entered_on",)),
        Column("entry", _("Entry"), lambda row: row.get_entry_display()),
        Column("who", _("From whom, or for what"), _link, csv=_words, header=True),
        Column("kind", _("Kind"), lambda row: kind_name(row.kind)),
        Column(
            "amount",
            _("Amount"),
            lambda row: exact_amount(row.kind, from_parts(row.kind, row.parts)),
            csv=lambda row: from_parts(row.kind, row.parts),
            numeric=True,
        ),
        Column("receipt", _("Receipt"), lambda row: str(row.receipt or "")),
        Column("reverses", _("Takes back line"), lambda row: row.reversed_number, export_only=True),
        Column("reason", _("Reason"), lambda row: row.reason, export_only=True),
    ),
    order="-day",
    empty=_("Nothing stands in the ledger yet."),
    filters=LedgerFilters,
)


@knows(filters=LedgerFilters, table=True)
@require_safe
def ledger(request: HttpRequest, slug: str) -> HttpResponseBase:
    """Show every line of a drive's ledger; fixed queries whatever the lines."""
    row = found(slug)
    lines = ledger_of(row).select_related(
        "drive", "receipt__gift__person", "receipt__gift__household__head", "allocation__place"
    )
    context = {"drive": row, "sums": sums_of(row), "statements": row.statements.select_related("file")}
    return LEDGER.respond(request, lines, "gifts/ledger.html", context)


@require_safe
def statement(request: HttpRequest, slug: str, year: int, month: int) -> FileResponse:
    """Give the statement of a month as it was published: its bytes never change."""
    rows = found(slug).statements.select_related("file")
    row = get_object_or_404(rows, year=year, month=month)
    try:
        content = row.file.content.open("rb")
    except FileNotFoundError as missing:
        raise Http404 from missing
    answer = FileResponse(content, filename=row.file.original_name, content_type=row.file.content_type)
    answer["Cache-Control"] = "public, max-age=86400"
    answer["ETag"] = quote_etag(row.file.sha256)
    return answer
