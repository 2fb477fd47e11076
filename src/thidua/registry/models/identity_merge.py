"""That two lines of the register are one person, and all that is needed to take it back."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class IdentityMerge(models.Model):
    """`merged` is `kept`; without `merged`: awards were linked to `kept`. It stands until `undone_at`.

    `created`: the person was made of the awards, and goes again when it is taken back. The merges that stand
    form trees: each person is merged at most once.
    """

    kept = models.ForeignKey(
        "orgs.Person", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    merged = models.ForeignKey(
        "orgs.Person", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    kept_name = models.CharField(max_length=300)
    merged_name = models.CharField(max_length=300)
    created = models.BooleanField(default=False)
    candidate = models.ForeignKey(
        "registry.IdentityCandidate", null=True, blank=True, on_delete=models.SET_NULL, related_name="merges"
    )
    reason = models.CharField(_("reason"), max_length=1000, blank=True)
    merged_by = models.ForeignKey(
        "accounts.User", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    merged_at = models.DateTimeField(_("merged at"))
    undone_at = models.DateTimeField(_("undone at"), null=True, blank=True)
    undone_by = models.ForeignKey(
        "accounts.User", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    undone_reason = models.CharField(_("reason"), max_length=1000, blank=True)

    class Meta:
        verbose_name = _("merger of persons")
        verbose_name_plural = _("mergers of persons")
        ordering = ["-merged_at", "-id"]
        constraints = [
            models.UniqueConstraint(
                name="identity_merged_once",
                fields=["merged"],
                condition=Q(undone_at__isnull=True, merged__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.merged_name} → {self.kept_name}"


class IdentityMove(models.Model):
    """A row that was turned to another person by a merger. `origin`: whom it was about before, None: nobody.

    `model` and `field` name the column, `row_id` the row: rooms above the registry have such rows, too, and
    the registry does not know them.
    """

    merge = models.ForeignKey(IdentityMerge, on_delete=models.CASCADE, related_name="moves")
    model = models.CharField(max_length=100)  # "nominations.nomination"
    field = models.CharField(max_length=60)  # "person"
    row_id = models.BigIntegerField()
    origin = models.ForeignKey(
        "orgs.Person", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta:
        verbose_name = _("row of a merger")
        verbose_name_plural = _("rows of a merger")
        ordering = ["id"]
        indexes = [models.Index(fields=["model", "row_id"], name="identity_moved_row")]

    def __str__(self) -> str:
        return f"{self.model} {self.row_id}"
