"""The statement of one month, as it was published."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class MonthlyStatement(models.Model):
    """A month of a drive's ledger as a file; from then on no line is dated into it or before it. Never changed."""

    drive = models.ForeignKey("contributions.Drive", on_delete=models.PROTECT, related_name="statements")
    year = models.PositiveSmallIntegerField()
    month = models.PositiveSmallIntegerField()
    ends_on = models.DateField()  # the last day of the month
    published_on = models.DateField(_("published on"))
    published_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    file = models.OneToOneField("files.StoredFile", on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("statement of a month")
        ordering = ["-ends_on"]
        constraints = [
            models.UniqueConstraint(name="statement_of_a_month_once", fields=["drive", "year", "month"]),
            models.CheckConstraint(name="statement_month", condition=models.Q(month__gte=1, month__lte=12)),
        ]

    def __str__(self) -> str:
        return f"{self.month:02d}/{self.year}"
