"""Write entries at the end of the chain."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Final, Protocol

from django.db import connection, models, transaction

from thidua.support.audit.chain import canonical, entry_hash
from thidua.support.audit.models import AuditEntry, ChainHead


class Actor(Protocol):
    """Whoever acts: a user, seen from below the accounts room."""

    @property
    def pk(self) -> object: ...

    def get_full_name(self) -> str: ...


class NotInTransaction(RuntimeError):
    """An entry must stand or fall with the write it records."""


@dataclass(frozen=True)
class Happening:
    """What was done to what."""

    action: str
    subject: models.Model
    details: Mapping[str, object] = field(default_factory=dict)


_Tip = tuple[int, str]  # number and hash of the last entry
_last_tip: _Tip = (0, "")
# Every write of the system passes here, so by hand.
_MOVE_HEAD: Final = (
    f"UPDATE {ChainHead._meta.db_table} SET sequence = %s, hash = %s "  # noqa: S608
    "WHERE id = 1 AND sequence = %s AND hash = %s"
)


def record(
    *, by: Actor | None, action: str, subject: models.Model, details: Mapping[str, object] | None = None
) -> AuditEntry:
    """Append an entry about `subject` and return it.

    `by` is the actor, or None for the system itself. Must run inside the action's transaction; raises
    NotInTransaction otherwise. The head row is locked, so entries of concurrent writers queue up.
    """
    return record_all(by=by, happenings=[Happening(action, subject, details or {})])[0]


def record_all(*, by: Actor | None, happenings: Sequence[Happening]) -> list[AuditEntry]:
    """Append an entry for each of `happenings`, in their order, and return them; as `record`, in two queries."""
    if not transaction.get_connection().in_atomic_block:
        raise NotInTransaction(happenings[0].action if happenings else "")
    if not happenings:
        return []
    entries = _claimed(_last_tip, by, happenings)
    if entries is None:
        head, _ = ChainHead.objects.select_for_update().get_or_create(id=1)
        entries = _claimed((head.sequence, head.hash), by, happenings)
    assert entries is not None
    return AuditEntry.objects.bulk_create(entries)


def _claimed(tip: _Tip, by: Actor | None, happenings: Sequence[Happening]) -> list[AuditEntry] | None:
    """Move the head from `tip` over new entries and return these, not stored yet; None when it is elsewhere.

    The head's row is asked only where another process wrote last: who guesses it right holds its lock, too.
    """
    global _last_tip
    entries: list[AuditEntry] = []
    sequence, former = tip
    for happening in happenings:
        sequence += 1
        entry = _entry(sequence, former, by, happening)
        entries.append(entry)
        former = entry.hash
    with connection.cursor() as cursor:
        cursor.execute(_MOVE_HEAD, [sequence, former, *tip])
        if cursor.rowcount != 1:
            return None
    _last_tip = (sequence, former)
    return entries


def _entry(sequence: int, previous_hash: str, by: Actor | None, happening: Happening) -> AuditEntry:
    subject = happening.subject
    fields: dict[str, object] = {
        "sequence": sequence,
        "at": datetime.now(UTC).isoformat(timespec="microseconds"),
        "actor_id": "" if by is None else str(by.pk),
        "actor_name": "system" if by is None else by.get_full_name()[:200],
        "action": happening.action,
        "subject_type": subject._meta.label_lower,
        "subject_id": str(subject.pk),
        "subject_name": str(subject)[:300],
        "details": canonical(happening.details),
        "previous_hash": previous_hash,
    }
    return AuditEntry(**fields, hash=entry_hash(fields))
