"""The list of sessions."""

from __future__ import annotations

from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from thidua.council.models import Session
from thidua.web.shell import cells
from thidua.web.shell.tables import Column, Table
from thidua.web.workspace.council.states import session_tag


def _title(row: Session) -> SafeString:
    linked = cells.link(reverse("council-session", args=[row.pk]), row.title)
    note = _("Session %(session)s, %(body)s") % {"session": row, "body": row.get_body_display()}
    return cells.with_note(cells.with_mark(linked, row.provenance), note)


SESSIONS: Table[Session] = Table(
    name="phien-hop-hoi-dong",
    caption=gettext_lazy("Sessions of the council"),
    columns=(
        Column(
            "title",
            gettext_lazy("Session"),
            _title,
            csv=lambda row: row.title,
            sort=("title",),
            header=True,
        ),
        Column("state", gettext_lazy("State"), session_tag, csv=lambda row: session_tag(row).text),
        Column("opens_at", gettext_lazy("Opens"), lambda row: row.opens_at, sort=("opens_at",)),
        Column("closes_at", gettext_lazy("Closes"), lambda row: row.closes_at, sort=("closes_at",)),
        Column("number", gettext_lazy("Number"), str, export_only=True),
    ),
    order="-opens_at",
    empty=gettext_lazy("No session yet."),
)
