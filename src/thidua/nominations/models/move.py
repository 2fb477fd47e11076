"""The log of a dossier's moves, and the faults with which it came back."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from thidua.nominations.enums import DossierState, FaultCode


class DossierMove(models.Model):
    """One move of a dossier; rows are only added, and every statistic is counted from them.

    A suspension and its lifting are moves that end where they started.
    """

    dossier = models.ForeignKey("nominations.Dossier", on_delete=models.CASCADE, related_name="moves")
    ordinal = models.PositiveIntegerField()
    verb = models.CharField(_("move"), max_length=40)
    source = models.CharField(_("from"), max_length=20, choices=DossierState.choices, blank=True)
    target = models.CharField(_("to"), max_length=20, choices=DossierState.choices)
    at = models.DateTimeField(_("at"))
    by = models.ForeignKey("accounts.User", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    reason = models.TextField(_("reason"), blank=True)
    due_on = models.DateField(_("due on"), null=True, blank=True)  # of the step that this move ends
    days_left = models.IntegerField(null=True, blank=True)  # when it ended; negative: late

    class Meta:
        verbose_name = _("move of a dossier")
        verbose_name_plural = _("moves of dossiers")
        ordering = ["dossier", "ordinal"]
        indexes = [models.Index(fields=["verb", "at"], name="dossier_move_verb_at")]
        constraints = [
            models.UniqueConstraint(name="dossier_move_once", fields=["dossier", "ordinal"]),
        ]

    def __str__(self) -> str:
        return f"{self.verb}: {self.source} → {self.target}"


class ReturnedFault(models.Model):
    """One fault of a return, tied to the field that the unit has to mend."""

    dossier = models.ForeignKey("nominations.Dossier", on_delete=models.CASCADE, related_name="faults")
    move = models.ForeignKey(DossierMove, on_delete=models.CASCADE, related_name="faults")
    ordinal = models.PositiveIntegerField()
    nomination = models.ForeignKey(
        "nominations.Nomination", null=True, blank=True, on_delete=models.CASCADE, related_name="faults"
    )
    field = models.CharField(
        _("field"), max_length=60
    )  # a field of the dossier or nomination, or a paper's kind
    code = models.CharField(_("kind of fault"), max_length=20, choices=FaultCode.choices)
    text = models.TextField(_("what to mend"))
    mended_at = models.DateTimeField(null=True, blank=True)
    mended_by = models.ForeignKey(
        "accounts.User", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        verbose_name = _("fault")
        verbose_name_plural = _("faults")
        ordering = ["move", "ordinal"]
        constraints = [models.UniqueConstraint(name="fault_once", fields=["move", "ordinal"])]

    def __str__(self) -> str:
        return self.text
