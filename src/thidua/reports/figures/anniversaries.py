"""The anniversaries that the movements honour; how many years is computed for the year of the report."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from thidua.core.vietnamese.dates import format_date
from thidua.movements.models import Anniversary
from thidua.movements.queries.anniversaries import anniversaries_in
from thidua.reports.figures.bound import BoundFigure, FigurePart, RowReference
from thidua.reports.figures.family import Family, fixed
from thidua.reports.figures.scope import Scope

PLACES: Final = {"anniversaries.list": gettext_lazy("anniversaries that the movements honour")}


def load(scope: Scope, wanted: frozenset[str]) -> Mapping[str, BoundFigure]:
    """Return the list, the youngest anniversary first; one query."""
    found = anniversaries_in(scope.year, scope.movements)
    if not found:
        return {}
    said = [scope.words.say("anniversary", years=each.years, name=each.anniversary.name) for each in found]
    return {
        "anniversaries.list": BoundFigure(
            place="anniversaries.list",
            label=str(PLACES["anniversaries.list"]),
            text=scope.words.series(said),
            basis=_("year of the report less the first year"),
            source="; ".join(
                dict.fromkeys(each.anniversary.source for each in found if each.anniversary.source)
            ),
            rows=tuple(_row(each.anniversary) for each in found),
            parts=tuple(
                FigurePart(each.anniversary.name, text, each.years)
                for each, text in zip(found, said, strict=True)
            ),
        )
    }


def _row(row: Anniversary) -> RowReference:
    first = format_date(row.started_on) if row.started_on else str(row.started_year)
    return RowReference(
        row.name, "movements.anniversary", str(row.pk), _("since %(first)s") % {"first": first}
    )


FAMILY: Final = Family("anniversaries", gettext_lazy("Anniversaries"), fixed(PLACES), load)
