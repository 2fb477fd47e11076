"""The list of decisions."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from thidua.decisions.enums import IN_EFFECT
from thidua.decisions.models import Decision
from thidua.web.shell import cells
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
