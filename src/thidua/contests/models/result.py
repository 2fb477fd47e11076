"""Who won what in an edition."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from thidua.core.vietnamese.names import SORT_KEY_MAX_LENGTH
from thidua.registry.enums import RecipientKind
from thidua.support.provenance import provenance_field


class Result(models.Model):
    """A result by one recipient; the name may be unknown to us where the source prints only counts."""

    edition = models.ForeignKey("contests.Edition", on_delete=models.CASCADE, related_name="results")
    ordinal = models.PositiveIntegerField(_("ordinal"))
    recipient_kind = models.CharField(_("recipient kind"), max_length=20, choices=RecipientKind.choices)
    recipient_name = models.CharField(_("recipient"), max_length=300)
    recipient_sort_key = models.CharField(max_length=SORT_KEY_MAX_LENGTH, editable=False)
    work = models.CharField(_("work"), max_length=300, blank=True)
    prize = models.CharField(_("prize"), max_length=100, blank=True)
    unit = models.ForeignKey(
        "orgs.Unit", null=True, blank=True, on_delete=models.PROTECT, related_name="contest_results"
    )
    entry = models.OneToOneField(
        "contests.Entry", null=True, blank=True, on_delete=models.PROTECT, related_name="result"
    )
    search_text = models.TextField(editable=False, default="")  # folded: what lists are searched by
    provenance = provenance_field()

    class Meta:
        ordering = ["edition", "ordinal"]
        constraints = [models.UniqueConstraint(name="result_ordinal_once", fields=["edition", "ordinal"])]

    def __str__(self) -> str:
        return self.recipient_name
