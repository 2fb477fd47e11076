"""Events hosted."""

from __future__ import annotations

from django.db.models import QuerySet
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from thidua.accounts.models import User
from thidua.accounts.rights import Right
from thidua.movements.actions.withdraw_event import ACTION, restore_event, withdraw_event
from thidua.movements.models import Event
from thidua.movements.record_access import events_seen_by
from thidua.web.workspace.records.facts import (
    Fact,
    fact,
    joined,
    known,
    movements_fact,
    origin_facts,
    unit_fact,
)
from thidua.web.workspace.records.forms.events import EventForm
from thidua.web.workspace.records.record_kind import RecordKind, Removal, Words, own_unit
from thidua.web.workspace.records.tables.events import TABLE, days_words, safety


def _rows(user: User) -> QuerySet[Event]:
    return events_seen_by(user).select_related("host").prefetch_related("partners", "movements")


def _facts(row: Event, _user: User) -> list[Fact]:
    return [
        fact(_("Scale"), capfirst(row.get_scale_display())),
        unit_fact(_("Host"), row.host),
        *known(
            _("Partners, in the order of protocol"), joined(partner.name for partner in row.partners.all())
        ),
        fact(_("When"), days_words(row)),
        *known(_("Outcome"), row.outcome),
        fact(_("Safety"), safety(row) or _("not reported")),
        movements_fact(row.movements.all()),
        *origin_facts(row.source, row.provenance),
    ]


EVENTS = RecordKind(
    key="events",
    path="su-kien",
    model=Event,
    words=Words(
        plural=gettext_lazy("Events"),
        add=gettext_lazy("Record an event"),
        edit=gettext_lazy("Correct the event"),
        lead=gettext_lazy("Programmes and conferences hosted, with their partners and how they ended."),
        recorded=gettext_lazy("The event has been saved."),
        remove=gettext_lazy("Remove this event?"),
        removed=gettext_lazy("Removed events"),
    ),
    right=Right.KEEP_RECORDS,
    rows=_rows,
    unit_of=lambda row: row.host,
    table=TABLE,
    form=EventForm,
    facts=_facts,
    removal=Removal(
        withdraw=lambda row, **said: withdraw_event(event=row, **said),
        restore=restore_event,
        action=ACTION,
        units=own_unit("host"),
    ),
)
