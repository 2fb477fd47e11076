"""Write one entry at the end of the chain."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Protocol

from django.db import models, transaction

from thidua.support.audit.chain import canonical, entry_hash
from thidua.support.audit.models import AuditEntry, ChainHead


class Actor(Protocol):
    """Whoever acts: a user, seen from below the accounts room."""

    @property
    def pk(self) -> object: ...

    def get_full_name(self) -> str: ...


class NotInTransaction(RuntimeError):
    """An entry must stand or fall with the write it records."""


def record(
    *, by: Actor | None, action: str, subject: models.Model, details: Mapping[str, object] | None = None
) -> AuditEntry:
    """Append an entry about `subject` and return it.

    `by` is the actor, or None for the system itself. Must run inside the action's transaction; raises
    NotInTransaction otherwise. The head row is locked, so entries of concurrent writers queue up.
    """
    if not transaction.get_connection().in_atomic_block:
        raise NotInTransaction(action)
    head, _ = ChainHead.objects.select_for_update().get_or_create(id=1)
    fields: dict[str, object] = {
        "sequence": head.sequence + 1,
        "at": datetime.now(UTC).isoformat(timespec="microseconds"),
        "actor_id": "" if by is None else str(by.pk),
        "actor_name": "system" if by is None else by.get_full_name()[:200],
        "action": action,
        "subject_type": subject._meta.label_lower,
        "subject_id": str(subject.pk),
        "subject_name": str(subject)[:300],
        "details": canonical(details or {}),
        "previous_hash": head.hash,
    }
    entry = AuditEntry(**fields, hash=entry_hash(fields))
    entry.save(force_insert=True)
    head.sequence, head.hash = entry.sequence, entry.hash
    head.save(update_fields=["sequence", "hash"])
    return entry
