"""A figure as an article was published with it."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from thidua.portal.enums import FigureState


class PublishedFigure(models.Model):
    """One figure of one article, taken when the article was published: pages read it here and compute nothing.

    `told` holds by language what is known of the figure, as `reports.content.frozen` writes it; it is empty where
    there was never a value.
    """

    article = models.ForeignKey("portal.Article", on_delete=models.CASCADE, related_name="figures")
    code = models.CharField(max_length=250)
    state = models.CharField(max_length=20, choices=FigureState.choices)
    told = models.JSONField(default=dict)
    report_title = models.CharField(_("closing report"), max_length=500, blank=True)
    report_version = models.PositiveSmallIntegerField(_("version"), default=0)
    frozen_on = models.DateField(null=True, blank=True)
    taken_on = models.DateField(_("taken on"))
    withdrawn_on = models.DateField(_("withdrawn on"), null=True, blank=True)

    class Meta:
        verbose_name = _("figure of an article")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(name="published_figure_once", fields=["article", "code"]),
            models.CheckConstraint(
                name="published_figure_withdrawn_on",
                condition=models.Q(state=FigureState.CURRENT) ^ models.Q(withdrawn_on__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return self.code
