"""A council with members, and a session with nominations before it."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.utils import timezone

from tests.factories.built_once import built_once
from tests.factories.movements import SmallProvince, account, small_province
from thidua.accounts.models import User
from thidua.accounts.roles import BOARD_OFFICER, COUNCIL_MEMBER
from thidua.core.vietnamese.fold import fold
from thidua.core.vietnamese.names import sort_key
from thidua.council.actions import add_member, add_to_agenda, open_session, plan_session
from thidua.council.enums import BallotKind, MemberPost
from thidua.council.models import AgendaItem, CouncilMember, Session
from thidua.nominations.enums import DossierState, Level, Outcome, Route
from thidua.nominations.models import Dossier, Nomination
from thidua.orgs.actions import add_position, create_person
from thidua.orgs.models import Person, Unit
from thidua.registry.enums import CommendationType, RecipientKind
from thidua.support.files.actions import store_file
from thidua.support.files.models import StoredFile
from thidua.support.provenance import Provenance

GROUND = "Quy chế hoạt động của Hội đồng, Quyết định số 01/QĐ-HĐ"
TITLE_OF_FIGHTER = "provincial_emulation_fighter"
CERTIFICATE = "provincial_certificate_of_merit"  # by a majority, on a show of hands
NAMES = (
    "Lý Văn An",
    "Hoàng Thị Bích",
    "Nông Văn Cao",
    "Vi Thị Dung",
    "Triệu Văn Đạt",
    "Lương Thị Én",
    "Hứa Văn Giang",
    "Đặng Thị Hòa",
    "Bế Văn Ích",
)
_numbers = itertools.count(1)


@dataclass(frozen=True)
class SmallCouncil:
    """The council of a small province; the first seat is the chair's, the second the secretary's."""

    place: SmallProvince
    secretary: User
    seats: tuple[CouncilMember, ...]

    @property
    def unit(self) -> Unit:
        return self.place.province

    def user(self, number: int) -> User:
        return self.seats[number].user


@built_once
def small_council(members: int = 5, place: SmallProvince | None = None) -> SmallCouncil:
    """Return a council with so many members, kept by an officer of the Board."""
    place = place or small_province()
    secretary = account(BOARD_OFFICER.code, place.province, "Nông Văn Thư")
    posts = [MemberPost.CHAIR, MemberPost.SECRETARY]
    posts += [MemberPost.MEMBER] * (members - len(posts))
    made = tuple(seat(place, name, post) for name, post in zip(NAMES, posts[:members], strict=False))
    return SmallCouncil(place, secretary, made)


def seat(
    place: SmallProvince, name: str, post: str = MemberPost.MEMBER, works_at: Unit | None = None, **more: Any
) -> CouncilMember:
    """Return a new seat in the council of the province, of somebody who works at `works_at`."""
    person = worker(place, name, works_at) if works_at else create_person(full_name=name, by=None)
    return add_member(
        unit=place.province,
        user=account(COUNCIL_MEMBER.code, place.province, name),
        person=person,
        post=post,
        since=date(2020, 1, 1),
        by=place.officer,
        **more,
    )


def worker(place: SmallProvince, name: str, unit: Unit, title: str = "Chuyên viên") -> Person:
    """Return a new person with a position."""
    person = create_person(full_name=name, by=None)
    add_position(person=person, unit=unit, title=title, by=None)
    return person


def dossier(place: SmallProvince, state: str = DossierState.COUNCIL, **more: Any) -> Dossier:
    """Return a dossier of Đề Thám that is before the council of the province."""
    number = next(_numbers)
    return Dossier.objects.create(
        **{
            "code": f"HS-2026-{number:05}",
            "unit": place.de_tham,
            "deciding_unit": place.province,
            "route": Route.MERIT,
            "level": Level.PROVINCE,
            "title": "Đề nghị khen thưởng năm 2026",
            "counting_year": 2026,
            "state": state,
            "submitted_at": timezone.now(),
            "declared_by": place.clerk,
            "opened_by": place.clerk,
            "provenance": Provenance.TEST,
            **more,
        }
    )


def nomination(
    of: Dossier,
    name: str = "",
    award: str = TITLE_OF_FIGHTER,
    kind: str = RecipientKind.INDIVIDUAL,
    **more: Any,
) -> Nomination:
    """Return a nomination of the dossier."""
    number = next(_numbers)
    said = name or f"Đề cử {number}"
    return Nomination.objects.create(
        outcome=more.pop("outcome", Outcome.ELIGIBLE),
        dossier=of,
        ordinal=number,
        recipient_kind=kind,
        recipient_name=said,
        folded_name=fold(said),
        recipient_sort_key=sort_key(said),
        award_code=award,
        commendation_type=CommendationType.MERIT,
        counting_year=2026,
        provenance=Provenance.TEST,
        **more,
    )


def planned(council: SmallCouncil, **more: Any) -> Session:
    """Return a session that begins now and ends in two hours, without agenda."""
    now = timezone.now()
    return plan_session(
        **{
            "unit": council.unit,
            "title": "Xét danh hiệu năm 2026",
            "place": "Phòng họp số 1",
            "opens_at": now - timedelta(minutes=5),
            "closes_at": now + timedelta(hours=2),
            "by": council.secretary,
            "provenance": Provenance.TEST,
            **more,
        }
    )


def agenda(
    council: SmallCouncil, session: Session, *ballots: str, nominations: tuple[Nomination, ...] = ()
) -> list[AgendaItem]:
    """Put a nomination per ballot kind on the agenda, and return the items."""
    of = dossier(council.place)
    given = nominations or tuple(
        nomination(of, award=CERTIFICATE if ballot == BallotKind.SHOW else TITLE_OF_FIGHTER)
        for ballot in ballots
    )
    return [
        add_to_agenda(
            session=session,
            nominations=[one],
            ballot=ballot,
            ground=GROUND,
            by=council.secretary,
        )[0]
        for one, ballot in zip(given, ballots, strict=True)
    ]


def opened(
    council: SmallCouncil, *ballots: str, share: str = "1/5", **more: Any
) -> tuple[Session, list[AgendaItem]]:
    """Return an open session with an item per ballot kind (secret unless said)."""
    session = planned(council, **more)
    items = agenda(council, session, *(ballots or (BallotKind.SECRET,)))
    return opening(council, session, share), items


def opening(council: SmallCouncil, session: Session, share: str = "1/5") -> Session:
    """Open a session under a quorum that the council's own regulation gives."""
    return open_session(session=session, by=council.secretary, quorum_share=share, quorum_ground=GROUND)


def signed_paper(by: User, name: str = "phieu-y-kien.pdf") -> StoredFile:
    """Return a stored scan."""
    return store_file(data=b"%PDF-1.7 " + name.encode(), name=name, by=by)
