"""The public story of a role model."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from thidua.support.provenance import provenance_field


class RoleModelStory(models.Model):
    """What everybody reads of a role model; it is public while `published_at` is set and `taken_down_at` is not.

    Whether the one it names agreed is read from the role model each time, never from here.
    """

    role_model = models.OneToOneField(
        "movements.RoleModel", on_delete=models.CASCADE, related_name="story", verbose_name=_("role model")
    )
    slug = models.SlugField(_("address"), max_length=80, unique=True)
    title = models.CharField(_("title"), max_length=200)
    summary = models.CharField(_("summary"), max_length=400)
    text = models.TextField(_("story"))
    place = models.ForeignKey(
        "orgs.Unit",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="role_model_stories",
        verbose_name=_("commune or other place"),
    )
    search_text = models.TextField(editable=False)  # title and summary without marks
    published_at = models.DateTimeField(_("published at"), null=True, blank=True)
    check_due = models.DateField(
        _("to be checked again by"), null=True, blank=True
    )  # a year after the last check
    taken_down_at = models.DateTimeField(_("taken down at"), null=True, blank=True)
    taken_down_because = models.CharField(_("why it was taken down"), max_length=300, blank=True)
    provenance = provenance_field()
    version = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = _("story of a role model")
        verbose_name_plural = _("stories of role models")
        ordering = ["-published_at", "id"]
        constraints = [
            models.CheckConstraint(
                name="role_model_story_says_why_down",
                condition=models.Q(taken_down_at__isnull=True) | ~models.Q(taken_down_because=""),
            ),
            models.CheckConstraint(
                name="role_model_story_is_checked_again",
                condition=models.Q(published_at__isnull=True) | models.Q(check_due__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return self.title


class StoryPhoto(models.Model):
    """A photo of a story; `alternative` says what it shows to those who do not see it."""

    story = models.ForeignKey(RoleModelStory, on_delete=models.CASCADE, related_name="photos")
    photo = models.ForeignKey("photos.Photo", on_delete=models.PROTECT, related_name="+")
    caption = models.CharField(_("caption"), max_length=300, blank=True)
    alternative = models.CharField(_("what the photo shows"), max_length=300)
    order = models.PositiveSmallIntegerField(default=1)

    class Meta:
        verbose_name = _("photo of a story")
        verbose_name_plural = _("photos of stories")
        ordering = ["story", "order", "id"]

    def __str__(self) -> str:
        return self.caption or self.alternative
