"""Who the names in a list of recipients may be."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from django.utils import timezone

from thidua.accounts.models import User
from thidua.core.vietnamese.fold import fold
from thidua.orgs.models import Household, Person, Unit, UnitName
from thidua.orgs.people_access import households_seen_by, persons_seen_by
from thidua.registry.enums import PEOPLE, RecipientKind
from thidua.registry.importing.directory import bare_name, labelled_home, labelled_people
from thidua.registry.models import Award

MOST_OFFERED: Final = 6


@dataclass(frozen=True)
class LinkOffer:
    """Somebody whom a name may mean. `fits`: what the list says of post or unit is known of them."""

    pk: int
    label: str
    fits: bool


def link_offers(awards: Sequence[Award], by: User) -> dict[int, list[LinkOffer]]:
    """Return for each award (by id) whom it may mean, the fitting ones first; the same few queries for any number."""
    offers: dict[int, list[LinkOffer]] = {}
    offers |= _people([award for award in awards if award.recipient_kind in PEOPLE], by)
    offers |= _homes([award for award in awards if award.recipient_kind == RecipientKind.HOUSEHOLD], by)
    offers |= _units([award for award in awards if award.recipient_kind == RecipientKind.COLLECTIVE])
    return offers


def _people(awards: Sequence[Award], by: User) -> dict[int, list[LinkOffer]]:
    if not awards:
        return {}
    named: dict[str, list[Person]] = defaultdict(list)
    for person in persons_seen_by(by).filter(
        folded_name__in={bare_name(one.recipient_name) for one in awards}
    ):
        named[person.folded_name].append(person)
    labels = labelled_people(person for found in named.values() for person in found)
    return {
        award.pk: _ordered(
            LinkOffer(one.pk, labels[one.pk], _fits(award, labels[one.pk]))
            for one in named[bare_name(award.recipient_name)]
        )
        for award in awards
    }


def _homes(awards: Sequence[Award], by: User) -> dict[int, list[LinkOffer]]:
    if not awards:
        return {}
    named: dict[str, list[Household]] = defaultdict(list)
    wanted = {bare_name(one.recipient_name) for one in awards}
    for home in households_seen_by(by).filter(head__folded_name__in=wanted).select_related("head"):
        named[home.head.folded_name].append(home)
    return {
        award.pk: _ordered(
            LinkOffer(one.pk, labelled_home(one), _fits(award, one.address_text))
            for one in named[bare_name(award.recipient_name)]
        )
        for award in awards
    }


def _units(awards: Sequence[Award]) -> dict[int, list[LinkOffer]]:
    if not awards:
        return {}
    named: dict[str, dict[int, Unit]] = defaultdict(dict)
    wanted = {fold(one.recipient_name) for one in awards}
    for row in UnitName.objects.filter(folded_name__in=wanted).select_related("unit"):
        named[row.folded_name][row.unit_id] = row.unit
    return {
        award.pk: _ordered(
            LinkOffer(
                one.pk, _unit_label(one), one.exists_to is None or one.exists_to >= timezone.localdate()
            )
            for one in named[fold(award.recipient_name)].values()
        )
        for award in awards
    }


def _unit_label(unit: Unit) -> str:
    first, last = unit.exists_from, unit.exists_to
    if first is None and last is None:
        return unit.name
    return f"{unit.name} ({first.year if first else '…'}–{last.year if last else '…'})"


def _fits(award: Award, label: str) -> bool:
    """Post or unit of the list, or the part of the address before its first comma, stand in what is known."""
    known = fold(label)
    said = (award.post_then, award.unit_then.partition(",")[0])
    return any(fold(text) in known for text in said if text)


def _ordered(offers: Iterable[LinkOffer]) -> list[LinkOffer]:
    return sorted(offers, key=lambda one: (not one.fits, one.pk))[:MOST_OFFERED]
