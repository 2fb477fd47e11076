"""Where the rows behind a figure are shown."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from django.urls import NoReverseMatch, reverse

from thidua.movements.models import Movement
from thidua.reports.figures.bound import RowReference

# Row → name of its page; where several stand, the first that the installation has.
_PAGES: Final = {
    "orgs.unit": "unit",
    "movements.milestone": "milestone-page",
    "movements.event": "event-page",
    "movements.rolemodel": "role-model-page",
    "contributions.gift": "gift-page",
    "registry.conferral": "conferral-page",
    "contests.edition": "edition-page",
    "targets.observation": "observation",
    "targets.plan": "plan",
    "targets.indicator": "indicator",
}


@dataclass(frozen=True)
class LinkedRow:
    """A row behind a figure with the address of its page, "" where it has none."""

    row: RowReference
    url: str


def linked(rows: Iterable[RowReference]) -> list[LinkedRow]:
    """Return the rows with their addresses; one query where movements are among them."""
    known = list(rows)
    slugs = dict(
        Movement.objects.filter(pk__in=[row.pk for row in known if row.model == "movements.movement"])
        .order_by()
        .values_list("pk", "slug")
    )
    return [LinkedRow(row, _address(row, slugs)) for row in known]


def _address(row: RowReference, slugs: dict[int, str]) -> str:
    if row.model == "movements.movement":
        slug = slugs.get(int(row.pk))
        return _reverse("movement", slug) if slug else ""
    return _reverse(_PAGES.get(row.model, ""), row.pk)


def _reverse(name: str, argument: str) -> str:
    """Return the address, or "" while the area that shows such rows is not installed."""
    try:
        return reverse(name, args=[argument])
    except NoReverseMatch:
        return ""
