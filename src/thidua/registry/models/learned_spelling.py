"""What a spelling met in a book means, once somebody has said so."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from thidua.registry.enums import SpellingKind


class LearnedSpelling(models.Model):
    """A folded spelling ("b/k ct tinh") and what it stands for: an award's code, a unit, or the meaning of a column.

    `book`: where it was learned. `used_in`: other books that were read by it.
    """

    kind = models.CharField(_("kind of spelling"), max_length=20, choices=SpellingKind.choices)
    folded = models.CharField(max_length=300)
    spelling = models.CharField(_("spelling"), max_length=300)
    award_code = models.CharField(max_length=80, blank=True)
    unit = models.ForeignKey("orgs.Unit", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    column = models.CharField(max_length=40, blank=True)
    book = models.ForeignKey(
        "registry.BookImport", null=True, blank=True, on_delete=models.SET_NULL, related_name="spellings"
    )
    used_in = models.ManyToManyField("registry.BookImport", blank=True, related_name="used_spellings")
    learned_by = models.ForeignKey("accounts.User", null=True, on_delete=models.PROTECT, related_name="+")
    learned_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("learned spelling")
        verbose_name_plural = _("learned spellings")
        ordering = ["kind", "folded"]
        constraints = [models.UniqueConstraint(name="spelling_once", fields=["kind", "folded"])]

    def __str__(self) -> str:
        return self.spelling
