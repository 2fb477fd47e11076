"""Figures of single movements (`movement.<slug>.since`) and of all of them together (`movements.standing`)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from django.db.models import Count
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from thidua.core.periods import DatePrecision, ImpreciseDate
from thidua.movements.enums import MovementKind, ReviewKind
from thidua.movements.models import ContentGroup, Movement, Review
from thidua.orgs.queries import names_as_of
from thidua.reports.figures.bound import BoundFigure, RowReference, Value
from thidua.reports.figures.family import Family, Label, fixed
from thidua.reports.figures.origins import weakest
from thidua.reports.figures.scope import Scope
from thidua.support.provenance import Provenance

ASPECTS: Final = {
    "kind": gettext_lazy("kind of movement"),
    "name": gettext_lazy("short name"),
    "theme": gettext_lazy("full theme"),
    "since": gettext_lazy("start, as exactly as it is known"),
    "groups": gettext_lazy("number of content groups"),
    "slogan_days": gettext_lazy("days in the slogan"),
    "closed_on": gettext_lazy("day of the final review"),
    "launched_by": gettext_lazy("unit that launched it"),
}
PLACES: Final = {
    "movements.count": gettext_lazy("number of movements in the report"),
    "movements.standing": gettext_lazy("themes of the regular movements"),
}


def offered(scope: Scope) -> Mapping[str, Label]:
    """Return every aspect of every movement of the report."""
    return {
        f"movement.{movement.slug}.{aspect}": f"{movement.short_name}: {label}"
        for movement in scope.movements
        for aspect, label in ASPECTS.items()
    }


def load(scope: Scope, wanted: frozenset[str]) -> Mapping[str, BoundFigure]:
    """Return the wanted aspects; three queries."""
    groups = dict(
        ContentGroup.objects.filter(movement__in=scope.movement_ids)
        .order_by()
        .values_list("movement_id")
        .annotate(Count("id"))
    )
    reviews = {
        review.movement_id: review
        for review in Review.objects.filter(movement__in=scope.movement_ids, kind=ReviewKind.FINAL)
    }
    names = names_as_of({movement.launched_by_id for movement in scope.movements}, scope.as_of)
    found = {}
    for movement in scope.movements:
        review = reviews.get(movement.pk)
        values = _values(scope, movement, groups.get(movement.pk, 0), review)
        values["launched_by"] = (names[movement.launched_by_id].in_address, movement.launched_by.key)
        for aspect, (text, value) in values.items():
            place = f"movement.{movement.slug}.{aspect}"
            if place in wanted:
                found[place] = _figure(movement, place, text, value)
    return found


def _values(
    scope: Scope, movement: Movement, groups: int, review: Review | None
) -> dict[str, tuple[str, Value]]:
    """Return text and value of each aspect that is known."""
    words = scope.words
    values: dict[str, tuple[str, Value]] = {
        "kind": (words.say(f"movement_kind.{movement.kind}"), movement.kind),
        "name": (movement.short_name, movement.short_name),
        "theme": (movement.theme, movement.theme),
    }
    if movement.starts_on:
        values["since"] = (_since(scope, movement), movement.starts_on)
    if groups:
        values["groups"] = (words.say("groups", count=scope.number(groups)), groups)
    if movement.slogan_days:
        days = words.say("slogan_days", count=scope.number(movement.slogan_days))
        values["slogan_days"] = (days, movement.slogan_days)
    closed_on = review.held_on if review else movement.ended_on
    if closed_on:
        values["closed_on"] = (scope.day(closed_on), closed_on)
    return values


def _since(scope: Scope, movement: Movement) -> str:
    assert movement.starts_on is not None
    precision = DatePrecision(movement.starts_precision)
    if precision is DatePrecision.DAY:
        return scope.words.say("since_day", day=scope.day(movement.starts_on))
    known = ImpreciseDate.from_stored(movement.starts_on, precision)
    return scope.words.say("since_rest", label=known.label(scope.language))


def _figure(movement: Movement, place: str, text: str, value: Value) -> BoundFigure:
    number, day = movement.launch_number, movement.launch_date
    return BoundFigure(
        place=place,
        label=str(ASPECTS[place.rpartition(".")[2]]),
        text=text,
        value=value,
        basis=_("record of the movement"),
        as_of=day,
        source=_("launching document %(number)s") % {"number": number} if number else "",
        provenance=Provenance(movement.provenance),
        rows=(_row(movement),),
    )


def _row(movement: Movement) -> RowReference:
    return RowReference(
        movement.short_name,
        "movements.movement",
        str(movement.pk),
        str(MovementKind(movement.kind).label),
        Provenance(movement.provenance),
    )


def load_all(scope: Scope, wanted: frozenset[str]) -> Mapping[str, BoundFigure]:
    """Return the figures about all movements together, without a query."""
    standing = [movement for movement in scope.movements if movement.kind == MovementKind.REGULAR]
    quoted = [scope.words.say("quoted", text=movement.theme) for movement in standing]
    texts: dict[str, tuple[str, Value, list[Movement]]] = {
        "movements.count": (scope.count(len(scope.movements)), len(scope.movements), list(scope.movements)),
        "movements.standing": (scope.words.series(quoted), len(standing), standing),
    }
    return {
        place: BoundFigure(
            place=place,
            label=str(PLACES[place]),
            text=text,
            value=value,
            basis=_("movements that the report is about"),
            provenance=weakest(movement.provenance for movement in rows),
            rows=tuple(_row(movement) for movement in rows),
        )
        for place, (text, value, rows) in texts.items()
        if place in wanted and rows
    }


FAMILY: Final = Family("movement", gettext_lazy("Each movement"), offered, load)
ALL: Final = Family("movements", gettext_lazy("All movements"), fixed(PLACES), load_all)
