"""Figures of indicators: `indicator.<code>.value`, and all of a field together: `indicators.economy`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from thidua.movements.enums import FieldOfWork
from thidua.reports.figures.bound import BoundFigure, FigurePart
from thidua.reports.figures.family import Family, Label
from thidua.reports.figures.indicator_aspects import ASPECTS, IndicatorFigures
from thidua.reports.figures.measured import Measured, measured
from thidua.reports.figures.origins import weakest, without_invented
from thidua.reports.figures.scope import Scope
from thidua.targets.enums import IndicatorKind
from thidua.targets.models import Indicator


def offered(scope: Scope) -> Mapping[str, Label]:
    """Return every aspect of every indicator in use; one query."""
    name = "name_en" if scope.language == "en" else "name"
    rows = Indicator.objects.filter(is_active=True).values_list("code", "name", name)
    return {
        f"indicator.{code}.{aspect}": f"{translated or vietnamese}: {label}"
        for code, vietnamese, translated in rows
        for aspect, label in ASPECTS.items()
    }


def load(scope: Scope, wanted: frozenset[str]) -> Mapping[str, BoundFigure]:
    """Return the wanted aspects of single indicators; four queries."""
    codes = {place.split(".")[1] for place in wanted}
    found = {}
    for figures in _figures(scope, measured(scope, Indicator.objects.filter(code__in=codes))):
        for aspect in ASPECTS:
            figure = figures.aspect(aspect) if figures.place(aspect) in wanted else None
            if figure is not None:
                found[figure.place] = figure
    return found


def _figures(scope: Scope, rows: list[Measured]) -> list[IndicatorFigures]:
    owners = IndicatorFigures.owners(scope, rows)
    return [IndicatorFigures(scope, row, owners) for row in rows]


def offered_fields(scope: Scope) -> Mapping[str, Label]:
    """Return one list for each field."""
    return {f"indicators.{field.value}": _label(field) for field in FieldOfWork}


def _label(field: str) -> str:
    return _("other indicators: %(field)s") % {"field": FieldOfWork(field).label}


def load_fields(scope: Scope, wanted: frozenset[str]) -> Mapping[str, BoundFigure]:
    """Return for each wanted field the indicators of the movements that have no place of their own in the text.

    Five queries.
    """
    fields = {place.partition(".")[2] for place in wanted}
    of_movements = Indicator.objects.filter(
        movements__in=scope.movement_ids, field__in=fields, is_active=True
    ).distinct()
    rows = [row for row in measured(scope, of_movements) if row.current]
    figures = {row.indicator.pk: each for row, each in zip(rows, _figures(scope, rows), strict=True)}
    found = {}
    for field in fields:
        of_field = without_invented(row for row in rows if row.indicator.field == field)
        chosen = [row for row in of_field if row.indicator.code not in scope.named_indicators]
        if chosen:
            items = [_item(scope, figures[row.indicator.pk], row) for row in chosen]
            place = f"indicators.{field}"
            found[place] = BoundFigure(
                place=place,
                label=_label(field),
                text="; ".join(item.text for item in items),
                basis=items[0].basis if len(items) == 1 else "",
                as_of=max(item.as_of for item in items if item.as_of),
                source="; ".join(dict.fromkeys(item.source for item in items if item.source)),
                provenance=weakest(item.provenance for item in items),
                rows=tuple(row for item in items for row in item.rows),
                parts=tuple(FigurePart(item.label, item.text, item.value, item.provenance) for item in items),
            )
    return found


def _item(scope: Scope, figures: IndicatorFigures, row: Measured) -> BoundFigure:
    """Return name, value and comparisons of one indicator as one figure: «… 5.027 tỷ đồng, đạt …, bằng …»."""
    first = "change" if row.indicator.kind == IndicatorKind.GROWTH else "value"
    aspects = [figures.aspect(aspect) for aspect in (first, "share_of_plan", "ratio_to_same_period")]
    known = [figure for figure in aspects if figure is not None]
    said = ", ".join(figure.text for figure in known)
    return BoundFigure(
        place=known[0].place,
        label=figures.name,
        text=scope.words.say("indicator_item", name=figures.name, value=said),
        value=row.value,
        basis=known[0].basis,
        period=row.figure.period,
        as_of=row.current.as_of if row.current else None,
        source=known[0].source,
        provenance=weakest(figure.provenance for figure in known),
        rows=tuple(dict.fromkeys(reference for figure in known for reference in figure.rows)),
    )


FAMILY: Final = Family("indicator", gettext_lazy("Each indicator"), offered, load)
FIELDS: Final = Family("indicators", gettext_lazy("All indicators of a field"), offered_fields, load_fields)
