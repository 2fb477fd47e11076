"""Sessions of the council over the dossiers that wait for it."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Final

from thidua.accounts.models import User
from thidua.config.simulation.places import Places
from thidua.council.actions import add_to_agenda, cast_ballot, close_session, open_session, plan_session
from thidua.council.enums import Choice
from thidua.council.models import CouncilMember, Session
from thidua.council.queries.ballots import ballot_of
from thidua.nominations.enums import Outcome
from thidua.nominations.models import Nomination
from thidua.support.provenance import Provenance

ITEMS_IN_SESSION: Final = 300
GROUND: Final = "Quy chế hoạt động của Hội đồng (minh họa)"


def hold_session(dossiers: Mapping[int, bool], places: Places, now: datetime) -> None:
    """Hold one session over dossiers (id → whether the council will pass it), from the agenda to the count."""
    secretary = places.officers[0]
    session = plan_session(
        unit=places.province,
        title="Họp Hội đồng Thi đua – Khen thưởng",
        place="Phòng họp số 1",
        opens_at=now,
        closes_at=now + timedelta(hours=4),
        by=secretary,
        provenance=Provenance.ILLUSTRATIVE,
    )
    eligible = Nomination.objects.filter(dossier__in=list(dossiers), outcome=Outcome.ELIGIBLE)
    rows = eligible.select_related("dossier__deciding_unit").order_by("dossier", "ordinal")
    add_to_agenda(session=session, nominations=list(rows), ground=GROUND, by=secretary)
    session = open_session(session=session, quorum_share="2/3", quorum_ground=GROUND, by=secretary)
    for number, member in enumerate(places.members):
        _vote(session, member, number, dossiers)
    close_session(session=session, by=secretary)


def _vote(session: Session, user: User, number: int, passes: Mapping[int, bool]) -> None:
    """Everybody votes for what passes; of the rest only every third member does."""
    seat = CouncilMember.objects.get(user=user)
    choices = {
        line.item.pk: Choice.YES if passes[line.item.nomination.dossier_id] or number % 3 == 0 else Choice.NO
        for line in ballot_of(session, seat)
        if line.is_asked
    }
    cast_ballot(session=session.pk, choices=choices, by=user)


def with_passed(dossiers: Collection[int]) -> set[int]:
    """Return those of the dossiers (ids) in which the council left anybody to propose."""
    passed = Nomination.objects.filter(dossier__in=dossiers, outcome=Outcome.PASSED)
    return set(passed.values_list("dossier_id", flat=True))


def in_sessions(dossiers: Sequence[int], nominees: Mapping[int, int]) -> list[list[int]]:
    """Return the dossiers cut into sessions of a bearable agenda."""
    cut: list[list[int]] = [[]]
    items = 0
    for pk in dossiers:
        if cut[-1] and items + nominees[pk] > ITEMS_IN_SESSION:
            cut.append([])
            items = 0
        cut[-1].append(pk)
        items += nominees[pk]
    return cut
