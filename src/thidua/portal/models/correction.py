"""What was corrected in an article after it was published."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel
from wagtail.models import Orderable


class Correction(Orderable):
    """A correction note; readers see it in a box on top of the article, and it is never taken away."""

    article = ParentalKey("portal.Article", on_delete=models.CASCADE, related_name="corrections")
    corrected_on = models.DateField(_("corrected on"))
    note = models.TextField(_("what was wrong, and what is right"), max_length=1000)

    panels = [FieldPanel("corrected_on"), FieldPanel("note")]

    class Meta(Orderable.Meta):
        verbose_name = _("correction")

    def __str__(self) -> str:
        return self.note[:60]
