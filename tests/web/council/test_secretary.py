"""The secretary's pages: from the plan to the minutes."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import timedelta
from html import unescape

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

from tests.factories.council import GROUND, SmallCouncil, agenda, dossier, nomination, opened, planned, worker
from tests.factories.movements import account
from tests.web.council.conftest import BACKEND
from thidua.accounts.models import User
from thidua.accounts.roles import COUNCIL_MEMBER
from thidua.council.actions import cast_ballot, close_session, declare_interest, find_recusals
from thidua.council.enums import SessionState
from thidua.council.models import Attendance, CouncilMember, ItemResult, Recusal, Session, Voted, WrittenVote

Enter = Callable[[User], Client]
ALL = "/en/lam-viec/hoi-dong"


def one(session: Session, part: str = "") -> str:
    return f"{ALL}/phien/{session.pk}{part}"


def text(response) -> str:
    main = re.search(r"<main.*?</main>", response.content.decode(), re.S)
    assert main is not None
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", main.group())))


def plan_of(**more: str) -> dict[str, str]:
    return {
        "title": "Xét danh hiệu",
        "place": "Phòng họp số 1",
        "body": "council",
        "opens_on": "20/11/2026",
        "opens_clock": "14:00",
        "closes_at": "20/11/2026",
        "closes_clock": "17h00",
        **more,
    }


def test_a_planned_session_stands_on_its_page_and_in_the_list(council: SmallCouncil, as_: Enter) -> None:
    client = as_(council.secretary)

    answer = client.post(f"{ALL}/phien-moi", plan_of())

    session = Session.objects.get()
    assert answer.headers["Location"] == one(session)
    assert timezone.localtime(session.closes_at).strftime("%d/%m/%Y %H:%M") == "20/11/2026 17:00"
    assert "Xét danh hiệu" in text(client.get(f"{ALL}/thu-ky"))


def test_a_plan_with_a_fault_keeps_what_was_typed(council: SmallCouncil, as_: Enter) -> None:
    page = as_(council.secretary).post(f"{ALL}/phien-moi", plan_of(closes_clock="13:00"))

    assert "The session closes before it opens." in text(page)
    assert re.findall(r'name="(?:title|closes_clock)" value="([^"]*)"', page.content.decode()) == [
        "Xét danh hiệu",
        "13:00",
    ]
    assert Session.objects.count() == 0


def test_a_member_is_seated_and_the_term_ends(council: SmallCouncil, as_: Enter) -> None:
    newcomer = account(COUNCIL_MEMBER.code, council.unit, "Bế Thị Mới")
    client = as_(council.secretary)

    client.post(
        f"{ALL}/thanh-vien/them", {"user": newcomer.pk, "post": "member", "since": "01/01/2024", "person": ""}
    )
    seat = CouncilMember.objects.get(user=newcomer)
    assert "Bế Thị Mới" in text(client.get(f"{ALL}/thanh-vien"))

    client.post(f"{ALL}/thanh-vien/{seat.pk}/ket-thuc", {"until": "31/12/2024"})
    assert "The term of Bế Thị Mới ends on that day." in text(client.get(f"{ALL}/thanh-vien"))
    today, before = text(client.get(f"{ALL}/thanh-vien")).split("Terms before and to come", maxsplit=1)
    assert "Bế Thị Mới" not in today
    assert "Bế Thị Mới Member From 01/01/2024 to 31/12/2024" in before


def test_a_tie_is_declared_and_withdrawn_by_the_member_or_the_secretary_and_stays_in_sight(
    council: SmallCouncil, as_: Enter
) -> None:
    kin = worker(council.place, "Lường Thị Thân", council.place.hung_son)
    seat = council.seats[2]
    tie = declare_interest(member=seat, relation="chị gái", person=kin, by=council.secretary)
    address = f"{ALL}/thanh-vien/{seat.pk}/quan-he/{tie.pk}/rut"
    member, mine = as_(seat.user), f"{ALL}/quan-he-cua-toi"

    assert "chị gái: Lường Thị Thân" in text(member.get(mine))
    assert "chị gái: Lường Thị Thân" in text(as_(council.secretary).get(f"{ALL}/thanh-vien"))
    assert as_(council.user(1)).get(address).status_code == 403
    asked = member.post(address, {"withdrawn_reason": ""})
    tie.refresh_from_db()
    assert (tie.withdrawn_at, "Why the declaration no longer holds" in text(asked)) == (None, True)

    member.post(address, {"withdrawn_reason": "Khai nhầm người"})

    for page in (member.get(mine), as_(council.secretary).get(f"{ALL}/thanh-vien")):
        assert re.search(r"withdrawn on \d\d/\d\d/\d{4}: Khai nhầm người", text(page))


def test_votes_by_name_stand_in_the_result_of_an_open_ballot_only(council: SmallCouncil, as_: Enter) -> None:
    session, (secret, by_ballot) = opened(council, "secret", "ballot")
    for number in range(3):
        chosen = {secret.pk: "no", by_ballot.pk: "yes"}
        cast_ballot(session=session.pk, choices=chosen, by=council.user(number))
    close_session(session=session, by=council.secretary)

    page = text(as_(council.user(2)).get(one(session)))

    names = ", ".join(str(seat) for seat in council.seats)
    assert page.count("Votes by name") == 1
    assert page.count(names) == 1
    assert f"Votes for: {names}" in page


def test_the_secretary_is_told_when_a_count_would_tell_a_secret_vote(
    council: SmallCouncil, as_: Enter
) -> None:
    session, (item,) = opened(council)
    client = as_(council.secretary)
    for number, told in enumerate(("nobody has voted", "only 1 member has", "only 2 members have")):
        assert told in text(client.get(one(session, "/ket-thuc")))
        cast_ballot(session=session.pk, choices={item.pk: "yes"}, by=council.user(number))
    assert "Wait for the others" not in text(client.get(one(session, "/ket-thuc")))


def test_what_is_empty_says_so_and_what_to_do(council: SmallCouncil, as_: Enter) -> None:
    session, client = planned(council), as_(council.secretary)
    member = as_(council.user(2))

    assert "Put nominations on it before you open the session." in text(client.get(one(session)))
    assert "when the secretary has put them on it." in text(member.get(one(session)))
    assert "The roll of the members is made when the session is opened." in text(
        client.get(one(session, "/diem-danh"))
    )
    assert "drafted when the session is closed and counted." in text(client.get(one(session, "/bien-ban")))
    rule = {"quorum_share": "2/3", "quorum_ground": GROUND}
    assert "The agenda is empty. Put nominations on it first." in text(client.post(one(session, "/mo"), rule))
    assert "There is nobody who may still vote in writing." in text(
        client.get(one(session, "/y-kien-bang-van-ban"))
    )
    assert "You have declared no tie" in text(member.get(f"{ALL}/quan-he-cua-toi"))


def test_a_waiting_nomination_comes_onto_the_agenda_and_off_again(council: SmallCouncil, as_: Enter) -> None:
    session, client = planned(council), as_(council.secretary)
    row = nomination(dossier(council.place), "Vi Văn Chờ")

    asked = client.get(one(session, "/chuong-trinh"))
    client.post(
        one(session, "/chuong-trinh"), {"nominations": [row.pk], "ballot": "secret", "ground": GROUND}
    )

    assert "Vi Văn Chờ" in text(asked)
    item = session.items.get()
    assert (item.nomination, item.ballot) == (row, "secret")
    client.post(one(session, f"/muc/{item.pk}/bo"))
    assert session.items.count() == 0


def test_a_conflict_found_in_the_records_is_dismissed_only_with_a_reason(
    council: SmallCouncil, as_: Enter
) -> None:
    session, client = planned(council), as_(council.secretary)
    row = nomination(dossier(council.place, declared_by=council.user(2)), "Vi Văn Chờ")
    agenda(council, session, "secret", nominations=(row,))

    client.post(one(session, "/lien-quan"))
    found = Recusal.objects.get()
    assert str(found.member) in text(client.get(one(session, "/lien-quan")))
    client.post(one(session, f"/lien-quan/{found.pk}/bac"), {"dismissal_reason": ""})
    found.refresh_from_db()
    assert found.state == "proposed"
    client.post(one(session, f"/lien-quan/{found.pk}/bac"), {"dismissal_reason": "Chỉ ký thay"})
    found.refresh_from_db()
    assert (found.state, found.dismissal_reason) == ("dismissed", "Chỉ ký thay")
    assert find_recusals(session=session, by=council.secretary) == []


def test_opening_asks_for_a_ground_and_keeps_the_share(council: SmallCouncil, as_: Enter) -> None:
    session, client = planned(council), as_(council.secretary)
    agenda(council, session, "secret")

    page = client.post(one(session, "/mo"), {"quorum_share": "2/3"})
    assert 'name="quorum_share" value="2/3"' in page.content.decode()
    client.post(one(session, "/mo"), {"quorum_share": "2/3", "quorum_ground": GROUND})

    session.refresh_from_db()
    assert (session.state, session.quorum_share) == (SessionState.OPEN, "2/3")


def test_attendance_extension_and_cancelling(council: SmallCouncil, as_: Enter) -> None:
    session, _items = opened(council)
    client, seats = as_(council.secretary), council.seats
    marks = {f"presence_{seat.pk}": "present" for seat in seats[:2]}
    marks |= {f"presence_{seats[2].pk}": "absent", f"reason_{seats[2].pk}": "Đi công tác"}
    until = timezone.localtime(session.closes_at + timedelta(days=1))

    client.post(one(session, "/diem-danh"), marks)
    client.post(
        one(session, "/gia-han"),
        {"closes_at": until.strftime("%d/%m/%Y"), "closes_clock": "17:00", "reason": "Mất điện"},
    )

    said = Attendance.objects.filter(session=session).order_by("member").values_list("presence", "reason")
    assert list(said) == [("present", ""), ("present", ""), ("absent", "Đi công tác")]
    session.refresh_from_db()
    assert timezone.localtime(session.closes_at).strftime("%H:%M") == "17:00"
    client.post(one(session, "/huy"), {"reason": "Không đủ hồ sơ"})
    session.refresh_from_db()
    assert session.state == SessionState.CANCELLED


def test_hands_and_written_votes_are_entered(council: SmallCouncil, as_: Enter) -> None:
    session, (item,) = opened(council, "show")
    client, seats = as_(council.secretary), council.seats
    paper = SimpleUploadedFile("phieu.pdf", b"%PDF-1.7 ky", content_type="application/pdf")
    address = one(session, f"/y-kien-bang-van-ban?thanh-vien={seats[2].pk}")

    client.post(
        one(session, f"/muc/{item.pk}/gio-tay"), {f"hand_{seats[0].pk}": "yes", f"hand_{seats[1].pk}": "no"}
    )
    signed = timezone.localdate().strftime("%d/%m/%Y")
    client.post(address, {f"item_{item.pk}": "yes", "signed_on": signed, "paper": paper})
    client.post(one(session, "/ket-thuc"), {"reason": ""})

    assert WrittenVote.objects.get().member == seats[2]
    assert [(row.yes, row.no, row.written) for row in ItemResult.objects.all()] == [(2, 1, 1)]


def test_two_tellers_count_paper_ballots_each_alone(council: SmallCouncil, as_: Enter) -> None:
    session, (item,) = opened(council)
    client, seats = as_(council.secretary), council.seats
    first, second = council.user(0), council.user(1)
    paper = one(session, "/phieu-giay")

    client.post(paper, {"lam": "to-kiem-phieu", "first": first.pk, "second": second.pk})
    client.post(paper, {"lam": "phat-phieu", "members": [seat.pk for seat in seats]})
    assert Voted.objects.filter(way="paper").count() == 3
    count = {"issued": "3", "received": "3", "invalid": "0", "yes": "3", "no": "0", "blank": "0"}
    as_(first).post(one(session, f"/muc/{item.pk}/kiem-phieu"), count)
    assert "1 of 2" in text(as_(second).get(paper))
    as_(second).post(one(session, f"/muc/{item.pk}/kiem-phieu"), count)
    client.post(one(session, "/ket-thuc"), {"reason": ""})

    assert [(row.yes, row.passed) for row in ItemResult.objects.all()] == [(3, True)]


def test_minutes_and_tally_sheet_are_drafted_and_downloaded(council: SmallCouncil, as_: Enter) -> None:
    session, (item,) = opened(council)
    for number in range(3):
        cast_ballot(session=session.pk, choices={item.pk: "yes"}, by=council.user(number))
    close_session(session=session, by=council.secretary)
    client = as_(council.secretary)

    client.post(one(session, "/bien-ban"), {"conclusion": "Nhất trí trình."})

    for name in ("bien-ban", "kiem-phieu"):
        answer = client.get(one(session, f"/{name}.docx"))
        assert b"".join(answer.streaming_content)[:2] == b"PK"  # type: ignore[attr-defined]


SECRETARYS = (
    "/chuong-trinh",
    "/lien-quan",
    "/mo",
    "/diem-danh",
    "/gia-han",
    "/huy",
    "/ket-thuc",
    "/bien-ban",
)


@pytest.mark.parametrize("part", SECRETARYS)
def test_members_do_not_do_the_secretarys_work(council: SmallCouncil, as_: Enter, part: str) -> None:
    session, _items = opened(council)

    assert as_(council.user(2)).get(one(session, part)).status_code == 403
    assert as_(council.secretary).get(one(session, part)).status_code == 200


@pytest.mark.parametrize("items", [1, 3])
def test_the_session_page_reads_a_fixed_number_of_times(
    council: SmallCouncil, as_: Enter, items: int, django_assert_num_queries
) -> None:
    session, _items = opened(council, *["secret"] * items)
    client = as_(council.secretary)

    with django_assert_num_queries(14):
        assert client.get(one(session)).status_code == 200


@pytest.mark.parametrize("sessions", [1, 3])
def test_the_list_reads_a_fixed_number_of_times(
    council: SmallCouncil, as_: Enter, sessions: int, django_assert_num_queries
) -> None:
    for _number in range(sessions):
        planned(council)
    client = as_(council.secretary)

    with django_assert_num_queries(6):
        assert client.get(f"{ALL}/thu-ky").status_code == 200


def test_a_conclusion_written_after_the_session_ended_is_there_again(
    council: SmallCouncil, as_: Enter, client: Client
) -> None:
    session, (item,) = opened(council)
    for number in range(3):
        cast_ballot(session=session.pk, choices={item.pk: "yes"}, by=council.user(number))
    close_session(session=session, by=council.secretary)
    address = one(session, "/bien-ban")
    sent = client.post(address, {"conclusion": "Nhất trí trình cả ba."})
    assert sent["Location"] == f"/en/dang-nhap?next={address}"
    client.force_login(council.secretary, backend=BACKEND)
    assert text(client.get(address)).count("Nhất trí trình cả ba.") == 1


def test_a_ballot_or_a_tellers_count_sent_without_a_session_is_kept_nowhere(
    council: SmallCouncil, client: Client
) -> None:
    session, (item,) = opened(council)
    for part in ("/phieu", f"/muc/{item.pk}/kiem-phieu"):
        sent = client.post(one(session, part), {f"item-{item.pk}": "yes", "yes": "3", "no": "0"})
        assert sent["Location"] == f"/en/dang-nhap?next={one(session, part)}"
        assert dict(client.session) == {}
