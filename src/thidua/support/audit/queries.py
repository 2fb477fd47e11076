"""Reading the log: the verification of the chain, and the history of one thing."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from django.db import connection, models

from thidua.support.audit.chain import FIRST_HASH, HASHED_FIELDS, entry_hash
from thidua.support.audit.models import AuditEntry, ChainHead

_END: Final = f"SELECT hash FROM {ChainHead._meta.db_table} WHERE id = 1"  # noqa: S608


class Break(StrEnum):
    """What is wrong with the first row that does not fit."""

    MISSING = "missing"
    CHANGED = "changed"
    UNLINKED = "unlinked"
    TAIL = "tail"


@dataclass(frozen=True)
class Verdict:
    """The outcome of a verification: how many rows were read, and the first broken one, if any."""

    checked: int
    broken_sequence: int | None = None
    why: Break | None = None

    @property
    def intact(self) -> bool:
        """Whether every row fits."""
        return self.broken_sequence is None


def verify_chain() -> Verdict:
    """Read the whole log in order and return the first row that is changed, unlinked or missing."""
    expected_sequence, expected_hash = 1, FIRST_HASH
    rows = AuditEntry.objects.order_by("sequence").values(*HASHED_FIELDS, "hash")
    for row in rows.iterator(chunk_size=2000):
        if row["sequence"] != expected_sequence:
            return Verdict(expected_sequence - 1, expected_sequence, Break.MISSING)
        if row["hash"] != entry_hash(row):
            return Verdict(expected_sequence - 1, expected_sequence, Break.CHANGED)
        if row["previous_hash"] != expected_hash:
            return Verdict(expected_sequence - 1, expected_sequence, Break.UNLINKED)
        expected_sequence, expected_hash = expected_sequence + 1, row["hash"]
    checked = expected_sequence - 1
    head = ChainHead.objects.filter(id=1).first() or ChainHead()
    if (head.sequence, head.hash) != (checked, expected_hash):
        return Verdict(checked, checked + 1, Break.TAIL)
    return Verdict(checked)


def end_of_log() -> str:
    """Return the hash at the end of the log: it changes with every logged write, and with nothing else; one query."""
    # By hand: pages ask it before everything else, and building the query would cost more than running it.
    with connection.cursor() as cursor:
        cursor.execute(_END)
        row = cursor.fetchone()
    return str(row[0]) if row else FIRST_HASH


def history_of(subject: models.Model) -> models.QuerySet[AuditEntry]:
    """Return the entries about `subject`, newest first."""
    return AuditEntry.objects.filter(
        subject_type=subject._meta.label_lower, subject_id=str(subject.pk)
    ).order_by("-sequence")


def withdrawn(model: type[models.Model], action: str, limit: int = 200) -> list[AuditEntry]:
    """Return the entries that took a row of `model` away by `action` and were not undone, newest first.

    Looks at the last `limit` removals; two queries.
    """
    found = list(
        AuditEntry.objects.filter(subject_type=model._meta.label_lower, action=action).order_by("-sequence")[
            :limit
        ]
    )
    ids = {int(entry.subject_id) for entry in found}
    present = {str(pk) for pk in model._default_manager.filter(pk__in=ids).values_list("pk", flat=True)}
    latest = {entry.subject_id: entry for entry in reversed(found)}
    return [entry for entry in found if entry.subject_id not in present and latest[entry.subject_id] is entry]
