"""Put a new record in the place of one that is wrong, or take it out of the count."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.registry.access import require_writing_history
from thidua.registry.actions.reasons import cleaned_reason
from thidua.registry.actions.record_history import insert
from thidua.registry.content import (
    DisciplineContent,
    GradeContent,
    HistoryContent,
    InitiativeContent,
    MatterContent,
)
from thidua.registry.models import HistoryRecord
from thidua.support.audit.actions.record import record
from thidua.support.refusals import Refused

Row = TypeVar("Row", bound=HistoryRecord)
_CODES: Mapping[type[HistoryRecord], str] = {
    kind.MODEL: kind.CODE for kind in (GradeContent, InitiativeContent, DisciplineContent, MatterContent)
}


def correct_history(*, row: Row, content: HistoryContent, reason: str, by: User) -> Row:
    """Record `content` of the same recipient in place of `row`, which stays as superseded; return the new row.

    Raises NotAllowed, or Refused: without a reason, for another kind of record, or when `row` no longer stands.
    """
    if content.MODEL is not type(row):
        raise TypeError("a record is corrected by one of its own kind")
    require_writing_history(by, type(row), row.kept_by)
    values, why = content.cleaned(), cleaned_reason(reason)
    with transaction.atomic():
        old = _ended(row, why, by)
        kept = {name: getattr(old, name) for name in ("person_id", "unit_id", "kept_by_id", *_own(old))}
        new = insert(content, {**kept, **values, "recorded_by": by, "replaces": old})
        details = {
            name: [getattr(old, name), value] for name, value in values.items() if getattr(old, name) != value
        }
        record(
            by=by, action=f"registry.{content.CODE}_corrected", subject=new, details=details | {"reason": why}
        )
    assert isinstance(new, type(row))
    return new


def withdraw_history(*, row: Row, reason: str, by: User) -> Row:
    """Take a record out of the count, with its reason, and return it; it is never deleted."""
    require_writing_history(by, type(row), row.kept_by)
    why = cleaned_reason(reason)
    with transaction.atomic():
        old = _ended(row, why, by)
        record(by=by, action=f"registry.{_CODES[type(row)]}_withdrawn", subject=old, details={"reason": why})
    return old


def _own(row: HistoryRecord) -> tuple[str, ...]:
    """What a correction carries over besides what is said anew."""
    return ("household_id", "concluded_on", "conclusion") if hasattr(row, "household_id") else ()


def _ended(row: Row, why: str, by: User) -> Row:
    old: Row = type(row)._default_manager.select_for_update().get(pk=row.pk)
    if not old.is_standing:
        raise Refused(_("This record has been superseded or withdrawn. Open the one that counts now."))
    old.ended_at, old.ended_by, old.ended_reason = timezone.now(), by, why
    old.save(update_fields=["ended_at", "ended_by", "ended_reason"])
    return old
