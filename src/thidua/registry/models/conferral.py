"""One decision to award, or the ceremony we know it by."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from thidua.orgs.bodies import body_of
from thidua.registry.models.word_index import WordIndex
from thidua.support.provenance import provenance_field


class Conferral(models.Model):
    """Awards of one form given together.

    The decision's number and date may be unknown: the day of presentation is not the day of the decision
    (the 2019 report prints only the former), so they are three fields and none stands in for another.
    `decided_year`: where an old book tells no more of the decision than its year; empty where a date is known.
    `authority`: who decided, in the book's words, where that is not `deciding_unit` itself (a ministry, the State
    President): then the unit is the one that keeps the record.
    """

    award_form = models.CharField(
        _("form of commendation"), max_length=200
    )  # "Bằng khen của Chủ tịch UBND tỉnh"
    award_code = models.CharField(max_length=80, blank=True)  # identifier in the law data
    deciding_unit = models.ForeignKey("orgs.Unit", on_delete=models.PROTECT, related_name="conferrals")
    decision_number = models.CharField(_("decision number"), max_length=50, blank=True)
    decision_date = models.DateField(_("decision date"), null=True, blank=True)
    decided_year = models.PositiveSmallIntegerField(_("year of the decision"), null=True, blank=True)
    authority = models.CharField(_("who decided"), max_length=300, blank=True)
    # The number that the decision number begins with, 163 of "163/QĐ-UBND": decisions are looked up by it.
    decision_serial = models.PositiveIntegerField(null=True, editable=False, db_index=True)
    presented_on = models.DateField(_("presented on"), null=True, blank=True)
    presented_by = models.CharField(_("presented by"), max_length=200, blank=True)
    occasion = models.CharField(_("occasion"), max_length=500, blank=True)
    reason = models.CharField(_("achievement"), max_length=500, blank=True)
    source = models.CharField(_("source"), max_length=300, blank=True)
    search_text = models.TextField(editable=False, default="")  # folded: what lists are searched by
    decision_file = models.ForeignKey(
        "files.StoredFile", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    # Written by a decision that was signed here: what it grants is changed by papers, not by hand.
    from_decision = models.BooleanField(default=False, editable=False)
    batch = models.ForeignKey(
        "registry.HistoryImport", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    book = models.ForeignKey(
        "registry.BookImport", null=True, blank=True, on_delete=models.PROTECT, related_name="conferrals"
    )
    provenance = provenance_field()
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["-presented_on", "-decision_date", "-id"]
        constraints = [
            models.CheckConstraint(
                name="conferral_dated",
                condition=models.Q(decision_date__isnull=False)
                | models.Q(presented_on__isnull=False)
                | models.Q(decided_year__isnull=False),
            ),
            models.UniqueConstraint(
                name="conferral_decision_once",
                fields=["deciding_unit", "decision_number", "decision_date", "award_form", "occasion"],
                condition=~models.Q(decision_number=""),
            ),
        ]
        indexes = [
            models.Index(fields=["award_code", "id"], name="conferral_of_award"),
            WordIndex(fields=["search_text"], name="registry_conferral_words"),
        ]

    def __str__(self) -> str:
        return f"{self.award_form} {self.decision_number}".strip()

    @property
    def decided_by(self) -> str:
        """Who decided: in the words of the paper, else the body of the deciding unit («Ủy ban nhân dân tỉnh …»)."""
        return self.authority or body_of(self.deciding_unit)
