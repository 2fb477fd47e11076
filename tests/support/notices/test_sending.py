"""A real mail server on this machine: what leaves, what is tried again, and what a killed sender leaves behind."""

from __future__ import annotations

import os
import signal
from datetime import timedelta
from email import message_from_bytes

import pytest
from django.db import connections
from django.utils import timezone

from tests.factories.movements import small_province
from tests.factories.notices import Mailbox, mail_server, mailed, with_address
from thidua.accounts.models import User
from thidua.support.notices.actions import release, send_due, send_now
from thidua.support.notices.enums import NoticeState, SendFault
from thidua.support.notices.models import Notice

SMTP = "django.core.mail.backends.smtp.EmailBackend"


@pytest.fixture
def box(settings):
    with mail_server() as mailbox:
        settings.EMAIL_BACKEND = SMTP
        settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", mailbox.port
        settings.EMAIL_USE_TLS = settings.EMAIL_USE_SSL = False
        settings.EMAIL_HOST_USER = ""
        settings.DEFAULT_FROM_EMAIL = "ban@langson.gov.vn"
        yield mailbox


@pytest.fixture
def clerk(db) -> User:
    return with_address(small_province().clerk)


def stands(row: Notice) -> tuple[str, str]:
    row.refresh_from_db()
    return row.state, row.fault


def test_a_letter_reaches_the_server_whole_and_once(box: Mailbox, clerk: User) -> None:
    row = mailed(clerk)
    assert (send_due(), send_due()) == ((1, 0), (0, 0))
    (letter,) = (message_from_bytes(text.encode()) for text in box.letters)
    assert (letter["To"], letter["From"]) == ("clerk@example.vn", "ban@langson.gov.vn")
    assert letter["Message-ID"] == f"<thidua-{row.pk}@langson.gov.vn>"
    assert letter.get_payload(decode=True).decode().strip() == "Hồ sơ đã được tiếp nhận."
    assert stands(row) == (NoticeState.SENT, "")


def test_an_address_that_is_refused_waits_for_a_person_with_the_servers_words(
    box: Mailbox, clerk: User
) -> None:
    box.to_recipient = "550 no such user"
    row = mailed(clerk)
    assert send_due() == (0, 1)
    assert stands(row) == (NoticeState.FAILED, SendFault.ADDRESS)
    assert row.fault_said == "550 no such user"
    box.to_recipient = "250 OK"
    assert send_now(notice=release(notice=row, by=clerk)).state == NoticeState.SENT
    assert len(box.letters) == 1


def test_a_server_that_asks_to_come_back_is_asked_again_later_and_later(box: Mailbox, clerk: User) -> None:
    box.answer = "451 come back later"
    row = mailed(clerk)
    moment, pauses = timezone.now(), []
    for _attempt in range(6):
        assert send_due(now=moment) == (0, 1)
        row.refresh_from_db()
        pauses.append((row.due_at - moment).total_seconds() / 60)
        assert send_due(now=moment + timedelta(minutes=9)) == (0, 0)
        moment = row.due_at
    assert pauses == [10, 20, 40, 80, 160, 320]
    assert stands(row) == (NoticeState.FAILED, SendFault.LATER)
    assert send_due(now=moment) == (0, 0)
    assert box.letters == []


def test_one_refused_letter_does_not_keep_the_others(box: Mailbox, clerk: User) -> None:
    first, second = mailed(clerk, "a"), mailed(clerk, "b")
    Notice.objects.filter(pk=first.pk).update(address="không phải địa chỉ")
    assert send_due() == (1, 1)
    assert (stands(first)[0], stands(second)[0]) == (NoticeState.FAILED, NoticeState.SENT)


def test_without_a_server_the_round_ends_and_the_others_keep_their_attempts(
    box: Mailbox, clerk: User, settings
) -> None:
    rows = [mailed(clerk, key) for key in "abc"]
    with mail_server() as closed:
        settings.EMAIL_PORT = closed.port
    assert send_due() == (0, 1)
    for row in rows:
        row.refresh_from_db()
    assert [(row.state, row.attempts) for row in rows] == [("ready", 1), ("ready", 0), ("ready", 0)]
    assert rows[0].fault == SendFault.UNREACHABLE
    settings.EMAIL_PORT = box.port
    assert send_due(now=timezone.now() + timedelta(hours=1)) == (3, 0)


def sender() -> int:
    """Send what is due in a process of its own, and return its id; it ends with 0 when it was not disturbed."""
    connections.close_all()  # each process opens its own
    if child := os.fork():
        return child
    try:
        send_due()
    finally:
        connections.close_all()
        os._exit(0)


def ended(child: int) -> int:
    """Wait for a process, and return its exit code, negative for a signal."""
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


@pytest.mark.django_db(transaction=True)
def test_a_killed_sender_and_two_at_once_send_each_letter_once(box: Mailbox) -> None:
    clerk = with_address(small_province().clerk)
    rows = [mailed(clerk, key) for key in "abcdef"]
    box.may_answer.clear()
    killed = sender()
    assert box.taken.wait(timeout=20)
    os.kill(killed, signal.SIGKILL)  # the server has the letter, the sender never learns of it
    assert ended(killed) == -signal.SIGKILL
    box.may_answer.set()

    assert [ended(child) for child in [sender(), sender()]] == [0, 0]

    names = [message_from_bytes(text.encode())["Message-ID"] for text in box.letters]
    assert sorted(names) == sorted(f"<thidua-{row.pk}@langson.gov.vn>" for row in rows)
    cut_off = Notice.objects.get(state=NoticeState.SENDING)
    assert send_due(now=timezone.now() + timedelta(hours=1)) == (0, 0)
    assert stands(cut_off) == (NoticeState.FAILED, SendFault.CUT_OFF)
    assert Notice.objects.filter(channel="email", state=NoticeState.SENT).count() == 5
    assert len(box.letters) == 6
