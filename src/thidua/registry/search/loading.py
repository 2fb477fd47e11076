"""The rows of a page of hits: awards with their decision and its unit, read lean: fifty cost more than finding them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Any, Final, TypeVar

from django.db import connection
from django.db.models import Model
from django.db.models.base import ModelState

from thidua.orgs.models import Unit
from thidua.registry.models import Award, Conferral
from thidua.registry.search.statements import among, read

# What no list of hits shows; it is read when somebody asks for it.
_NOT_SHOWN: Final = {
    Award: {"name", "name_code"},
    Conferral: {"search_text", "source", "presented_by"},
    Unit: {"sort_key", "source", "note"},
}
_ALIASES: Final = {Award: "a", Conferral: "c", Unit: "u"}
Row = TypeVar("Row", bound=Model)


def awards_of(ids: Sequence[int]) -> dict[int, Award]:
    """Return the awards by their ids, each with `conferral` and its `deciding_unit`; one query."""
    if not ids:
        return {}
    condition = among("a.id", ids)
    columns = [f"{_ALIASES[model]}.{column}" for model in _ALIASES for column in _columns(model)]
    rows = read(
        f"SELECT {', '.join(columns)} FROM registry_award a "  # noqa: S608  (our own names)
        "JOIN registry_conferral c ON c.id = a.conferral_id "
        f"JOIN orgs_unit u ON u.id = c.deciding_unit_id WHERE {condition.text}",
        condition.params,
    )
    first, second = len(_columns(Award)), len(_columns(Award)) + len(_columns(Conferral))
    units: dict[int, Unit] = {}
    papers: dict[int, Conferral] = {}
    found: dict[int, Award] = {}
    for row in rows:
        award = _built(Award, row[:first])
        if award.conferral_id not in papers:
            paper = _built(Conferral, row[first:second])
            if paper.deciding_unit_id not in units:
                units[paper.deciding_unit_id] = _built(Unit, row[second:])
            paper._state.fields_cache["deciding_unit"] = units[paper.deciding_unit_id]
            papers[award.conferral_id] = paper
        award._state.fields_cache["conferral"] = papers[award.conferral_id]
        found[award.pk] = award
    return found


@lru_cache(maxsize=8)
def _columns(model: type[Model]) -> tuple[str, ...]:
    return tuple(
        str(field.column) for field in model._meta.concrete_fields if field.name not in _NOT_SHOWN[model]
    )


@lru_cache(maxsize=8)
def _attributes(model: type[Model]) -> tuple[str, ...]:
    return tuple(
        field.attname for field in model._meta.concrete_fields if field.name not in _NOT_SHOWN[model]
    )


def _built(model: type[Row], values: tuple[Any, ...]) -> Row:
    """Return a stored row. Neither database needs a conversion: dates and truths come as such from plain columns."""
    row = model.__new__(model)
    state = ModelState()
    state.adding, state.db = False, connection.alias
    row.__dict__["_state"] = state
    row.__dict__.update(zip(_attributes(model), values, strict=True))
    return row
