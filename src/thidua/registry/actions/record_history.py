"""Record a grade, an initiative, a disciplinary measure or a pending matter."""

from __future__ import annotations

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.orgs.models import Household, Person, Unit
from thidua.registry.access import require_writing_history
from thidua.registry.content import HistoryContent
from thidua.registry.models import HistoryRecord
from thidua.support.audit.actions.record import record
from thidua.support.refusals import Refused

Recipient = Person | Unit | Household


def record_history(
    *, recipient: Recipient, kept_by: Unit, content: HistoryContent, by: User
) -> HistoryRecord:
    """Record what `content` says of the recipient and return the row, which is of the content's own kind.

    Raises NotAllowed, or Refused with a sentence per field at fault; a year is graded once.
    """
    require_writing_history(by, content.MODEL, kept_by)
    values = content.cleaned()
    about = recipient_column(content.MODEL, recipient)
    with transaction.atomic():
        row = insert(content, {**values, about: recipient, "kept_by": kept_by, "recorded_by": by})
        record(
            by=by,
            action=f"registry.{content.CODE}_recorded",
            subject=row,
            details={about: recipient, **values},
        )
    return row


def recipient_column(model: type[HistoryRecord], recipient: Recipient) -> str:
    """Return the column of `model` for such a recipient; raises Refused where it has none."""
    column = type(recipient).__name__.lower()
    if column not in {field.name for field in model._meta.concrete_fields}:
        raise Refused(_("This is recorded of persons and units, not of households."))
    return column


def insert(content: HistoryContent, values: dict[str, object]) -> HistoryRecord:
    """Store a row; raises Refused where another one stands in its place."""
    try:
        with transaction.atomic():
            row: HistoryRecord = content.MODEL._default_manager.create(**values)
    except IntegrityError as fault:
        if content.CODE != "grade":
            raise
        raise Refused(
            {"counting_year": _("A grade for this year is recorded already. Open it and correct it there.")}
        ) from fault
    return row
