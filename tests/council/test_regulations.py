"""The regulation by which a council works, and sessions that met on paper and are entered afterwards."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.utils import timezone

from tests.factories.council import (
    CERTIFICATE,
    TITLE_OF_FIGHTER,
    SmallCouncil,
    agenda,
    dossier,
    nomination,
    opening,
    planned,
)
from thidua.council.actions import (
    Counted,
    Regulated,
    add_to_agenda,
    cast_ballot,
    close_session,
    issue_paper_ballots,
    key_paper_count,
    name_tellers,
    open_session,
    record_regulation,
    withdraw_regulation,
)
from thidua.council.models import CouncilRegulation, Session
from thidua.council.queries import regulation_on, results, session_paper
from thidua.council.refused import VotingOver
from thidua.support.refusals import NotAllowed, Refused

CITED = "Quy chế Hội đồng, số 12/QĐ-HĐ ngày 05/01/2026"


def recorded(council: SmallCouncil, regulated: Regulated | None = None, **more: object) -> CouncilRegulation:
    values: dict[str, object] = {
        "unit": council.unit,
        "title": "Quy chế Hội đồng",
        "number": "12/QĐ-HĐ",
        "issued_on": date(2026, 1, 5),
        "by": council.secretary,
        "regulated": regulated,
    }
    return record_regulation(**values | more)  # type: ignore[arg-type]


def test_the_recorded_regulation_is_the_ground_of_agenda_and_opening(council: SmallCouncil) -> None:
    recorded(council, Regulated(quorum_share="3/5", fighters_percent=95, recused_counted=False))
    session = planned(council)
    given = [nomination(dossier(council.place), award=award) for award in (TITLE_OF_FIGHTER, CERTIFICATE)]
    fighter, certificate = add_to_agenda(session=session, nominations=given, by=council.secretary)
    assert (fighter.percent, fighter.strictly, fighter.ground) == (95, False, CITED)
    assert (certificate.percent, certificate.strictly, certificate.ground) == (50, True, CITED)
    row = open_session(session=session, by=council.secretary)
    assert (row.quorum_share, row.quorum_ground) == ("3/5", CITED)
    assert (row.recused_counted, row.recused_ground) == (False, CITED)


def test_a_regulation_asks_for_less_than_a_sure_law_in_vain(council: SmallCouncil) -> None:
    recorded(council, Regulated(fighters_percent=60))
    old = dossier(council.place, received_on=date(2025, 3, 3), reception_year=2025, reception_number=1)
    (item,) = add_to_agenda(session=planned(council), nominations=[nomination(old)], by=council.secretary)
    assert (item.percent, item.ground) == (90, "")


def test_another_province_is_never_cited_as_if_it_bound(council: SmallCouncil) -> None:
    session = planned(council)
    (item,) = agenda(council, session, "secret")
    row = opening(council, session, "")
    assert item.cites == "Nghị định 152/2025/NĐ-CP; khoản 7 Điều 30 Nghị định 98/2023/NĐ-CP"
    assert row.quorum_cites == ""


def test_a_later_regulation_takes_over_and_a_withdrawn_one_stays_in_the_history(
    council: SmallCouncil,
) -> None:
    first = recorded(council)
    second = recorded(council, number="20/QĐ-HĐ", issued_on=date(2026, 6, 1))
    days = (date(2026, 1, 4), date(2026, 1, 5), date(2026, 6, 1))
    assert [regulation_on(council.unit, day) for day in days] == [None, first, second]
    withdraw_regulation(regulation=second, reason="Ghi nhầm số", by=council.secretary)
    assert regulation_on(council.unit, days[2]) == first
    assert CouncilRegulation.objects.count() == 2


def test_what_is_wrong_with_a_regulation_is_said_at_its_field(council: SmallCouncil) -> None:
    with pytest.raises(Refused) as refusal:
        recorded(
            council,
            Regulated(quorum_share="5/4", flags_percent=0),
            title=" ",
            since=date(2026, 1, 1),
        )
    assert set(refusal.value.faults) == {"title", "quorum_share", "flags_percent", "since"}
    with pytest.raises(NotAllowed):
        recorded(council, by=council.user(2))
    assert CouncilRegulation.objects.count() == 0


def test_a_session_that_met_on_paper_is_entered_afterwards(council: SmallCouncil) -> None:
    ended = timezone.now() - timedelta(days=2)
    session = planned(council, opens_at=ended - timedelta(hours=2), closes_at=ended)
    recorded(council, Regulated(quorum_share="2/3"), issued_on=date(2020, 1, 5))
    (item,) = add_to_agenda(
        session=session,
        nominations=[nomination(dossier(council.place))],
        ballot="secret",
        by=council.secretary,
    )
    tellers = (council.user(0), council.user(1))
    name_tellers(session=session, first=tellers[0], second=tellers[1], by=council.secretary)
    session = open_session(session=session, by=council.secretary, entered_later=True)
    with pytest.raises(VotingOver):
        cast_ballot(session=session.pk, choices={item.pk: "yes"}, by=council.user(0))
    issue_paper_ballots(session=session, members=council.seats, by=council.secretary)
    for teller in tellers:
        key_paper_count(item=item, counted=Counted(issued=5, received=5, invalid=0, yes=5, no=0), by=teller)
    session = close_session(session=session, by=council.secretary)
    (result,) = results(session)
    assert (result.yes, result.passed) == (5, True)
    assert (session.opened_at, session.closed_at) == (session.opens_at, ended)
    assert session_paper(session).tellers == tuple(str(teller) for teller in tellers)


def test_a_session_to_come_is_not_entered_afterwards(council: SmallCouncil) -> None:
    session = planned(council)
    agenda(council, session, "secret")
    with pytest.raises(Refused):
        open_session(session=session, by=council.secretary, entered_later=True, quorum_ground="Quy chế")
    assert Session.objects.get().state == "planned"
