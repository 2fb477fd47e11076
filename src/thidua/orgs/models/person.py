"""A person."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from thidua.core.vietnamese.names import SORT_KEY_MAX_LENGTH
from thidua.orgs.enums import Honorific, PersonNameOrder
from thidua.support.provenance import provenance_field


class Person(models.Model):
    """Somebody who registers, is an example, gives or is commended. One name field, as printed."""

    full_name = models.CharField(_("full name"), max_length=200)
    honorific = models.CharField(_("form of address"), max_length=10, choices=Honorific.choices, blank=True)
    name_order = models.CharField(
        _("order of the name"),
        max_length=20,
        choices=PersonNameOrder.choices,
        default=PersonNameOrder.GIVEN_LAST,
    )
    sort_key = models.CharField(max_length=SORT_KEY_MAX_LENGTH, db_index=True)
    folded_name = models.CharField(max_length=200, db_index=True)
    birth_year = models.PositiveSmallIntegerField(_("year of birth"), null=True, blank=True)
    source = models.CharField(_("source"), max_length=300, blank=True)
    provenance = provenance_field()
    version = models.PositiveIntegerField(default=1)
    # The one this person turned out to be, never somebody who is merged in turn. All records then stand there.
    merged_into = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="merged_persons", editable=False
    )

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("persons")
        ordering = ["sort_key", "id"]

    def __str__(self) -> str:
        return self.full_name

    @property
    def addressed_name(self) -> str:
        """The name with its form of address: «bà Lương Thị Bình»."""
        return f"{self.get_honorific_display()} {self.full_name}" if self.honorific else self.full_name
