"""Record an event that was hosted, and correct it."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import transaction

from thidua.accounts.models import User
from thidua.movements.content.event import EventContent
from thidua.movements.models import Event, EventPartner, Movement
from thidua.movements.record_access import require_keeping_records
from thidua.orgs.models import Unit
from thidua.support.audit.actions.record import record
from thidua.support.edits import apply_edit


def record_event(*, host: Unit, content: EventContent, movements: Iterable[Movement] = (), by: User) -> Event:
    """Record an event hosted by `host` and return it; raises NotAllowed, or Refused per field at fault."""
    require_keeping_records(by, host)
    values = content.cleaned()
    with transaction.atomic():
        event = Event.objects.create(host=host, **values)
        _write_partners(event, content)
        event.movements.set(movements)
        partners = content.cleaned_partners()
        record(
            by=by, action="movements.event_recorded", subject=event, details=values | {"partners": partners}
        )
    return event


def edit_event(
    *,
    event: Event,
    content: EventContent,
    movements: Iterable[Movement] | None = None,
    version: int,
    by: User,
) -> Event:
    """Store `content` and return the row; raises EditedMeanwhile when somebody saved after `version`."""
    require_keeping_records(by, event.host)
    values = content.cleaned()
    with transaction.atomic():
        locked = Event.objects.select_for_update().get(pk=event.pk)
        changes = apply_edit(locked, values, seen=version)
        before = list(locked.partners.order_by("order").values_list("name", flat=True))
        after = content.cleaned_partners()
        if before != after:
            locked.partners.all().delete()
            _write_partners(locked, content)
            changes["partners"] = [before, after]
        if movements is not None:
            locked.movements.set(movements)
        if changes:
            record(by=by, action="movements.event_edited", subject=locked, details=changes)
    return locked


def _write_partners(event: Event, content: EventContent) -> None:
    EventPartner.objects.bulk_create(
        EventPartner(event=event, order=order, name=name)
        for order, name in enumerate(content.cleaned_partners(), start=1)
    )
