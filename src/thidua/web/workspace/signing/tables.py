"""The list of decisions, and the ledger of the fund."""

from __future__ import annotations

from dataclasses import replace

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from thidua.decisions.enums import IN_EFFECT
from thidua.decisions.models import Decision, FundEntry
from thidua.web.shell import cells, formats
from thidua.web.shell.tables import Column, Table
from thidua.web.workspace.signing.states import decision_tag


def _file(row: Decision) -> object:
    if row.state not in IN_EFFECT:
        return ""
    return cells.link(reverse("decision-file", args=[row.pk, "ban-ky"]), "PDF", row.full_number)


def _title(row: Decision) -> object:
    return cells.with_mark(cells.link(reverse("decision", args=[row.pk]), row.title), row.provenance)


DECISIONS: Table[Decision] = Table(
    name="quyet-dinh",
    caption=gettext_lazy("Decisions"),
    columns=(
        Column("title", gettext_lazy("Decision"), _title, csv=lambda row: row.title, header=True),
        Column(
            "number",
            gettext_lazy("Number"),
            lambda row: row.full_number or _("not numbered yet"),
            csv=lambda row: row.full_number,
            sort=("year", "number"),
        ),
        Column("on", gettext_lazy("Signed on"), lambda row: row.decided_on, sort=("decided_on",)),
        Column("state", gettext_lazy("State"), decision_tag, csv=lambda row: decision_tag(row).text),
        Column(
            "people", gettext_lazy("Recipients"), lambda row: getattr(row, "recipients", None), numeric=True
        ),
        Column("file", gettext_lazy("Signed file"), _file, csv=lambda row: ""),
    ),
    order="",
    empty=gettext_lazy("No decision has been drafted yet."),
)


def _what(row: FundEntry) -> object:
    told = row.grounds
    if row.corrects_id:
        told = _("Corrects entry %(number)s: %(grounds)s") % {"number": row.corrects_id, "grounds": told}
    return cells.with_note(told, row.paper)


def _plain(row: FundEntry) -> str:
    if row.corrects_id:
        return _("Corrects entry %(number)s: %(grounds)s") % {
            "number": row.corrects_id,
            "grounds": row.grounds,
        }
    return row.grounds


def _corrected(row: FundEntry) -> str:
    counter = getattr(row, "corrected_by", None)
    return _("corrected by entry %(number)s") % {"number": counter.pk} if counter is not None else ""


def _correction(row: FundEntry) -> object:
    about = _("entry %(number)s") % {"number": row.pk}
    return _corrected(row) or cells.link(
        reverse("correct-entry", args=[row.pk]), _("Correct this entry"), about
    )


LEDGER: Table[FundEntry] = Table(
    name="so-quy",
    caption=gettext_lazy("Entries of the fund"),
    columns=(
        Column("entry", gettext_lazy("Entry"), lambda row: str(row.pk), header=True),
        Column("on", gettext_lazy("On"), lambda row: row.on, sort=("on",)),
        Column("kind", gettext_lazy("Kind of entry"), lambda row: row.get_kind_display(), sort=("kind",)),
        Column("grounds", gettext_lazy("Grounds"), _what, csv=_plain),
        Column("paper", gettext_lazy("Paper"), lambda row: row.paper, export_only=True),
        Column(
            "amount",
            gettext_lazy("Amount"),
            lambda row: formats.money(row.amount, exact=True),
            csv=lambda row: row.amount,
            sort=("amount",),
            numeric=True,
        ),
        Column(
            "by",
            gettext_lazy("Entered by"),
            lambda row: row.entered_by.get_full_name() if row.entered_by else "",
            export_only=True,
        ),
        Column("correction", gettext_lazy("Correction"), _corrected),
    ),
    order="",
    empty=gettext_lazy("Nothing is entered in the fund of this year."),
)
# The same for who may correct: each entry that is not corrected leads to its form.
LEDGER_TO_CORRECT = replace(
    LEDGER,
    columns=(
        *LEDGER.columns[:-1],
        Column("correction", gettext_lazy("Correction"), _correction, csv=_corrected),
    ),
)
