"""How somebody completed the tasks of a year."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from thidua.registry.enums import Grade
from thidua.registry.models.record import STANDING, HistoryRecord, one_recipient


class YearlyGrade(HistoryRecord):
    """The grade of a person or unit for a counting year; at most one stands for each of them."""

    counting_year = models.PositiveSmallIntegerField(_("counting year"))
    grade = models.CharField(_("grade"), max_length=30, choices=Grade.choices)

    class Meta:
        verbose_name = _("yearly grade")
        verbose_name_plural = _("yearly grades")
        ordering = ["-counting_year", "-id"]
        constraints = [
            models.CheckConstraint(name="grade_of_one", condition=one_recipient("person", "unit")),
            models.UniqueConstraint(
                name="grade_of_person_once", fields=["person", "counting_year"], condition=STANDING
            ),
            models.UniqueConstraint(
                name="grade_of_unit_once", fields=["unit", "counting_year"], condition=STANDING
            ),
        ]

    def __str__(self) -> str:
        return f"{self.recipient} – {self.counting_year}: {self.get_grade_display()}"
