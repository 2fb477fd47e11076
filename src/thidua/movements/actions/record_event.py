"""Record an event that was hosted, and correct it."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import transaction

from thidua.accounts.models import User
from thidua.movements.actions.movement_links import checked_movements, told, wanted_movements
from thidua.movements.content.event import EventContent
from thidua.movements.models import Event, EventPartner, Movement
from thidua.movements.record_access import require_keeping_records
from thidua.orgs.models import Unit
from thidua.support.audit.actions.record import record
from thidua.support.edits import apply_edit


def record_event(*, host: Unit, content: EventContent, movements: Iterable[Movement] = (), by: User) -> Event:
    """Record an event hosted by `host` and return it; raises NotAllowed, or Refused per field at fault."""
    require_keeping_records(by, host)
    values, linked = content.cleaned(), checked_movements(movements, by)
    with transaction.atomic():
        event = Event.objects.create(host=host, **values, **content.derived())
        partners = content.cleaned_partners()
        _write_partners(event, partners)
        event.movements.set(linked)
        details = values | {"host": host, "partners": partners, "movements": told(linked)}
        record(by=by, action="movements.event_recorded", subject=event, details=details)
    return event


def edit_event(
    *,
    event: Event,
    content: EventContent,
    movements: Iterable[Movement] | None = None,
    version: int,
    by: User,
) -> Event:
    """Store `content` and return the row; raises EditedMeanwhile when somebody saved after `version`.

    Without `movements` those of the row stay.
    """
    require_keeping_records(by, event.host)
    values = content.cleaned()
    with transaction.atomic():
        row = Event.objects.select_for_update().get(pk=event.pk)
        stored = list(row.movements.all())
        wanted = wanted_movements(stored, movements, by)
        present = list(row.partners.order_by("order").values_list("name", flat=True))
        partners = content.cleaned_partners()
        lists = {"partners": (present, partners), "movements": (told(stored), told(wanted))}
        changes = apply_edit(row, values, seen=version, lists=lists, derived=content.derived())
        if "partners" in changes:
            row.partners.all().delete()
            _write_partners(row, partners)
        row.movements.set(wanted)
        if changes:
            record(by=by, action="movements.event_edited", subject=row, details=changes)
    return row


def _write_partners(event: Event, partners: list[str]) -> None:
    EventPartner.objects.bulk_create(
        EventPartner(event=event, order=order, name=name) for order, name in enumerate(partners, start=1)
    )
