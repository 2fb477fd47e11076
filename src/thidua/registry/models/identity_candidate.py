"""Two lines of the register that may be about one person."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from thidua.registry.enums import IdentityAnswer


class IdentityCandidate(models.Model):
    """Two sides that may be one person; nobody is merged before somebody says so.

    A side is a person, or awards of a human being who is not yet a person of the register (`left_award` and the
    others of the same words in `left_awards`, ids). `left_key` and `right_key` name the sides by what they say,
    the smaller first, so that an answer outlives another run and another import of the same book.
    `reasons`: what agrees and differs as data, `{"field", "level", "left", "right", "weight"}`, weight in bits.
    `usefulness`: probability × awards on both sides.
    """

    left_key = models.CharField(max_length=64, db_index=True)
    right_key = models.CharField(max_length=64, db_index=True)
    left_person = models.ForeignKey(
        "orgs.Person", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    right_person = models.ForeignKey(
        "orgs.Person", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    left_award = models.ForeignKey(
        "registry.Award", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    right_award = models.ForeignKey(
        "registry.Award", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    left_awards = models.JSONField(default=list)
    right_awards = models.JSONField(default=list)
    left_name = models.CharField(max_length=300)
    right_name = models.CharField(max_length=300)
    left_place = models.ForeignKey(
        "orgs.Unit", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    right_place = models.ForeignKey(
        "orgs.Unit", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    search_text = models.TextField(editable=False, default="")  # folded: what the queue is searched by
    probability = models.FloatField(_("probability"))
    usefulness = models.FloatField(_("usefulness"))
    reasons = models.JSONField(default=list)
    found_at = models.DateTimeField(_("found at"))
    answer = models.CharField(
        _("answer"), max_length=20, choices=IdentityAnswer.choices, default=IdentityAnswer.OPEN
    )
    answered_by = models.ForeignKey(
        "accounts.User", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    answered_at = models.DateTimeField(_("answered at"), null=True, blank=True)

    class Meta:
        verbose_name = _("possible identity")
        verbose_name_plural = _("possible identities")
        ordering = ["-usefulness", "id"]
        indexes = [models.Index(fields=["answer", "-usefulness", "id"], name="identity_queue")]
        constraints = [
            models.UniqueConstraint(name="identity_pair_once", fields=["left_key", "right_key"]),
        ]

    def __str__(self) -> str:
        return f"{self.left_name} – {self.right_name}"
