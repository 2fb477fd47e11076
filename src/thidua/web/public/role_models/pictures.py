"""Photos of stories, ready to be drawn."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse

from thidua.movements.models import RoleModelStory, StoryPhoto
from thidua.support.photos.pictures import SMALL


@dataclass(frozen=True)
class Picture:
    """A photo: its two addresses, the width and height of the small one in pixels, and its words."""

    small: str
    large: str
    width: int
    height: int
    large_width: int
    alternative: str
    caption: str


def pictures_of(story: RoleModelStory) -> list[Picture]:
    """Return the photos of `story` in their order; prefetch `photos__photo` where there are many stories."""
    return [_drawn(shown) for shown in story.photos.all()]


def _drawn(shown: StoryPhoto) -> Picture:
    photo = shown.photo
    shrunk = min(1, SMALL / max(photo.width, photo.height))
    return Picture(
        small=reverse("role-model-photo", args=[shown.pk, "small"]),
        large=reverse("role-model-photo", args=[shown.pk, "large"]),
        width=round(photo.width * shrunk),
        height=round(photo.height * shrunk),
        large_width=photo.width,
        alternative=shown.alternative,
        caption=shown.caption,
    )
