"""The newest stories on the first page."""

from __future__ import annotations

from datetime import date
from typing import Final

from django.urls import reverse
from django.utils.translation import gettext as _

from thidua.movements.models import RoleModelStory
from thidua.movements.queries.role_models import StoryFilter, stories
from thidua.web.public.role_models.names import name_of
from thidua.web.public.role_models.pictures import pictures_of
from thidua.web.shell.front_page import Block, Line

MOST: Final = 3


def newest_stories(today: date) -> Block | None:
    """Return the newest stories that are public; three queries at most."""
    rows = stories(StoryFilter()).prefetch_related("photos__photo")[:MOST]
    lines = tuple(_line(row) for row in rows)
    return (
        Block(_("Good examples"), lines, _("All stories"), reverse("role-model-stories")) if lines else None
    )


def _line(row: RoleModelStory) -> Line:
    pictures = pictures_of(row)
    return Line(
        title=row.title,
        language="vi",
        url=reverse("role-model-story", args=[row.slug]),
        note=name_of(row.role_model),
        provenance=row.role_model.provenance,
        photo=pictures[0].small if pictures else "",
    )
