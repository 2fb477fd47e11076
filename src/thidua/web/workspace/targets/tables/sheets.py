"""Lists of sheets and rounds."""

from __future__ import annotations

from typing import Any

from django import forms
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from thidua.core.vietnamese.fold import fold
from thidua.targets.enums import RoundState, SheetState
from thidua.targets.queries import SheetState as Standing
from thidua.web.shell import cells, formats
from thidua.web.shell.filters import FilterForm
from thidua.web.shell.tables import Column, Table
from thidua.web.workspace.targets.labels import round_period
from thidua.web.workspace.targets.states import round_tag, sheet_tag, standing_tag


def _sheet(row: Any) -> SafeString:
    linked = cells.link(reverse("sheet", args=[row.round.slug, row.unit.key]), row.round.name, str(row.unit))
    return cells.with_note(cells.with_mark(linked, row.provenance), round_period(row.round))


def _last_word(row: Any) -> str:
    if row.state == SheetState.RETURNED:
        return str(row.return_reason)
    return str(row.reopen_reason) if row.state == SheetState.DRAFT else ""


SHEETS: Table[Any] = Table(
    name="bao-cao",
    caption=gettext_lazy("Our reports"),
    columns=(
        Column(
            "round",
            gettext_lazy("Round"),
            _sheet,
            csv=lambda row: row.round.name,
            sort=("round__ends_on",),
            header=True,
        ),
        Column("unit", gettext_lazy("Unit"), lambda row: row.unit.name, sort=("unit__sort_key",)),
        Column("due", gettext_lazy("Due on"), lambda row: row.round.due_on, sort=("round__due_on",)),
        Column("state", gettext_lazy("State"), lambda row: sheet_tag(row.state), sort=("state",)),
        Column("filled", gettext_lazy("Filled in"), lambda row: row.filled, numeric=True),
        Column("sent", gettext_lazy("Submitted"), lambda row: row.submitted_at, sort=("submitted_at",)),
        Column("word", gettext_lazy("The office says"), _last_word),
    ),
    order="-due",
    empty=gettext_lazy("No report is asked of your unit yet"),
)


class RoundFilters(FilterForm):
    """By words in the name, and by state."""

    q = forms.CharField(label=gettext_lazy("Words"), max_length=100)
    buoc = forms.ChoiceField(
        label=gettext_lazy("State"), choices=[("", gettext_lazy("all")), *RoundState.choices]
    )

    def apply(self, rows: Any, answers: dict[str, Any]) -> Any:
        if "buoc" in answers:
            rows = rows.filter(state=answers["buoc"])
        return rows.filter(name__icontains=answers["q"]) if "q" in answers else rows


def _round(row: Any) -> SafeString:
    linked = cells.link(reverse("round", args=[row.slug]), row.name)
    return cells.with_note(cells.with_mark(linked, row.provenance), round_period(row))


def _of(part: int, whole: int) -> str:
    return f"{formats.number(part)}/{formats.number(whole)}"


ROUNDS: Table[Any] = Table(
    name="ky-bao-cao",
    caption=gettext_lazy("Reporting rounds"),
    columns=(
        Column("name", gettext_lazy("Round"), _round, csv=lambda row: row.name, sort=("name",), header=True),
        Column("due", gettext_lazy("Due on"), lambda row: row.due_on, sort=("due_on",)),
        Column(
            "state",
            gettext_lazy("State"),
            round_tag,
            csv=lambda row: row.get_state_display(),
            sort=("state",),
        ),
        Column(
            "sent",
            gettext_lazy("Units that have sent"),
            lambda row: _of(row.sent, row.asked),
            numeric=True,
            sort=("sent",),
        ),
        Column(
            "waiting",
            gettext_lazy("Waiting for appraisal"),
            lambda row: row.waiting,
            numeric=True,
            sort=("waiting",),
        ),
        Column(
            "accepted", gettext_lazy("Accepted"), lambda row: row.accepted, numeric=True, sort=("accepted",)
        ),
        Column("opened", gettext_lazy("Opened by"), lambda row: row.opened_by.name),
    ),
    order="-due",
    empty=gettext_lazy("No reporting round has been opened yet"),
    filters=RoundFilters,
)


class BoardFilters(FilterForm):
    """By the unit's name, and by where it stands."""

    q = forms.CharField(label=gettext_lazy("Unit"), max_length=100)
    buoc = forms.ChoiceField(
        label=gettext_lazy("State"),
        choices=[("", gettext_lazy("all")), ("chua-nop", gettext_lazy("not sent")), *SheetState.choices],
    )

    def apply(self, rows: Any, answers: dict[str, Any]) -> Any:
        found = list(rows)
        if answers.get("buoc") == "chua-nop":
            found = [row for row in found if row.is_awaited]
        elif "buoc" in answers:
            found = [row for row in found if row.state == answers["buoc"]]
        if "q" in answers:
            found = [row for row in found if fold(answers["q"]) in fold(row.unit_name)]
        return found


def board_table(slug: str, *, appraises: bool) -> Table[Standing]:
    """Return the list of the units of the round at `slug`; who appraises is led to the appraisal."""

    def unit(row: Standing) -> SafeString:
        decides = appraises and row.state == SheetState.SUBMITTED
        address = reverse("appraise-sheet" if decides else "sheet", args=[slug, row.unit_key])
        return cells.with_note(
            cells.link(address, row.unit_name), row.reopen_request and _("asks for its report back")
        )

    return Table(
        name="don-vi-bao-cao",
        caption=gettext_lazy("Units of the round"),
        columns=(
            Column("unit", gettext_lazy("Unit"), unit, csv=lambda row: row.unit_name, header=True),
            Column("state", gettext_lazy("State"), standing_tag, sort=lambda row: row.state),
            Column(
                "filled",
                gettext_lazy("Filled in"),
                lambda row: _of(row.filled, row.asked),
                numeric=True,
                sort=lambda row: row.filled,
            ),
            Column("sent", gettext_lazy("First sent"), lambda row: row.first_submitted_on),
            Column("by", gettext_lazy("Submitted by"), lambda row: row.submitted_by),
            Column(
                "reminders",
                gettext_lazy("Reminders"),
                lambda row: row.reminders or None,
                csv=lambda row: row.reminders,
            ),
            Column("reminded", gettext_lazy("Last reminded"), lambda row: row.last_reminded_at),
        ),
        order="",
        empty=gettext_lazy("No unit fits"),
        filters=BoardFilters,
    )
