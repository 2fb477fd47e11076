"""The one register of places: which family fills which place."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from django.utils.translation import gettext as _

from thidua.reports.figures import (
    anniversaries,
    awards,
    competitions,
    events,
    gifts,
    indicators,
    milestones,
    movements,
    participation,
    report_frame,
    role_models,
    targets,
)
from thidua.reports.figures.bound import BoundFigure
from thidua.reports.figures.family import Family
from thidua.reports.figures.scope import Scope

FAMILIES: Final[Mapping[str, Family]] = {
    family.name: family
    for family in (
        report_frame.FAMILY,
        anniversaries.FAMILY,
        movements.FAMILY,
        movements.ALL,
        participation.FAMILY,
        targets.FAMILY,
        indicators.FAMILY,
        indicators.FIELDS,
        milestones.FAMILY,
        events.FAMILY,
        gifts.FAMILY,
        role_models.FAMILY,
        awards.FAMILY,
        competitions.PRIZE_FAMILY,
        competitions.CONTEST_FAMILY,
    )
}


def figures_for(scope: Scope, places: Iterable[str]) -> dict[str, BoundFigure]:
    """Return a figure for every place; one that has no record says so.

    Each family is read once, so that the number of queries depends on the families named, not on the rows.
    """
    by_family: dict[str, set[str]] = defaultdict(set)
    for place in places:
        by_family[place.partition(".")[0]].add(place)
    found: dict[str, BoundFigure] = {}
    for name, wanted in by_family.items():
        loaded = FAMILIES[name].load(scope, frozenset(wanted)) if name in FAMILIES else {}
        found |= {place: loaded.get(place) or missing(scope, place) for place in sorted(wanted)}
    return found


def missing(scope: Scope, place: str) -> BoundFigure:
    """Return the figure that stands where there is no record."""
    return BoundFigure(
        place=place,
        label=place,
        text=scope.words.say("no_figure"),
        basis=_("no record for this report"),
        is_missing=True,
    )


def unknown_places(scope: Scope, places: Iterable[str]) -> list[str]:
    """Return the places that no family offers in this report."""
    by_family: dict[str, list[str]] = defaultdict(list)
    for place in places:
        by_family[place.partition(".")[0]].append(place)
    unknown = []
    for name, named in by_family.items():
        offered = FAMILIES[name].offered(scope) if name in FAMILIES else {}
        unknown += [place for place in named if place not in offered]
    return unknown


def labels_of(scope: Scope, places: Iterable[str]) -> dict[str, str]:
    """Return what each known place says, for people who edit the text."""
    wanted = list(places)
    names = {place.partition(".")[0] for place in wanted} & FAMILIES.keys()
    offered = {place: label for name in names for place, label in FAMILIES[name].offered(scope).items()}
    return {place: str(offered[place]) for place in wanted if place in offered}


@dataclass(frozen=True)
class Offer:
    """A figure that may be put into the text: its family, its place, and what it says."""

    family: str
    place: str
    label: str

    @property
    def code(self) -> str:
        """How the place is written in a text."""
        return f"{{{self.place}}}"


def offers(scope: Scope) -> list[Offer]:
    """Return every figure that may be put into the text, family by family."""
    return [
        Offer(str(family.label), place, str(label))
        for family in FAMILIES.values()
        for place, label in family.offered(scope).items()
    ]
