"""Good examples: persons, collectives and households, named only with their consent, the others counted."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from thidua.contributions.enums import GiftKind
from thidua.contributions.models import Gift
from thidua.contributions.queries import standing
from thidua.movements.enums import Consent, SubjectKind
from thidua.movements.models import RoleModel
from thidua.orgs.queries import names_as_of
from thidua.reports.figures.bound import BoundFigure, RowReference
from thidua.reports.figures.family import Family, fixed
from thidua.reports.figures.origins import weakest, without_invented
from thidua.reports.figures.people import described, listed, may_be_named
from thidua.reports.figures.scope import Scope
from thidua.support.provenance import Provenance

_KINDS: Final = {
    "people": SubjectKind.PERSON,
    "collectives": SubjectKind.COLLECTIVE,
    "households": SubjectKind.HOUSEHOLD,
}
PLACES: Final = {
    "role_models.people": gettext_lazy("persons who are an example"),
    "role_models.people_count": gettext_lazy("number of persons who are an example"),
    "role_models.collectives": gettext_lazy("collectives that are an example"),
    "role_models.collectives_count": gettext_lazy("number of collectives that are an example"),
    "role_models.households": gettext_lazy("households that are an example"),
    "role_models.households_count": gettext_lazy("number of households that are an example"),
}


def load(scope: Scope, wanted: frozenset[str]) -> Mapping[str, BoundFigure]:
    """Return the wanted figures; six queries."""
    linked = RoleModel.objects.filter(movements__in=scope.movement_ids, year=scope.year).distinct()
    # Who gave land stands among the land donors, and is not told of twice.
    gave_land = standing(Gift.objects.filter(kind=GiftKind.LAND, drive__movements__in=scope.movement_ids))
    told_once = linked.exclude(household__in=gave_land.filter(household__isnull=False).values("household"))
    rows = list(told_once.select_related("person", "household__head").order_by("order", "id"))
    names = _names(scope, rows)
    found = {}
    for kind, subject in _KINDS.items():
        chosen = without_invented(row for row in rows if row.subject_kind == subject)
        if chosen:
            word = scope.words.say(f"subjects.{subject}")
            found[f"role_models.{kind}"] = _list(scope, f"role_models.{kind}", chosen, names, word)
            found[f"role_models.{kind}_count"] = _count(
                scope, f"role_models.{kind}_count", chosen, names, word
            )
    return {place: figure for place, figure in found.items() if place in wanted}


def _names(scope: Scope, rows: list[RoleModel]) -> dict[int, str]:
    """Return how each role model is named, by its id; "" for those who may not be named."""
    texts = described(
        scope,
        [row.person for row in rows if row.person],
        [row.household for row in rows if row.household],
    )
    units = names_as_of({row.unit_id for row in rows if row.unit_id}, scope.as_of)
    names = {}
    for row in rows:
        if row.person_id:
            name = texts.persons[row.person_id]
        elif row.household_id:
            name = texts.households[row.household_id]
        else:
            name = units[row.unit_id or 0].name
        names[row.pk] = name if _is_named(row) else ""
    return names


def _is_named(row: RoleModel) -> bool:
    """Tell whether the report names it: a collective is no person, and needs only not to have refused."""
    if row.subject_kind == SubjectKind.COLLECTIVE:
        return row.consent != Consent.REFUSED
    return may_be_named(row)


def _list(
    scope: Scope, place: str, rows: list[RoleModel], names: Mapping[int, str], word: str
) -> BoundFigure:
    named = [names[row.pk] for row in rows if names[row.pk]]
    text = listed(scope, named, len(rows) - len(named), word)
    return _figure(scope, place, text, rows, names)


def _count(
    scope: Scope, place: str, rows: list[RoleModel], names: Mapping[int, str], word: str
) -> BoundFigure:
    return _figure(scope, place, f"{scope.count(len(rows))} {word}", rows, names)


def _figure(
    scope: Scope, place: str, text: str, rows: list[RoleModel], names: Mapping[int, str]
) -> BoundFigure:
    return BoundFigure(
        place=place,
        label=str(PLACES[place]),
        text=text,
        value=len(rows),
        basis=_("role models of %(year)s linked to the movements of the report") % {"year": scope.year},
        as_of=scope.as_of,
        source="; ".join(dict.fromkeys(row.source for row in rows if row.source)),
        provenance=weakest(row.provenance for row in rows),
        rows=tuple(_row(row, names[row.pk]) for row in rows),
    )


def _row(row: RoleModel, name: str) -> RowReference:
    consent = Consent(row.consent).label
    origin = Provenance(row.provenance)
    if not name:
        # The deed may tell who it was; only the record itself, with its own access, shows it.
        return RowReference(_("not named"), "movements.rolemodel", str(row.pk), str(consent), origin)
    return RowReference(name, "movements.rolemodel", str(row.pk), f"{row.deed} ({consent})", origin)


FAMILY: Final = Family("role_models", gettext_lazy("Role models"), fixed(PLACES), load)
