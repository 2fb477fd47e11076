"""What every page of a movement shows at its head: name, state, days left, and its parts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from thidua.movements import access
from thidua.movements.models import Movement
from thidua.movements.queries import days_left
from thidua.web.public.states import movement_tag

PARTS: Final = {
    "public-movement": _("Overview"),
    "public-movement-results": _("Results"),
    "public-movement-examples": _("Good examples"),
    "public-movement-gifts": _("Gifts"),
    "public-movement-awards": _("Awards and prizes"),
    "public-movement-articles": _("News"),
}


@dataclass(frozen=True)
class Part:
    """One part of a movement's pages: its address, its name, and whether it is open."""

    url: str
    label: str
    current: bool


def found_movement(slug: str) -> Movement:
    """Return a movement that everybody may read of; raises Http404."""
    rows = access.public().select_related("launched_by", "parent__launched_by", "launch_file")
    row = rows.filter(slug=slug).first()
    if row is None:
        raise Http404
    return row


def frame_of(movement: Movement, today: date, part: str) -> dict[str, Any]:
    """Return the context of the head of a page; `part` is the name of its address."""
    running = movement.state in access.RUNNING_STATES
    return {
        "movement": movement,
        "tag": movement_tag(movement),
        "days_left": days_left(movement, today) if running else None,
        "tabs": [
            Part(reverse(name, args=[movement.slug]), str(label), name == part)
            for name, label in PARTS.items()
        ],
        "own_address": reverse("public-movement", args=[movement.slug]),
    }
