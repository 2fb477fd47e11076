"""Look through the register for lines that may be about one person."""

from __future__ import annotations

import time
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from django.db import transaction
from django.utils import timezone

from thidua.accounts.models import User
from thidua.core.vietnamese.fold import fold
from thidua.registry.actions.identity_heartbeat import beating
from thidua.registry.actions.start_identity_search import (
    fail_identity_search,
    finish_identity_search,
    require_own_run,
    start_identity_search,
    tell_identity_search,
)
from thidua.registry.enums import IdentityAnswer, SearchStep
from thidua.registry.identities.candidates import Found, found_in, still_open
from thidua.registry.identities.engines import Engine, EngineMissing
from thidua.registry.identities.reading import Side, sides_of_register
from thidua.registry.identities.rights import require_deciding_identities
from thidua.registry.models import IdentityCandidate, IdentitySearch
from thidua.support.audit.actions.record import record

BATCH: Final = 1_000
_WAITING: Final = (IdentityAnswer.OPEN, IdentityAnswer.UNSURE)
_REFRESHED: Final = (
    *("left_person_id", "right_person_id", "left_award_id", "right_award_id", "left_awards", "right_awards"),
    *("left_name", "right_name", "left_place_id", "right_place_id", "search_text"),
    *("probability", "usefulness", "reasons", "found_at"),
)


@dataclass(frozen=True)
class Search:
    """What a run looked at and found: pairs that wait for an answer, how many of them are new."""

    persons: int
    awards: int
    waiting: int
    new: int
    seconds: float


def find_identities(
    *, by: User | None, engine: Engine = Engine.DUCKDB, search: IdentitySearch | None = None
) -> Search:
    """Store the pairs that may be one person and return what was found; nobody is merged.

    Answers given before are kept, and what was said not to be one person is not offered again; pairs that nobody has
    answered and that are found no more go. `search`: begun before by `start_identity_search`; it is told how far the
    run is. Raises NotAllowed, Refused while another run is under way, or engines.EngineMissing.
    """
    require_deciding_identities(by)
    run = search or start_identity_search(by=by)
    try:
        with beating(run):
            return _sought(run, by, engine)
    except BaseException as fault:
        fail_identity_search(search=run, fault=str(fault) if isinstance(fault, EngineMissing) else "")
        raise


def _sought(run: IdentitySearch, by: User | None, engine: Engine) -> Search:
    started = time.monotonic()
    sides = sides_of_register()
    persons = sum(side.person_id is not None for side in sides)
    awards = sum(len(side.awards) for side in sides)
    tell_identity_search(search=run, step=SearchStep.COMPARING, persons=persons, awards=awards)
    found = {one.keys: one for one in found_in(sides, engine)}
    offered = {one.keys for one in still_open(found.values())}
    tell_identity_search(search=run, step=SearchStep.STORING)
    with transaction.atomic():
        require_own_run(run)
        new = _store(found, offered)
        waiting = IdentityCandidate.objects.filter(answer__in=_WAITING).count()
        told = Search(persons, awards, waiting, new, round(time.monotonic() - started, 1))
        finish_identity_search(search=run, waiting=waiting, new=new, seconds=told.seconds)
        details = {"persons": persons, "awards": awards, "waiting": waiting, "new": new}
        record(by=by, action="registry.identities_sought", subject=run, details=details)
    return told


def _store(found: dict[tuple[str, str], Found], offered: set[tuple[str, str]]) -> int:
    known = {
        (row.left_key, row.right_key): row for row in IdentityCandidate.objects.order_by().iterator(5_000)
    }
    gone = [row.pk for keys, row in known.items() if keys not in offered and row.answer in _WAITING]
    for some in _parts(gone):
        IdentityCandidate.objects.filter(pk__in=some).delete()
    fresh, again = [], []
    for keys, one in found.items():
        row = known.get(keys)
        if row is None and keys in offered:
            fresh.append(_filled(IdentityCandidate(left_key=keys[0], right_key=keys[1]), one))
        elif row is not None and (keys in offered or _has_lost_a_side(row)):
            again.append(_filled(row, one))
    IdentityCandidate.objects.bulk_create(fresh, batch_size=BATCH)
    IdentityCandidate.objects.bulk_update(
        again, [name.removesuffix("_id") for name in _REFRESHED], batch_size=BATCH
    )
    return len(fresh)


def _has_lost_a_side(row: IdentityCandidate) -> bool:
    """A book was undone and imported again: the same lines are there under other numbers."""
    return (row.left_person_id or row.left_award_id) is None or (
        row.right_person_id or row.right_award_id
    ) is None


def _filled(row: IdentityCandidate, one: Found) -> IdentityCandidate:
    for name, side in (("left", one.left), ("right", one.right)):
        setattr(row, f"{name}_person_id", side.person_id)
        setattr(row, f"{name}_award_id", side.awards[0] if side.awards else None)
        setattr(row, f"{name}_awards", side.awards)
        setattr(row, f"{name}_name", side.name)
        setattr(row, f"{name}_place_id", side.place or None)
    row.search_text = " ".join(dict.fromkeys(map(_searched, (one.left, one.right))))
    row.probability, row.usefulness = one.probability, one.usefulness
    row.reasons, row.found_at = list(one.reasons), timezone.now()
    return row


def _searched(side: Side) -> str:
    return fold(" ".join([side.name, *(line.unit_text for line in side.lines)]))


def _parts(ids: list[int]) -> Iterable[list[int]]:
    return (ids[start : start + 500] for start in range(0, len(ids), 500))
