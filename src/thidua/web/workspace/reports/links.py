"""Where the rows behind a figure are shown."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from django.db.models import Model
from django.urls import NoReverseMatch, reverse

from thidua.movements.models import Movement
from thidua.orgs.models import Unit
from thidua.reports.figures.bound import RowReference
from thidua.targets.models import Indicator

# Kind of row → name of its page. Recipients and winners stand on the page of their list.
_BY_NUMBER: Final = {
    "movements.milestone": "milestones-page",
    "movements.event": "events-page",
    "movements.rolemodel": "role-models-page",
    "contributions.gift": "gifts-page",
    "registry.conferral": "awards-page",
    "contests.edition": "editions-page",
    "targets.observation": "figure-history",
    "targets.plan": "plan",
}
# Kind of row → name of its page, and what its address is made of.
_BY_NAME: Final[dict[str, tuple[str, type[Model], str]]] = {
    "movements.movement": ("movement", Movement, "slug"),
    "orgs.unit": ("unit", Unit, "key"),
    "targets.indicator": ("indicator", Indicator, "code"),
}


@dataclass(frozen=True)
class LinkedRow:
    """A row behind a figure with the address of its page, "" where it has none."""

    row: RowReference
    url: str


def linked(rows: Iterable[RowReference]) -> list[LinkedRow]:
    """Return the rows with their addresses; one query for each kind of row that is addressed by name."""
    known = list(rows)
    names: dict[tuple[str, str], str] = {}
    for kind, (_page, model, field) in _BY_NAME.items():
        ids = [row.pk for row in known if row.model == kind]
        found = model._default_manager.filter(pk__in=ids).values_list("pk", field) if ids else ()
        names |= {(kind, str(pk)): name for pk, name in found}
    return [LinkedRow(row, _address(row, names)) for row in known]


def _address(row: RowReference, names: dict[tuple[str, str], str]) -> str:
    if row.model in _BY_NUMBER:
        return _reverse(_BY_NUMBER[row.model], row.pk)
    name = names.get((row.model, row.pk))
    return _reverse(_BY_NAME[row.model][0], name) if name else ""


def _reverse(page: str, argument: str) -> str:
    """Return the address, or "" in an installation without the area that shows such rows."""
    try:
        return reverse(page, args=[argument])
    except NoReverseMatch:
        return ""
