"""Notices: each occasion told once, readable before it leaves, sent once, kept when it fails."""

from __future__ import annotations

from datetime import timedelta
from smtplib import SMTPException

import pytest
from django.core import mail
from django.core.mail import EmailMessage
from django.db import transaction
from django.utils import timezone, translation

from tests.factories.movements import SmallProvince, small_province
from thidua.accounts.models import User
from thidua.support.edits import EditedMeanwhile
from thidua.support.notices.actions import drop, edit, mark_read, release, send_due, tell
from thidua.support.notices.enums import Channel, NoticeState
from thidua.support.notices.models import Notice
from thidua.support.notices.queries import inbox, outbox, unread_count
from thidua.support.refusals import Refused


@pytest.fixture(autouse=True)
def in_english():
    with translation.override("en"):
        yield


@pytest.fixture
def place(db: None) -> SmallProvince:
    return small_province()


@pytest.fixture
def clerk(place: SmallProvince) -> User:
    User.objects.filter(pk=place.clerk.pk).update(email="clerk@example.vn")
    return User.objects.get(pk=place.clerk.pk)


def told(user: User, key: str = "dossier/1", **more: object) -> Notice:
    with transaction.atomic():
        tell(users=[user], subject="Hồ sơ được tiếp nhận", text="Hồ sơ đã được tiếp nhận.", key=key, **more)
    return Notice.objects.get(user=user, key=key, channel=Channel.EMAIL)


def test_one_occasion_is_told_once_by_each_channel(clerk: User) -> None:
    told(clerk)
    told(clerk)
    assert list(Notice.objects.values_list("channel", flat=True).order_by("channel")) == ["email", "in_app"]


def test_who_has_no_address_is_told_in_the_system(place: SmallProvince) -> None:
    with transaction.atomic():
        tell(users=[place.chairman], subject="s", text="t", key="k")
    assert [one.channel for one in Notice.objects.all()] == [Channel.IN_APP]


def test_what_is_rolled_back_was_never_told(clerk: User) -> None:
    with transaction.atomic():
        tell(users=[clerk], subject="s", text="t", key="k")
        transaction.set_rollback(True)
    assert not Notice.objects.exists()


def test_a_due_notice_leaves_once(clerk: User) -> None:
    told(clerk)
    assert send_due() == (1, 0)
    assert send_due() == (0, 0)
    assert [(one.subject, one.to) for one in mail.outbox] == [("Hồ sơ được tiếp nhận", ["clerk@example.vn"])]


def test_a_notice_is_read_and_changed_before_it_leaves(clerk: User, place: SmallProvince) -> None:
    row = told(clerk, read_first=True)
    assert send_due() == (0, 0)
    changed = edit(
        notice=row, subject="Hồ sơ số 1", text="Mời bổ sung.", version=row.version, by=place.officer
    )
    with pytest.raises(EditedMeanwhile):
        edit(notice=row, subject="Khác", text="Khác", version=row.version, by=place.officer)
    release(notice=changed, by=place.officer)
    assert send_due() == (1, 0)
    assert mail.outbox[0].body == "Mời bổ sung."
    with pytest.raises(Refused):
        edit(notice=row, subject="Muộn", text="Muộn", version=2, by=place.officer)


def test_a_dropped_notice_stays_in_the_outbox_and_never_leaves(clerk: User, place: SmallProvince) -> None:
    row = drop(notice=told(clerk, read_first=True), by=place.officer)
    assert (send_due(), row.state, outbox().count()) == ((0, 0), NoticeState.DROPPED, 1)


def test_a_notice_that_cannot_leave_is_tried_again_then_shown_with_its_fault(
    clerk: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    row = told(clerk)

    def refused(_message: EmailMessage) -> int:
        raise SMTPException("mailbox unavailable")

    moment = timezone.now()
    with monkeypatch.context() as patch:
        patch.setattr(EmailMessage, "send", refused)
        for _attempt in range(5):
            moment += timedelta(hours=1)
            assert send_due(now=moment) == (0, 1)
    row.refresh_from_db()
    assert (row.state, row.attempts, row.fault) == (NoticeState.FAILED, 5, "mailbox unavailable")
    release(notice=row, by=None)
    assert send_due(now=moment + timedelta(hours=1)) == (1, 0)


def test_a_sending_that_was_killed_waits_for_a_person(clerk: User) -> None:
    row = told(clerk)
    long_ago = timezone.now() - timedelta(hours=1)
    Notice.objects.filter(pk=row.pk).update(state=NoticeState.SENDING, claimed_at=long_ago)
    assert send_due() == (0, 0)
    row.refresh_from_db()
    assert (row.state, mail.outbox) == (NoticeState.FAILED, [])


def test_a_notice_is_read_only_by_whom_it_is_for(clerk: User, place: SmallProvince) -> None:
    told(clerk)
    notice = inbox(clerk).get()
    mark_read(notice=notice, by=place.officer)
    assert unread_count(clerk) == 1
    mark_read(notice=notice, by=clerk)
    assert unread_count(clerk) == 0
