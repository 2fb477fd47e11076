"""All links between old and new units, read once and followed in memory: there are few, and chains are short."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from thidua.orgs.enums import Certainty
from thidua.orgs.models import UnitSuccession


@dataclass(frozen=True)
class Link:
    """One succession: to which unit (None: nobody, or not known), in part or whole, how sure."""

    successor_id: int | None
    part: bool
    certainty: str
    on: date
    successor_ends: date | None


@dataclass(frozen=True)
class Arrival:
    """How an old unit arrives at one of today: in part or whole, and how sure that is."""

    part: bool
    certainty: str


@dataclass(frozen=True)
class Outcome:
    """What stands on a day behind a unit that ended: the units reached, and whether some of it is lost."""

    reached: dict[int, Arrival]
    unknown: bool


def links_by_predecessor() -> dict[int, list[Link]]:
    """Return every succession by the id of the predecessor; one query."""
    rows = UnitSuccession.objects.order_by("id").values_list(
        "predecessor_id", "successor_id", "part", "certainty", "change__date", "successor__exists_to"
    )
    links: dict[int, list[Link]] = defaultdict(list)
    for predecessor_id, successor_id, part, certainty, on, ends in rows:
        links[predecessor_id].append(Link(successor_id, part, certainty, on, ends))
    return links


def follow(unit_id: int, day: date, links: dict[int, list[Link]]) -> Outcome:
    """Return what stands on `day` behind the ended unit `unit_id`.

    Along a chain a part stays a part, and one inferred link makes the end inferred.
    """
    reached: dict[int, Arrival] = {}
    unknown = False
    seen: set[int] = set()
    open_ends: list[tuple[int, bool, bool]] = [(unit_id, False, True)]
    while open_ends:
        current, part_so_far, sure_so_far = open_ends.pop(0)
        if current in seen:
            continue
        seen.add(current)
        known = [link for link in links.get(current, ()) if link.on <= day]
        unknown |= not known or any(
            link.successor_id is None and link.certainty == Certainty.UNKNOWN for link in known
        )
        for link in known:
            if link.successor_id is None:
                continue
            part = part_so_far or link.part
            sure = sure_so_far and link.certainty == Certainty.CONFIRMED
            if link.successor_ends and link.successor_ends < day:
                open_ends.append((link.successor_id, part, sure))
            else:
                reached[link.successor_id] = _better(
                    reached.get(link.successor_id),
                    Arrival(part, Certainty.CONFIRMED if sure else Certainty.INFERRED),
                )
    return Outcome(reached, unknown)


def _better(known: Arrival | None, new: Arrival) -> Arrival:
    """Where two ways lead to one unit, the fuller and the better known one count."""
    if known is None:
        return new
    sure = Certainty.CONFIRMED in {known.certainty, new.certainty}
    return Arrival(known.part and new.part, Certainty.CONFIRMED if sure else new.certainty)


def closure(start: Iterable[int], links: dict[int, set[int]]) -> set[int]:
    """Return every id that can be reached from `start`, without the start itself."""
    found: set[int] = set()
    waiting = list(start)
    while waiting:
        for following in links.get(waiting.pop(), ()):
            if following not in found:
                found.add(following)
                waiting.append(following)
    return found
