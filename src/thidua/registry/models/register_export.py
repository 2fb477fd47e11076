"""All hits of a search as a file, made range by range."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from thidua.registry.enums import ExportForm, ExportState


class RegisterExport(models.Model):
    """What somebody takes out of the register. Only who began it reads it.

    `address`: the search, as in the address of the search page; `said`: the same as one line. `cursor`: where the next
    range begins. `total`: the hits when it began, `total_exact` False: there were more. `seconds`: of work so far.
    `content`: the workbook, once it is whole; a CSV is put together from its parts. `is_cut`: a workbook holds no more.
    """

    owner = models.ForeignKey("accounts.User", on_delete=models.CASCADE, related_name="register_exports")
    form = models.CharField(_("form of the file"), max_length=10, choices=ExportForm.choices)
    address = models.CharField(max_length=2000)
    said = models.CharField(_("search"), max_length=1000, blank=True)
    state = models.CharField(
        _("state"), max_length=10, choices=ExportState.choices, default=ExportState.RUNNING
    )
    cursor = models.CharField(max_length=120, blank=True)
    total = models.PositiveIntegerField(_("hits"))
    total_exact = models.BooleanField(default=True)
    done = models.PositiveIntegerField(_("rows"), default=0)
    seconds = models.FloatField(default=0)
    is_cut = models.BooleanField(default=False)
    content = models.BinaryField(null=True, editable=False)
    started_at = models.DateTimeField(_("begun"))
    finished_at = models.DateTimeField(_("finished"), null=True, blank=True)

    class Meta:
        verbose_name = _("export of the register")
        verbose_name_plural = _("exports of the register")
        ordering = ["-id"]

    def __str__(self) -> str:
        return f"{self.said} ({self.get_form_display()})"


class RegisterExportPart(models.Model):
    """A range of rows: packed JSON, the values of a row as a list. It is there whole or not at all."""

    export = models.ForeignKey(RegisterExport, on_delete=models.CASCADE, related_name="parts")
    first = models.PositiveIntegerField()
    rows = models.BinaryField()

    class Meta:
        verbose_name = _("part of an export")
        verbose_name_plural = _("parts of exports")
        ordering = ["export", "first"]
        constraints = [models.UniqueConstraint(name="export_part_once", fields=["export", "first"])]

    def __str__(self) -> str:
        return str(self.first)
