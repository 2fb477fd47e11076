"""A closing report over a period and some movements."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from thidua.reports.enums import ReportState
from thidua.support.provenance import provenance_field


class ClosingReport(models.Model):
    """Báo cáo tổng kết: its frame. The text stands in paragraphs, the figures nowhere: they are computed."""

    slug = models.SlugField(max_length=80, unique=True)  # "lang-son-2019"
    title = models.CharField(_("title"), max_length=500)
    unit = models.ForeignKey("orgs.Unit", on_delete=models.PROTECT, related_name="closing_reports")
    issuer = models.ForeignKey("orgs.Unit", on_delete=models.PROTECT, related_name="reports_issued")
    author_name = models.CharField(_("author of the report"), max_length=200, blank=True)
    # What the paper form needs and no record holds; empty leaves room to write by hand.
    document_number = models.CharField(_("document number"), max_length=20, blank=True)
    document_symbol = models.CharField(_("document symbol"), max_length=50, blank=True)  # "BTĐKT"
    document_date = models.DateField(_("date on the document"), null=True, blank=True)
    signer_post = models.CharField(_("post of the signatory"), max_length=200, blank=True)
    signer_name = models.CharField(_("signatory"), max_length=200, blank=True)
    recipients = models.TextField(_("recipients of the document"), blank=True)  # one a line
    year = models.PositiveSmallIntegerField(_("year"))
    starts_on = models.DateField(_("figures from"))
    ends_on = models.DateField(_("figures to"))
    as_of = models.DateField(_("as of"))
    movements = models.ManyToManyField("movements.Movement", related_name="closing_reports")
    previous = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="following"
    )
    state = models.CharField(max_length=20, choices=ReportState.choices, default=ReportState.DRAFT)
    correction_note = models.TextField(_("reason for the correction"), blank=True)
    provenance = provenance_field()
    version = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = _("closing report")
        ordering = ["-year", "title"]
        constraints = [
            models.CheckConstraint(
                name="report_period", condition=models.Q(ends_on__gte=models.F("starts_on"))
            ),
            models.CheckConstraint(
                name="report_correction_has_note",
                condition=~models.Q(state=ReportState.CORRECTING) | ~models.Q(correction_note=""),
            ),
        ]

    def __str__(self) -> str:
        return self.title
