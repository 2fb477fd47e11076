"""How widely the movements were taken up: units registered, units called on, answers launched below."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from thidua.core.indicators import rate
from thidua.core.vietnamese.numbers import format_percent
from thidua.movements.access import PUBLIC_STATES
from thidua.movements.enums import FieldOfWork, RegistrationState
from thidua.movements.models import Movement, Registration
from thidua.movements.queries.moments import end_of
from thidua.movements.queries.scope import level_of
from thidua.orgs.queries import subtree
from thidua.reports.figures.bound import BoundFigure, FigurePart, RowReference, Value
from thidua.reports.figures.family import Family, fixed
from thidua.reports.figures.origins import weakest, without_invented
from thidua.reports.figures.scope import Scope
from thidua.support.provenance import Provenance

STANDING = (RegistrationState.SENT, RegistrationState.ACCEPTED)

PLACES: Final = {
    "participation.units": gettext_lazy("units registered"),
    "participation.share": gettext_lazy("share of the units called on that registered"),
    "participation.persons": gettext_lazy("persons registered"),
    "participation.answers": gettext_lazy("movements launched below in answer"),
    "participation.fields": gettext_lazy("fields of the movements"),
}


def load(scope: Scope, wanted: frozenset[str]) -> Mapping[str, BoundFigure]:
    """Return the wanted figures; four queries."""
    rows = without_invented(
        Registration.objects.filter(
            movement__in=scope.movement_ids, state__in=STANDING, sent_at__lt=end_of(scope.as_of)
        )
    )
    units = [row for row in rows if row.person_id is None]
    persons = [row for row in rows if row.person_id is not None]
    found = {
        "participation.units": _units(scope, units),
        "participation.share": _share(scope, units, _called_on(scope)),
        "participation.persons": _persons(scope, persons),
        "participation.answers": _answers(scope),
        "participation.fields": _fields(scope),
    }
    return {place: figure for place, figure in found.items() if figure is not None and place in wanted}


def _called_on(scope: Scope) -> set[int]:
    """Return the ids of the units below the report's own whose level a movement calls on."""
    levels = {level for movement in scope.movements for level in movement.scope}
    if not levels:
        return set()
    below = subtree(scope.unit, scope.as_of, include_self=False).values_list("pk", "kind", "hierarchy")
    return {pk for pk, kind, hierarchy in below if level_of(kind, hierarchy) in levels}


def _units(scope: Scope, rows: list[Registration]) -> BoundFigure | None:
    if not rows:
        return None
    count = len({row.unit_id for row in rows})
    return _counted(
        scope,
        "participation.units",
        _registered(scope, count),
        count,
        _("registrations sent and not returned; a unit in two movements counts once"),
        rows,
    )


def _registered(scope: Scope, count: int) -> str:
    return scope.words.say("units_registered", count=scope.number(count))


def _share(scope: Scope, rows: list[Registration], called: set[int]) -> BoundFigure | None:
    registered = {row.unit_id for row in rows} & called
    share = rate(len(registered), len(called))
    if not rows or share is None:
        return None
    text = scope.words.say(
        "units_called",
        share=format_percent(share, 1, scope.language),
        registered=scope.number(len(registered)),
        called=scope.number(len(called)),
    )
    basis = _("units registered out of the units that the movements call on")
    figure = _counted(scope, "participation.share", text, share, basis, rows)
    parts = (
        FigurePart(_("registered"), _registered(scope, len(registered)), len(registered), figure.provenance),
        FigurePart(_("called on"), scope.number(len(called)), len(called)),
    )
    return replace(figure, parts=parts, unit="%")


def _persons(scope: Scope, rows: list[Registration]) -> BoundFigure | None:
    if not rows:
        return None
    count = len({row.person_id for row in rows})
    text = scope.words.say("persons_registered", count=scope.number(count))
    basis = _("registrations sent and not returned; a person in two movements counts once")
    return _counted(scope, "participation.persons", text, count, basis, rows)


def _counted(
    scope: Scope,
    place: str,
    text: str,
    value: Value,
    basis: str,
    rows: list[Registration],
) -> BoundFigure:
    by_movement: dict[int, list[Registration]] = defaultdict(list)
    for row in rows:
        by_movement[row.movement_id].append(row)
    return BoundFigure(
        place=place,
        label=str(PLACES[place]),
        text=text,
        value=value,
        basis=basis,
        as_of=scope.as_of,
        provenance=weakest(row.provenance for row in rows),
        rows=tuple(
            _row(movement, _("registrations: %(count)s") % {"count": len(by_movement[movement.pk])})
            for movement in scope.movements
            if by_movement[movement.pk]
        ),
    )


def _answers(scope: Scope) -> BoundFigure | None:
    answers = without_invented(
        Movement.objects.filter(
            parent__in=scope.movement_ids, state__in=PUBLIC_STATES, launched_at__lt=end_of(scope.as_of)
        ).order_by("short_name", "id")
    )
    if not answers:
        return None
    return BoundFigure(
        place="participation.answers",
        label=str(PLACES["participation.answers"]),
        text=scope.words.say("answers", count=scope.count(len(answers))),
        value=len(answers),
        basis=_("movements of units below that answer one of this report"),
        as_of=scope.as_of,
        provenance=weakest(row.provenance for row in answers),
        rows=tuple(_row(row) for row in answers),
    )


def _fields(scope: Scope) -> BoundFigure | None:
    named = {field for movement in scope.movements for field in movement.fields}
    fields = [field for field in FieldOfWork.values if field in named]
    if not fields:
        return None
    names = [scope.words.say(f"field.{field}") for field in fields]
    return BoundFigure(
        place="participation.fields",
        label=str(PLACES["participation.fields"]),
        text=scope.words.say("fields", count=scope.number(len(fields)), names=", ".join(names)),
        value=len(fields),
        basis=_("fields named by the movements"),
        provenance=weakest(movement.provenance for movement in scope.movements if movement.fields),
        rows=tuple(_row(movement) for movement in scope.movements if movement.fields),
    )


def _row(movement: Movement, detail: str = "") -> RowReference:
    origin = Provenance(movement.provenance)
    return RowReference(movement.short_name, "movements.movement", str(movement.pk), detail, origin)


FAMILY: Final = Family("participation", gettext_lazy("Participation"), fixed(PLACES), load)
