"""Figures from the frame of the report itself: its year, its period, its unit as it was called then."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from thidua.orgs.queries import names_as_of
from thidua.reports.figures.bound import BoundFigure, RowReference, Value
from thidua.reports.figures.family import Family, fixed
from thidua.reports.figures.scope import Scope

PLACES: Final = {
    "report.year": gettext_lazy("year of the report"),
    "report.period": gettext_lazy("period of the report"),
    "report.as_of": gettext_lazy("day up to which the report tells"),
    "report.unit": gettext_lazy("unit that the report is about"),
    "report.issuer": gettext_lazy("unit that issues the report"),
}


def load(scope: Scope, wanted: frozenset[str]) -> Mapping[str, BoundFigure]:
    """Return the wanted figures; one query for the names."""
    names = names_as_of({scope.unit.pk, scope.issuer.pk}, scope.as_of)
    values: dict[str, tuple[str, Value]] = {
        "report.year": (str(scope.year), scope.year),
        "report.period": (scope.period.label(scope.language), scope.period.code),
        "report.as_of": (scope.day(scope.as_of), scope.as_of),
        "report.unit": (scope.unit_text(names[scope.unit.pk]), scope.unit.key),
        "report.issuer": (names[scope.issuer.pk].name, scope.issuer.key),
    }
    return {place: _figure(scope, place, *values[place]) for place in wanted if place in values}


def _figure(scope: Scope, place: str, text: str, value: Value) -> BoundFigure:
    unit = {"report.unit": scope.unit, "report.issuer": scope.issuer}.get(place)
    rows = (RowReference(unit.name, "orgs.unit", str(unit.pk)),) if unit else ()
    return BoundFigure(
        place=place,
        label=str(PLACES[place]),
        text=text,
        value=value,
        basis=_("set when the report was made"),
        period=scope.period,
        as_of=scope.as_of,
        source=_("frame of the report"),
        rows=rows,
    )


FAMILY: Final = Family("report", gettext_lazy("Frame of the report"), fixed(PLACES), load)
