"""Where the place of an old address belongs today: «nay: xã Tràng Định, tỉnh Lạng Sơn»."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from thidua.orgs.enums import Certainty
from thidua.orgs.models import Unit, UnitPlacement
from thidua.orgs.queries.addresses import addresses_as_of
from thidua.orgs.queries.successions import Arrival, Outcome, follow, links_by_predecessor


@dataclass(frozen=True)
class PlaceToday:
    """One unit that stands today for an old one; `part` when only a part of the old one went there."""

    unit_id: int
    address: str
    part: bool
    certainty: str


@dataclass(frozen=True)
class AddressToday:
    """What became of a unit. `unchanged`: it still stands. `unknown`: of some of it we do not know."""

    unchanged: bool
    places: tuple[PlaceToday, ...]
    unknown: bool

    @property
    def sentence(self) -> str:
        """The words to print beside the old address; "" when the unit still stands."""
        if self.unchanged:
            return ""
        if not self.places:
            return str(
                _("now: not known which unit it belongs to")
                if self.unknown
                else _("no longer exists; no unit follows it")
            )
        text = _(" or ").join(self._marked(place) for place in self.places)
        sentence = _("now: %(places)s") % {"places": text}
        return sentence + _("; the rest is not known") if self.unknown else sentence

    def _marked(self, place: PlaceToday) -> str:
        if place.certainty == Certainty.CONFIRMED:
            return place.address
        return _("%(place)s (inferred, to be checked)") % {"place": place.address}


def address_today(unit: Unit, today: date) -> AddressToday:
    """Return where `unit` stands today, following its successors.

    A village whose commune ended follows the commune: we do not claim to know the village's own fate.
    """
    return addresses_today([unit.pk], today)[unit.pk]


def addresses_today(unit_ids: Iterable[int], today: date) -> dict[int, AddressToday]:
    """Return where each unit stands today, by id; five queries."""
    wanted = set(unit_ids)
    links = links_by_predecessor()
    outcomes = {unit_id: follow(unit_id, today, links) for unit_id in _ended(wanted, today)}
    for unit_id, (parent_id, parent_ends) in _left_behind(wanted - outcomes.keys(), today).items():
        if parent_ends and parent_ends < today:
            outcomes[unit_id] = follow(parent_id, today, links)
        else:
            outcomes[unit_id] = Outcome({parent_id: Arrival(False, Certainty.INFERRED)}, False)
    standing = wanted - outcomes.keys()
    reached = {pk for outcome in outcomes.values() for pk in outcome.reached} | standing
    addresses = addresses_as_of(reached, today)
    told = {unit_id: _told(outcome, addresses) for unit_id, outcome in outcomes.items()}
    for pk in standing:
        place = PlaceToday(pk, addresses[pk], False, Certainty.CONFIRMED)
        told[pk] = AddressToday(True, (place,), False)
    return told


def _ended(wanted: set[int], today: date) -> set[int]:
    ended = Unit.objects.filter(pk__in=wanted, exists_to__lt=today).order_by()
    return set(ended.values_list("pk", flat=True))


def _left_behind(wanted: set[int], today: date) -> dict[int, tuple[int, date | None]]:
    """Return the last parent, and its end, of units that exist but stand nowhere known."""
    rows = UnitPlacement.objects.filter(
        unit_id__in=wanted, is_last=True, valid_to__lt=today, parent__isnull=False
    ).values_list("unit_id", "parent_id", "parent__exists_to")
    return {unit_id: (parent_id, ends) for unit_id, parent_id, ends in rows if parent_id is not None}


def _told(outcome: Outcome, addresses: dict[int, str]) -> AddressToday:
    places = tuple(
        PlaceToday(pk, addresses[pk], arrival.part, arrival.certainty)
        for pk, arrival in outcome.reached.items()
    )
    return AddressToday(False, places, outcome.unknown)
