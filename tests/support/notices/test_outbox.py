"""Notices: each occasion told once, readable before it leaves, sent once, kept when it fails."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core import mail
from django.db import transaction
from django.utils import timezone, translation

from tests.factories.movements import SmallProvince, small_province
from tests.factories.notices import mailed, told, with_address
from thidua.accounts.models import User
from thidua.support.edits import EditedMeanwhile
from thidua.support.notices.actions import (
    choose_kinds,
    drop,
    edit,
    hold,
    mark_all_read,
    mark_read,
    release,
    send_due,
    tell,
)
from thidua.support.notices.enums import Channel, NoticeKind, NoticeState, SendFault
from thidua.support.notices.models import Notice
from thidua.support.notices.queries import inbox, unread_count
from thidua.support.refusals import Refused

OFFICE = 1


@pytest.fixture(autouse=True)
def in_english():
    with translation.override("en"):
        yield


@pytest.fixture
def place(db: None) -> SmallProvince:
    return small_province()


@pytest.fixture
def clerk(place: SmallProvince) -> User:
    return with_address(place.clerk)


def test_one_occasion_is_told_once_by_each_channel(clerk: User) -> None:
    told(clerk)
    told(clerk)
    assert list(Notice.objects.values_list("channel", flat=True).order_by("channel")) == ["email", "in_app"]


def test_who_has_no_address_or_has_not_confirmed_it_is_told_in_the_system(place: SmallProvince) -> None:
    told(place.chairman)
    told(with_address(place.clerk, confirmed=False))
    assert [one.channel for one in Notice.objects.all()] == [Channel.IN_APP] * 2


def test_an_address_that_was_changed_needs_a_new_proof(clerk: User) -> None:
    User.objects.filter(pk=clerk.pk).update(email="other@example.vn")
    told(User.objects.get(pk=clerk.pk))
    assert [one.channel for one in Notice.objects.all()] == [Channel.IN_APP]


def test_a_silenced_kind_comes_in_the_system_only_and_what_concerns_the_account_always(clerk: User) -> None:
    choose_kinds(wanted=[NoticeKind.DOSSIER], by=clerk)
    told(clerk, "a", kind=NoticeKind.COUNCIL)
    told(clerk, "b", kind=NoticeKind.DOSSIER)
    told(clerk, "c", kind=NoticeKind.SECURITY)
    by_mail = Notice.objects.filter(channel=Channel.EMAIL).order_by("key")
    assert list(by_mail.values_list("key", flat=True)) == ["b", "c"]
    assert inbox(clerk).count() == 3
    choose_kinds(wanted=list(NoticeKind), by=clerk)
    told(clerk, "d", kind=NoticeKind.COUNCIL)
    assert by_mail.filter(key="d").count() == 1


def test_who_has_left_is_told_nothing(clerk: User) -> None:
    User.objects.filter(pk=clerk.pk).update(is_active=False)
    with transaction.atomic():
        told_to = tell(
            users=[User.objects.get(pk=clerk.pk), None], subject="s", text="t", key="k", kind=NoticeKind.DUE
        )
    assert (told_to, Notice.objects.count()) == (0, 0)


def test_what_is_rolled_back_was_never_told(clerk: User) -> None:
    with transaction.atomic():
        tell(users=[clerk], subject="s", text="t", key="k", kind=NoticeKind.DOSSIER)
        transaction.set_rollback(True)
    assert not Notice.objects.exists()


def test_a_due_notice_leaves_once(clerk: User) -> None:
    told(clerk)
    assert send_due() == (1, 0)
    assert send_due() == (0, 0)
    assert [(one.subject, one.to) for one in mail.outbox] == [("Hồ sơ được tiếp nhận", ["clerk@example.vn"])]


def test_a_letter_ends_with_where_to_read_it(clerk: User) -> None:
    row = mailed(clerk)
    send_due(foot=lambda one: f"-- {one.pk}")
    assert mail.outbox[0].body == f"Hồ sơ đã được tiếp nhận.\n\n-- {row.pk}"


def test_a_notice_is_read_and_changed_before_it_leaves(clerk: User, place: SmallProvince) -> None:
    row = mailed(clerk, office=OFFICE, read_first=True)
    assert send_due() == (0, 0)
    changed, _what = edit(
        notice=row, subject="Hồ sơ số 1", text="Mời bổ sung.", version=row.version, by=place.officer
    )
    with pytest.raises(EditedMeanwhile):
        edit(notice=row, subject="Khác", text="Khác", version=row.version, by=place.officer)
    release(notice=changed, by=place.officer)
    assert send_due() == (1, 0)
    assert mail.outbox[0].body == "Mời bổ sung."
    with pytest.raises(Refused):
        edit(notice=row, subject="Muộn", text="Muộn", version=2, by=place.officer)


def test_what_nobody_may_read_first_waits_for_nobody(clerk: User) -> None:
    assert mailed(clerk, office=None, read_first=True).state == NoticeState.READY


def test_a_held_notice_waits_until_it_is_released(clerk: User, place: SmallProvince) -> None:
    row = hold(notice=mailed(clerk), by=place.officer)
    assert (send_due(), row.state) == ((0, 0), NoticeState.DRAFT)
    release(notice=row, by=place.officer)
    assert send_due() == (1, 0)


def test_a_discarded_notice_keeps_its_reason_and_never_leaves(clerk: User, place: SmallProvince) -> None:
    row = mailed(clerk)
    with pytest.raises(Refused) as caught:
        drop(notice=row, reason="  ", by=place.officer)
    assert list(caught.value.faults) == ["reason"]
    dropped = drop(notice=row, reason="Gửi nhầm đơn vị.", by=place.officer)
    assert (send_due(), dropped.state, dropped.discard_reason) == (
        (0, 0),
        NoticeState.DROPPED,
        "Gửi nhầm đơn vị.",
    )
    assert unread_count(clerk) == 1


def test_a_sending_that_was_killed_waits_for_a_person(clerk: User) -> None:
    row = mailed(clerk)
    long_ago = timezone.now() - timedelta(hours=1)
    Notice.objects.filter(pk=row.pk).update(state=NoticeState.SENDING, claimed_at=long_ago)
    assert send_due() == (0, 0)
    row.refresh_from_db()
    assert (row.state, row.fault, mail.outbox) == (NoticeState.FAILED, SendFault.CUT_OFF, [])


def test_a_notice_is_read_only_by_whom_it_is_for(clerk: User, place: SmallProvince) -> None:
    notice = told(clerk)
    mark_read(notice=notice, by=place.officer)
    assert mark_all_read(by=place.officer) == 0
    assert unread_count(clerk) == 1
    mark_read(notice=notice, by=clerk)
    assert unread_count(clerk) == 0


def test_all_or_some_are_marked_as_read(clerk: User) -> None:
    first, *_others = [told(clerk, key) for key in ("a", "b", "c")]
    assert (mark_all_read(by=clerk, only=[first.pk]), unread_count(clerk)) == (1, 2)
    assert (mark_all_read(by=clerk), unread_count(clerk)) == (2, 0)
