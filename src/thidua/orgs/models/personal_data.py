"""What identifies a person and is shown to few: sealed, in a table of its own that no ordinary query reads."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from thidua.orgs.enums import CitizenIdKind


class PersonalData(models.Model):
    """Number of citizen and day of birth of one person, sealed (`orgs.personal.sealing`).

    `sealed_for`: the person it was entered for, to whom the sealed values are bound; the row itself goes along when
    two persons turn out to be one. `citizen_id_fingerprint`: equal for equal numbers under one key, for looking up.
    A row whose data were erased stays, empty, with the day.
    """

    person = models.OneToOneField("orgs.Person", on_delete=models.PROTECT, related_name="+")
    sealed_for = models.BigIntegerField(editable=False)
    citizen_id_sealed = models.CharField(max_length=200, blank=True, editable=False)
    citizen_id_kind = models.CharField(
        _("kind of number"), max_length=10, choices=CitizenIdKind.choices, blank=True
    )
    citizen_id_fingerprint = models.CharField(max_length=80, blank=True, editable=False, db_index=True)
    birth_date_sealed = models.CharField(max_length=200, blank=True, editable=False)
    source = models.CharField(_("source"), max_length=300, blank=True)
    changed_on = models.DateField(_("changed on"), db_index=True)
    erased_on = models.DateField(_("erased on"), null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = _("personal data")
        verbose_name_plural = _("personal data")

    def __str__(self) -> str:
        return str(self.person)
