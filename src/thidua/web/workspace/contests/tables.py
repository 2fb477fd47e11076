"""The list of entries, as the office reads it."""

from __future__ import annotations

from typing import Any

from django import forms
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from thidua.contests.enums import EntryChannel, EntryState
from thidua.contests.models import Entry
from thidua.contests.queries.proposed import entrant_name
from thidua.web.shell import cells, formats
from thidua.web.shell.filters import FilterForm
from thidua.web.shell.tables import Column, Table
from thidua.web.shell.tags import Tag, Tone


class EntryFilters(FilterForm):
    """By words of the title, and by how it came in."""

    q = forms.CharField(label=_("Words of the title"), max_length=100)
    kenh = forms.ChoiceField(label=_("How it came in"), choices=[("", _("all")), *EntryChannel.choices])

    def apply(self, rows: Any, answers: dict[str, Any]) -> Any:
        if answers.get("q"):
            rows = rows.filter(title__icontains=answers["q"])
        if answers.get("kenh"):
            rows = rows.filter(channel=answers["kenh"])
        return rows


def _state(row: Entry) -> SafeString:
    if row.state == EntryState.WITHDRAWN:
        return cells.with_note(cells.tag(Tag(capfirst(row.get_state_display()))), row.withdrawn_reason)
    return cells.tag(Tag(capfirst(row.get_state_display()), Tone.SUCCESS))


def _withdraw(row: Entry) -> SafeString | str:
    if row.state == EntryState.WITHDRAWN:
        return ""
    address = reverse("withdraw-contest-entry", args=[row.category.edition_id, row.pk])
    return cells.link(address, _now("Withdraw the work"), hidden=row.title)


ENTRIES: Table[Entry] = Table(
    name="contest-entries",
    caption=pgettext_lazy("contest", "Entries"),
    columns=(
        Column(
            "title",
            pgettext_lazy("contest", "Work"),
            lambda row: cells.with_mark(row.title, row.provenance),
            sort=("title",),
            header=True,
            csv=lambda row: row.title,
        ),
        Column("entrant", _("Entrant"), entrant_name),
        Column("category", _("Category"), lambda row: row.category.name, sort=("category__ordinal",)),
        Column("reach", _("Reached at"), lambda row: " · ".join(filter(None, (row.phone, row.email)))),
        Column("channel", _("How it came in"), lambda row: capfirst(row.get_channel_display())),
        Column(
            "received_at",
            _("Received at"),
            lambda row: formats.moment(row.received_at),
            sort=("received_at",),
        ),
        Column("state", _("State"), _state, csv=lambda row: row.get_state_display()),
        Column("withdraw", _("Action"), _withdraw, csv=lambda row: ""),
    ),
    order="received_at",
    empty=_("No entries yet."),
    filters=EntryFilters,
)
