"""The invented council of the province: its seats, a session that is over, and one that is open for voting."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from typing import Final

from django.utils import timezone

from thidua.accounts.models import User
from thidua.council.actions import (
    add_member,
    add_to_agenda,
    cast_ballot,
    close_session,
    draft_minutes,
    mark_attendance,
    open_session,
    plan_session,
)
from thidua.council.enums import BallotKind, Choice, MemberPost, Presence
from thidua.council.models import AgendaItem, CouncilMember, Session
from thidua.council.queries.ballots import ballot_of
from thidua.demo.illustration.days import ago, day_ago
from thidua.demo.illustration.road import CERTIFICATE
from thidua.nominations.models import Dossier, Nomination
from thidua.orgs.models import Unit
from thidua.support.provenance import Provenance

GROUND: Final = "Quy chế hoạt động của Hội đồng (minh họa)"
POSTS: Final = (MemberPost.CHAIR, MemberPost.VICE_CHAIR, MemberPost.SECRETARY)
DAYS_TO_VOTE: Final = 7


class Council:
    """The council, kept by the Board's officer."""

    def __init__(self, unit: Unit, members: Sequence[User], officer: User) -> None:
        self.unit, self._officer = unit, officer
        self._seats = [self._seat(user, number) for number, user in enumerate(members)]

    def hold(self, dossiers: Sequence[Dossier], days: int, against: Sequence[Nomination] = ()) -> Session:
        """Hold a session so many working days ago, in which all passed but the nominations `against`."""
        opens = ago(days)
        closes = opens + timedelta(hours=3)
        session = self._opened(
            "Xét khen thưởng thành tích trong năm, phiên thứ nhất", opens, closes, dossiers
        )
        for seat in self._seats:
            self._vote(session, seat, opens + timedelta(hours=1), {one.pk for one in against})
        session = close_session(session=session, by=self._officer, at=closes)
        return draft_minutes(session=session, by=self._officer)

    def open(self, dossiers: Sequence[Dossier], voted: int) -> Session:
        """Open a session this hour for a week; the first `voted` seats have voted."""
        now = timezone.now()
        last_day = timezone.localdate() + timedelta(days=DAYS_TO_VOTE)
        closes = timezone.make_aware(datetime.combine(last_day, time(17)))
        session = self._opened("Xét khen thưởng thành tích trong năm, phiên thứ hai", now, closes, dossiers)
        for seat in self._seats[:voted]:
            self._vote(session, seat, timezone.now(), set())
        return session

    def _opened(self, title: str, opens: datetime, closes: datetime, dossiers: Sequence[Dossier]) -> Session:
        session = plan_session(
            unit=self.unit,
            title=f"{title} (minh họa)",
            place="Phòng họp trụ sở UBND tỉnh (minh họa)",
            opens_at=opens,
            closes_at=closes,
            provenance=Provenance.ILLUSTRATIVE,
            by=self._officer,
        )
        for dossier in dossiers:
            for one in dossier.nominations.order_by("ordinal"):
                ballot = BallotKind.BALLOT if one.award_code == CERTIFICATE else BallotKind.SECRET
                add_to_agenda(
                    session=session, nominations=[one], ballot=ballot, ground=GROUND, by=self._officer
                )
        session = open_session(session=session, by=self._officer, quorum_ground=GROUND, at=opens)
        present = {seat.pk: Presence.PRESENT for seat in self._seats}
        mark_attendance(session=session, presence=present, by=self._officer)
        return session

    def _vote(self, session: Session, seat: CouncilMember, at: datetime, against: set[int]) -> None:
        choices: dict[int, str] = {}
        for line in ballot_of(session, seat):
            if line.is_asked:
                choices[line.item.pk] = self._choice(line.item, seat, against)
        cast_ballot(session=session.pk, choices=choices, by=seat.user, at=at)

    def _choice(self, item: AgendaItem, seat: CouncilMember, against: set[int]) -> Choice:
        if item.nomination_id in against:
            return Choice.YES if seat == self._seats[-1] else Choice.NO
        return Choice.YES

    def _seat(self, user: User, number: int) -> CouncilMember:
        return add_member(
            unit=self.unit,
            user=user,
            since=date(day_ago(0).year - 1, 7, 1),
            post=POSTS[number] if number < len(POSTS) else MemberPost.MEMBER,
            standing=number < len(POSTS),
            title=user.full_name,
            decision_number="01/QĐ-MH",
            provenance=Provenance.ILLUSTRATIVE,
            by=self._officer,
        )
