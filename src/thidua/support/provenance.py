"""The origins of a record as a closed list for model fields and forms."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from thidua.core.provenance import Provenance as CoreProvenance


class Provenance(models.TextChoices):
    """The twin of `core.provenance.Provenance` with labels for people."""

    RECORDED = CoreProvenance.RECORDED.value, _("recorded in the system")
    REPORTED = CoreProvenance.REPORTED.value, _("as stated in a published report")
    ILLUSTRATIVE = CoreProvenance.ILLUSTRATIVE.value, _("illustrative data")
    TEST = CoreProvenance.TEST.value, _("test data")

    @property
    def needs_mark(self) -> bool:
        """Whether every place that shows the record must say that it is not a fact."""
        return CoreProvenance(self.value).needs_mark


def provenance_field() -> models.CharField[str, str]:
    """Return the field that every record of facts carries."""
    return models.CharField(
        _("origin"), max_length=20, choices=Provenance.choices, default=Provenance.RECORDED
    )
