"""Nobody's dossier hangs without a message: every move of the flow tells somebody, and the right ones."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.utils import timezone, translation

from tests.factories import nominations as make
from tests.factories.nominations import Desk, desk
from tests.factories.notices import with_address
from thidua.accounts.models import User
from thidua.core.workflow import dossier as flow
from thidua.nominations import actions
from thidua.nominations.actions.moving import log_move
from thidua.nominations.enums import FaultCode, SuspensionCause
from thidua.nominations.models import Dossier
from thidua.nominations.reminding import remind
from thidua.nominations.telling import TO_OFFICE, TO_UNIT, tell_of_move
from thidua.support.notices.enums import Channel, NoticeKind
from thidua.support.notices.models import Notice

VERBS = sorted({move.verb for move in flow.DOSSIER.moves} | {flow.SUSPEND, flow.LIFT})


@pytest.fixture
def at(db: None) -> Desk:
    return desk()


def subjects(user: User) -> list[str]:
    told = Notice.objects.filter(user=user, channel=Channel.IN_APP).order_by("id")
    return list(told.values_list("subject", flat=True))


def last(user: User) -> Notice:
    return Notice.objects.filter(user=user, channel=Channel.IN_APP).latest("id")


@pytest.mark.parametrize("verb", VERBS)
def test_every_move_of_the_flow_tells_somebody(at: Desk, verb: str) -> None:
    dossier = make.draft(at)
    logged = log_move(dossier, verb, source=dossier.state, by=at.officer, at=timezone.now())
    tell_of_move(dossier, logged)
    people = set(Notice.objects.filter(about_code=dossier.code).values_list("user", flat=True))
    expected = {at.clerk.pk} if verb in TO_UNIT else set()
    expected |= {at.officer.pk, at.leader.pk} if verb in TO_OFFICE else set()
    assert people == expected
    assert len(people) > 0


def test_no_message_is_written_for_a_move_that_does_not_exist() -> None:
    assert sorted({*TO_UNIT, *TO_OFFICE} - set(VERBS)) == []


def test_on_the_whole_road_the_unit_knows_where_its_dossier_is(at: Desk) -> None:
    dossier = make.proposed(at)
    code = dossier.code
    assert subjects(at.clerk) == [
        f"Hồ sơ {code} đã được tiếp nhận",
        f"Hồ sơ {code} đã thẩm định xong",
        f"Hồ sơ {code} đã đưa ra Hội đồng",
        f"Hồ sơ {code} đã được trình để quyết định",
    ]
    assert subjects(at.officer)[0] == f"Hồ sơ {code} chờ tiếp nhận"


def test_a_return_names_every_fault_and_what_to_do(at: Desk) -> None:
    faults = [
        actions.FaultFound(field="met_on", code=FaultCode.MINUTES, text="Sửa lại ngày họp."),
        actions.FaultFound(field="letter_number", code=FaultCode.MINUTES, text="Ghi số tờ trình."),
    ]
    dossier = make.returned(at, *faults)
    row = last(at.clerk)
    assert row.subject == f"Hồ sơ {dossier.code} bị trả lại để hoàn thiện"
    lines = row.text.splitlines()
    assert [line for line in lines if line[:1].isdigit()] == ["1. Sửa lại ngày họp.", "2. Ghi số tờ trình."]
    assert lines[-1] == "Hãy sửa đủ các điểm nêu ở đây rồi gửi lại hồ sơ."


def test_the_officer_who_holds_it_is_told_when_it_comes_back(at: Desk) -> None:
    dossier = make.returned(at)
    for fault in dossier.faults.all():
        actions.mend_fault(fault=fault, by=at.clerk)
    dossier.refresh_from_db()
    actions.resubmit_dossier(dossier=dossier, declared=True, by=at.clerk)
    assert last(at.officer).subject == f"Hồ sơ {dossier.code} đã được hoàn thiện và nộp lại"
    assert subjects(at.leader) == [f"Hồ sơ {dossier.code} chờ tiếp nhận"]


def test_people_are_told_in_the_language_of_the_house_whoever_acts(at: Desk) -> None:
    with translation.override("en"):
        dossier = make.received(at)
    assert subjects(at.clerk) == [f"Hồ sơ {dossier.code} đã được tiếp nhận"]


def test_what_is_verified_about_a_person_stays_out_of_the_message(at: Desk) -> None:
    dossier = make.received(at)
    stopped = actions.suspend(
        dossier=dossier,
        cause=SuspensionCause.values[0],
        reason="Công an đang xác minh đơn thư.",
        by=at.officer,
    )
    row = last(at.clerk)
    assert row.subject == f"Hồ sơ {dossier.code} bị tạm dừng"
    assert "Công an" not in row.text
    actions.lift_suspension(suspension=stopped, reason="Đơn không có cơ sở.", by=at.officer)
    assert last(at.clerk).subject == f"Một việc tạm dừng trong hồ sơ {dossier.code} đã được gỡ"


def test_when_who_opened_it_has_left_whoever_works_for_the_unit_now_is_told(at: Desk) -> None:
    dossier = make.submitted(at)
    follower = make.account("unit_officer", at.place.de_tham, "Hoàng Thị Kế")
    User.objects.filter(pk=at.clerk.pk).update(is_active=False)
    actions.receive_dossier(dossier=dossier, by=at.officer)
    assert subjects(follower) == [f"Hồ sơ {dossier.code} đã được tiếp nhận"]


def test_the_office_may_read_the_e_mail_and_it_leads_to_the_dossier(at: Desk) -> None:
    with_address(at.clerk)
    dossier = make.received(at)
    row = Notice.objects.get(channel=Channel.EMAIL)
    assert (row.office, row.about_kind, row.about_code, row.kind) == (
        dossier.deciding_unit_id,
        "dossier",
        dossier.code,
        NoticeKind.DOSSIER,
    )


def due(dossier: Dossier, day: date) -> Dossier:
    Dossier.objects.filter(pk=dossier.pk).update(due_on=day)
    dossier.refresh_from_db()
    Notice.objects.all().delete()
    return dossier


def test_what_is_due_soon_is_told_to_its_holder_once(at: Desk) -> None:
    today = timezone.localdate()
    dossier = due(make.received(at), today)
    far = due(make.received(at), today + timedelta(days=60))
    assert (remind(today), remind(today)) == (1, 0)
    assert subjects(at.officer) == [f"Hồ sơ {dossier.code} đến hạn ngày {today:%d/%m/%Y}"]
    assert not Notice.objects.filter(about_code=far.code).exists()


def test_what_nobody_has_received_yet_is_told_to_all_who_may_receive_it(at: Desk) -> None:
    today = timezone.localdate()
    due(make.submitted(at), today)
    assert remind(today) == 1
    assert (len(subjects(at.officer)), len(subjects(at.leader)), len(subjects(at.clerk))) == (1, 1, 0)


def test_what_is_late_is_told_to_leaders_and_unit_too_and_every_week_again(at: Desk) -> None:
    today = timezone.localdate()
    dossier = due(make.received(at), today - timedelta(days=1))
    assert [remind(today + timedelta(days=days)) for days in (0, 0, 1, 6, 6, 13)] == [1, 0, 0, 1, 0, 1]
    late = f"Hồ sơ {dossier.code} đã quá hạn: hạn là ngày {dossier.due_on:%d/%m/%Y}"
    assert subjects(at.officer) == [late] * 3
    assert subjects(at.leader) == [late] * 3
    assert subjects(at.clerk) == [late]


def test_a_unit_is_reminded_of_what_waits_for_it_each_week(at: Desk) -> None:
    dossier = make.returned(at)
    Notice.objects.all().delete()
    today = timezone.localdate()
    assert [remind(today + timedelta(days=days)) for days in (0, 6, 7, 8, 14)] == [0, 0, 1, 0, 1]
    assert subjects(at.clerk) == [f"Hồ sơ {dossier.code} đang chờ đơn vị"] * 2


def test_a_suspended_dossier_is_neither_due_nor_late(at: Desk) -> None:
    today = timezone.localdate()
    dossier = due(make.received(at), today)
    Dossier.objects.filter(pk=dossier.pk).update(suspended=True)
    assert remind(today) == 0


@pytest.mark.parametrize("count", [1, 3])
def test_a_second_run_costs_the_same_whatever_waits(at: Desk, count: int, django_assert_num_queries) -> None:
    today = timezone.localdate()
    for _number in range(count):
        Dossier.objects.filter(pk=make.received(at).pk).update(due_on=today)
    remind(today)
    with django_assert_num_queries(3):
        assert remind(today) == 0
