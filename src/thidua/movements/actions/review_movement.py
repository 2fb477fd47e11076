"""Review a movement; the final review closes it."""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.core.vietnamese.dates import local_date
from thidua.core.vietnamese.hygiene import clean_text
from thidua.movements import access
from thidua.movements.enums import MovementState, ReviewKind
from thidua.movements.models import Movement, Review
from thidua.support.audit.actions.record import record
from thidua.support.files.actions import store_file
from thidua.support.refusals import NotAllowed, Refused


def review_movement(
    *,
    movement: Movement,
    kind: str,
    held_on: date,
    by: User,
    findings: str = "",
    ended_on: date | None = None,
    data: bytes | None = None,
    file_name: str = "",
) -> Review:
    """Keep a preliminary or final review and return it; the final one closes the movement.

    `ended_on` is the movement's real end, by default the day of the final review. Raises Refused, NotAllowed.
    """
    if not access.may_manage(by, movement):
        raise NotAllowed(_("Only those who run this movement review it."))
    if kind not in ReviewKind.values:
        raise Refused({"kind": _("Choose a preliminary or a final review.")})
    with transaction.atomic():
        row = Movement.objects.select_for_update().get(pk=movement.pk)
        end = (ended_on or held_on) if kind == ReviewKind.FINAL else None
        _check(row, held_on, end)
        review = Review(movement=row, kind=kind, held_on=held_on, findings=clean_text(findings))
        if data is not None:
            review.file = store_file(data=data, name=file_name, by=by)
        review.save(force_insert=True)
        row.state = MovementState.CLOSED if end else MovementState.REVIEWED
        row.ended_on = end
        row.version += 1
        row.save(update_fields=["state", "ended_on", "version"])
        verb = "movements.closed" if end else "movements.reviewed"
        record(by=by, action=verb, subject=row, details={"held_on": held_on, "ended_on": end})
    return review


def _check(movement: Movement, held_on: date, ended_on: date | None) -> None:
    if movement.state == MovementState.DRAFT:
        raise Refused(_("This movement was not launched yet, so there is nothing to review."))
    if movement.state == MovementState.CLOSED:
        raise Refused(_("This movement is closed already. Reopen it to add a review."))
    if held_on > local_date(timezone.now()):
        raise Refused({"held_on": _("This day is still to come. Record the review after it was held.")})
    if movement.starts_on and held_on < movement.starts_on:
        raise Refused({"held_on": _("The review is before the movement's start. Check the year.")})
    if ended_on and movement.starts_on and ended_on < movement.starts_on:
        raise Refused({"ended_on": _("The real end is before the start. Correct it.")})
    if ended_on and ended_on > held_on:
        raise Refused(
            {"ended_on": _("The real end is after the final review. Correct one of the two dates.")}
        )
