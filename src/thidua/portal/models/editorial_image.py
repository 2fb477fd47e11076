"""Pictures of articles, and the sizes they are shown in."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.images.models import AbstractImage, AbstractRendition


class EditorialImage(AbstractImage):
    """A picture an editor uploaded. What it shows is told where it is used: the same picture may tell two things."""

    uploaded_by_user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("uploaded by"),
    )
    source = models.CharField(_("photographer or source"), max_length=200, blank=True)

    admin_form_fields = ("title", "file", "description", "source", "collection", "tags")

    class Meta(AbstractImage.Meta):
        verbose_name = _("picture")
        verbose_name_plural = _("pictures")


class EditorialRendition(AbstractRendition):
    """One size and format of a picture."""

    image = models.ForeignKey(EditorialImage, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="editorial_rendition_once", fields=["image", "filter_spec", "focal_point_key"]
            )
        ]
