"""One row per write, each carrying the hash of the row before it."""

from __future__ import annotations

from django.db import models


class AuditEntry(models.Model):
    """What was done, by whom, to what, and the link to the entry before.

    Subjects and actors are kept as text, without foreign keys: the log outlives what it speaks of.
    `at` and `details` are text so that the hashed bytes are exactly the stored ones on every database.
    """

    sequence = models.BigIntegerField(primary_key=True)
    at = models.CharField(max_length=32)  # ISO 8601, UTC, microseconds
    actor_id = models.CharField(max_length=40, blank=True)
    actor_name = models.CharField(max_length=200)
    action = models.CharField(max_length=80)  # "movements.launched"
    subject_type = models.CharField(max_length=80)
    subject_id = models.CharField(max_length=80)
    subject_name = models.CharField(max_length=300)
    details = models.TextField()  # canonical JSON
    previous_hash = models.CharField(max_length=64)
    hash = models.CharField(max_length=64)

    class Meta:
        ordering = ["sequence"]
        indexes = [
            models.Index(fields=["subject_type", "subject_id", "sequence"], name="audit_subject"),
            models.Index(fields=["actor_id", "sequence"], name="audit_actor"),
        ]

    def __str__(self) -> str:
        return f"{self.sequence} {self.action} {self.subject_name}"


class ChainHead(models.Model):
    """The single row that says where the chain ends; a cut-off tail shows against it."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    sequence = models.BigIntegerField(default=0)
    hash = models.CharField(max_length=64, default="0" * 64)

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(id=1), name="audit_one_head")]

    def __str__(self) -> str:
        return f"{self.sequence} {self.hash}"
