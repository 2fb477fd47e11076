"""Events hosted: how many, which, and whether they passed safely."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from thidua.core.vietnamese.dates import format_range
from thidua.core.vietnamese.fold import fold
from thidua.movements.models import Event
from thidua.reports.figures.bound import BoundFigure, FigurePart, RowReference
from thidua.reports.figures.family import Family, fixed
from thidua.reports.figures.origins import weakest, without_invented
from thidua.reports.figures.scope import Scope
from thidua.support.provenance import Provenance

PLACES: Final = {
    "events.count": gettext_lazy("number of events hosted"),
    "events.list": gettext_lazy("events hosted"),
    "events.safety": gettext_lazy("safety of the events"),
}


def load(scope: Scope, wanted: frozenset[str]) -> Mapping[str, BoundFigure]:
    """Return the wanted figures over the events of the movements; two queries."""
    linked = Event.objects.filter(movements__in=scope.movement_ids, year=scope.year).distinct()
    known = linked.prefetch_related("partners").order_by("order", "starts_on", "id")
    rows = without_invented(row for row in known if row.starts_on is None or row.starts_on <= scope.as_of)
    if not rows:
        return {}
    texts = [_text(scope, row) for row in rows]
    parts = tuple(
        FigurePart(row.name, text, None, Provenance(row.provenance))
        for row, text in zip(rows, texts, strict=True)
    )
    count = scope.words.say("events_count", count=scope.count(len(rows)))
    figures = {
        "events.count": _figure(scope, "events.count", rows, count),
        "events.list": _figure(scope, "events.list", rows, "; ".join(texts), parts),
    }
    incidents = [row.incidents for row in rows if row.incidents is not None]
    # One event of which nothing is recorded, and nobody can say that all passed safely.
    if len(incidents) == len(rows):
        figures["events.safety"] = _figure(scope, "events.safety", rows, _safety(scope, incidents))
    return {place: figure for place, figure in figures.items() if place in wanted}


def _safety(scope: Scope, incidents: list[int]) -> str:
    count = scope.count(len(incidents))
    if sum(incidents) == 0:
        return scope.words.say("events_safe", count=count)
    return scope.words.say("events_incidents", count=count, incidents=scope.count(sum(incidents)))


def _text(scope: Scope, row: Event) -> str:
    """Return the event's name, with the partners that the name does not tell already."""
    told = fold(row.name)
    partners = [partner.name for partner in row.partners.all() if fold(partner.name) not in told]
    if not partners:
        return row.name
    return scope.words.say("event_with", name=row.name, partners=scope.words.series(partners))


def _figure(
    scope: Scope, place: str, rows: list[Event], text: str, parts: tuple[FigurePart, ...] = ()
) -> BoundFigure:
    return BoundFigure(
        place=place,
        label=str(PLACES[place]),
        text=text,
        value=len(rows),
        basis=_("events of %(year)s linked to the movements of the report") % {"year": scope.year},
        as_of=scope.as_of,
        source="; ".join(dict.fromkeys(row.source for row in rows if row.source)),
        provenance=weakest(row.provenance for row in rows),
        rows=tuple(_row(row) for row in rows),
        parts=parts,
    )


def _row(row: Event) -> RowReference:
    days = (
        format_range(row.starts_on, row.ends_on or row.starts_on) if row.starts_on else _("day not recorded")
    )
    known = row.incidents is not None
    safety = _("incidents: %(count)s") % {"count": row.incidents} if known else _("safety not recorded")
    detail = "; ".join(part for part in (str(row.get_scale_display()), days, safety, row.outcome) if part)
    return RowReference(row.name, "movements.event", str(row.pk), detail, Provenance(row.provenance))


FAMILY: Final = Family("events", gettext_lazy("Events"), fixed(PLACES), load)
