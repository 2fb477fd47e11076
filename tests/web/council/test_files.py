"""Who reads a nominee's papers: the voters before whom the nominee stands, and of nobody else."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client
from django.utils import timezone

from tests.factories.council import (
    GROUND,
    SmallCouncil,
    dossier,
    nomination,
    opening,
    planned,
    seat,
    signed_paper,
)
from tests.web.reading import main_text
from thidua.accounts.models import User
from thidua.council.actions import add_to_agenda, cancel_session, declare_conflict, end_term
from thidua.council.models import AgendaItem, Session
from thidua.nominations.enums import EvidenceKind
from thidua.nominations.judging import judge
from thidua.nominations.models import Evidence, Nomination, StoredAppraisal
from thidua.support.audit.models import AuditEntry

Enter = Callable[[User], Client]


def file(item: AgendaItem, paper: Evidence | None = None, session: Session | None = None) -> str:
    address = f"/en/lam-viec/hoi-dong/phien/{(session or item.session).pk}/muc/{item.pk}"
    return f"{address}/giay-to/{paper.pk}" if paper else address


def paper(council: SmallCouncil, row: Nomination, whole: bool = False) -> Evidence:
    """Return a paper of a nominee, or of the nominee's whole dossier."""
    name = f"giay-{row.pk}-{whole}.pdf"
    return Evidence.objects.create(
        dossier=row.dossier,
        nomination=None if whole else row,
        kind=EvidenceKind.OTHER,
        title=name,
        file=signed_paper(council.secretary, name),
    )


def checked(row: Nomination) -> StoredAppraisal:
    """Store what the law engine says of a nominee."""
    (judged,) = judge(row.dossier, [row], date(2026, 6, 1))
    return StoredAppraisal.objects.create(
        nomination=row,
        ordinal=1,
        at=timezone.now(),
        verdict=judged.appraisal.verdict.code,
        law_version="1",
        **judged.stored(),
    )


def put(council: SmallCouncil, session: Session, row: Nomination) -> AgendaItem:
    return add_to_agenda(
        session=session, nominations=[row], ballot="secret", ground=GROUND, by=council.secretary
    )[0]


@pytest.fixture
def mine(council: SmallCouncil) -> tuple[AgendaItem, Evidence]:
    """A nominee on the agenda of an open session, with report, check by the law and paper."""
    row = nomination(
        dossier(council.place), "Vi Văn Trình", report="Báo cáo của Trình", outcome_reason="Đủ hồ sơ."
    )
    checked(row)
    session = planned(council)
    item = put(council, session, row)
    item.session = opening(council, session)
    return item, paper(council, row)


def got(client: Client, address: str) -> tuple[int, bytes]:
    """Return the status and the whole answer."""
    answer = client.get(address)
    content = b"".join(answer.streaming_content) if answer.streaming else answer.content  # type: ignore[attr-defined]
    return answer.status_code, content


def test_a_voter_reads_report_check_and_papers_of_a_nominee_of_their_session(
    council: SmallCouncil, as_: Enter, mine: tuple[AgendaItem, Evidence]
) -> None:
    item, scan = mine
    client = as_(council.user(2))

    page = main_text(client.get(file(item)))

    assert "Báo cáo của Trình" in page
    assert "The Board found the nominee eligible by" in page
    assert "Đủ hồ sơ." in page
    assert scan.title in page
    assert got(client, file(item, scan)) == (200, f"%PDF-1.7 {scan.title}".encode())


