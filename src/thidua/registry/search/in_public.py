"""A search as the public may ask it: by names, places, awards, decisions and years that its hits may tell."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Final

from django.db.models import Q
from django.utils.translation import gettext as _

from thidua.core.vietnamese.fold import fold
from thidua.orgs.enums import COMMUNE_LEVEL
from thidua.registry.content.conferral import decision_serial
from thidua.registry.models import Conferral
from thidua.registry.open_data import PublicField
from thidua.registry.open_data.asking import PublicAsking, fields_of_place, is_told, shows_its_unit
from thidua.registry.search.query import SearchQuery
from thidua.registry.search.statements import among, read, through

MOST_NUMBERED: Final = 5_000  # decisions of one number, over all the years and bodies


def public_part(query: SearchQuery) -> SearchQuery:
    """Return the query without what is never public, and with a fault that says so."""
    if not query.posts and not query.types:
        return query
    fault = _("Posts and types of commendation are not searched here; they were left out.")
    return replace(query, posts=(), types=(), faults=(*query.faults, fault))


def fields_asked(query: SearchQuery, *, of_movement: bool) -> list[PublicField]:
    """Return the fields that a hit tells because it was found; those of places come with `in_places`."""
    fields = [PublicField.NAME] if query.text or query.exact else []
    return fields + ([PublicField.DECISION] if query.decision or query.day or of_movement else [])


def told_kinds(units: Iterable[int]) -> dict[int, str]:
    """Return id → kind of those of the units that the public may ask for; one query."""
    condition = among("id", units)
    rows = read(f"SELECT id, kind FROM orgs_unit WHERE {condition.text}", condition.params)  # noqa: S608
    return {pk: kind for pk, kind in rows if is_told(kind)}


def in_places(public: PublicAsking, kinds: Mapping[int, str]) -> Q:
    """Return the condition on awards that they may be found by these units (id → kind)."""
    fields = {field for kind in kinds.values() for field in fields_of_place(kind)}
    of_row = Q() if all(kind in COMMUNE_LEVEL for kind in kinds.values()) else shows_its_unit()
    return of_row & through("conferral__", public.papers(*fields))


def numbered_in_public(said: str) -> Q:
    """Return the condition on conferrals for a decision number, read from the number alone and no other text."""
    serial = decision_serial(said)
    if serial is None:
        return Q(decision_number=said)
    rest = fold(said.partition("/")[2]).replace(" ", "")
    if not rest:
        return Q(decision_serial=serial)
    rows = Conferral.objects.filter(decision_serial=serial).order_by("-pk")
    numbers = rows.values_list("pk", "decision_number")[:MOST_NUMBERED]
    return Q(pk__in=[pk for pk, number in numbers if f"/{rest}" in fold(number).replace(" ", "")])
