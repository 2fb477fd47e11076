"""Attach the document by which a movement is launched."""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.core.vietnamese.hygiene import clean_line
from thidua.movements import access
from thidua.movements.models import Movement
from thidua.support.audit.actions.record import record
from thidua.support.edits import apply_edit
from thidua.support.files.actions import store_file
from thidua.support.refusals import NotAllowed, Refused


def attach_launch_document(
    *,
    movement: Movement,
    version: int,
    by: User,
    number: str = "",
    issued_on: date | None = None,
    data: bytes | None = None,
    file_name: str = "",
) -> Movement:
    """Keep number, date and file of the launching document, and return the movement.

    Without `data` the file stays as it was. The document may come later than the launch, and its number may
    never be found; both stay empty then. Raises Refused, NotAllowed.
    """
    if not access.may_manage(by, movement):
        raise NotAllowed(_("Only those who run this movement attach its launching document."))
    number = clean_line(number)
    if len(number) > 50:
        raise Refused(
            {"number": _("The number is longer than 50 characters. Write it as printed: 139/KH-BCĐ.")}
        )
    if not (number or issued_on or data):
        raise Refused({"number": _("Write the document's number or date, or choose its file.")})
    with transaction.atomic():
        row = Movement.objects.select_for_update().get(pk=movement.pk)
        values: dict[str, object] = {"launch_number": number, "launch_date": issued_on}
        if data is not None:
            values["launch_file"] = store_file(data=data, name=file_name, by=by)
        changes = apply_edit(row, values, seen=version)
        if changes:
            record(by=by, action="movements.launch_document_attached", subject=row, details=changes)
    return row