def test_a_voter_reads_nothing_of_a_nominee_who_is_not_on_their_agenda(
    council: SmallCouncil, as_: Enter, mine: tuple[AgendaItem, Evidence]
) -> None:
    """Neither beside an item of their own session nor at a session of others, and in the words of nothing at all."""
    item, _scan = mine
    other = nomination(dossier(council.place), "Hà Thị Khác", report="Báo cáo của Khác")
    hidden = paper(council, other)
    outsider = seat(council.place, "Chu Văn Mới")
    far = planned(council, body="standing_body")
    far_item = put(council, far, other)
    end_term(member=outsider, until=date(2020, 12, 31), by=council.secretary)
    secretary, client = as_(council.secretary), as_(outsider.user)
    voter = as_(council.user(2))

    # There is something to leak: whoever keeps the council and works on dossiers reads it.
    assert "Báo cáo của Khác" in main_text(secretary.get(file(far_item)))
    assert got(secretary, file(far_item, hidden))[0] == 200

    def said(answer) -> str:
        return main_text(answer).partition("You are signed in as")[0]

    nothing = said(voter.get(file(item).replace(f"/muc/{item.pk}", "/muc/999999")))
    for answer in (
        voter.get(file(item, hidden)),
        voter.get(file(far_item, session=item.session)),
        voter.get(file(far_item, hidden, session=item.session)),
        client.get(file(item)),
        client.get(file(far_item)),
        client.get(file(far_item, hidden)),
    ):
        assert (answer.status_code, said(answer)) == (403, nothing)


def test_looking_for_an_item_that_is_not_theirs_is_logged(council: SmallCouncil, as_: Enter) -> None:
    row = nomination(dossier(council.place), "Hà Thị Khác")
    item = put(council, planned(council), row)
    stranger = seat(council.place, "Chu Văn Cũ")
    end_term(member=stranger, until=date(2020, 12, 31), by=council.secretary)

    as_(stranger.user).get(file(item))

    entry = AuditEntry.objects.filter(action="council.refused").latest("pk")
    assert entry.actor_id == str(stranger.user.pk)
    assert json.loads(entry.details)["attempt"] == "find_item"


def test_a_recused_member_reads_neither_papers_nor_report_and_has_no_ballot_on_it(
    council: SmallCouncil, as_: Enter, mine: tuple[AgendaItem, Evidence]
) -> None:
    item, scan = mine
    client = as_(council.user(2))
    assert got(client, file(item, scan))[0] == 200
    declare_conflict(item=item, explanation="Em ruột", by=council.user(2))

    page = main_text(client.get(file(item)))
    ballot = client.get(f"/en/lam-viec/hoi-dong/phien/{item.session_id}/phieu").content.decode()

    assert "Em ruột" in page
    assert "Báo cáo của Trình" not in page
    assert scan.title not in page
    assert got(client, file(item, scan))[0] == 403
    assert f'name="item_{item.pk}"' not in ballot


def test_papers_of_a_whole_dossier_open_only_when_all_its_nominees_are_before_the_voter(
    council: SmallCouncil, as_: Enter
) -> None:
    """They name everybody in the dossier: not on the agenda, or recused from, is enough to keep them closed."""
    of = dossier(council.place)
    first, second = nomination(of, "Vi Văn Một"), nomination(of, "Vi Văn Hai")
    scan = paper(council, first, whole=True)
    session = planned(council)
    item = put(council, session, first)
    client = as_(council.user(2))
    assert got(client, file(item, scan))[0] == 403

    other = put(council, session, second)
    opening(council, session)
    assert got(client, file(item, scan))[0] == 200

    declare_conflict(item=other, explanation="Em ruột", by=council.user(2))
    assert got(client, file(item, scan))[0] == 403
    assert got(as_(council.user(1)), file(item, scan))[0] == 200


def test_a_withdrawn_paper_and_a_cancelled_session_open_nothing(
    council: SmallCouncil, as_: Enter, mine: tuple[AgendaItem, Evidence]
) -> None:
    item, scan = mine
    client = as_(council.user(2))
    Evidence.objects.filter(pk=scan.pk).update(withdrawn_at=timezone.now())
    assert got(client, file(item, scan))[0] == 403
    Evidence.objects.filter(pk=scan.pk).update(withdrawn_at=None)
    assert got(client, file(item, scan))[0] == 200

    cancel_session(session=item.session, reason="Hoãn", by=council.secretary)

    assert got(client, file(item, scan))[0] == 403
    assert "Báo cáo của Trình" not in main_text(client.get(file(item)))
