"""The e-mails of an office before they leave: read, changed, held, discarded, sent, by those who may."""

from __future__ import annotations

import pytest
from django.core import mail

from tests.factories.notices import mail_server, mailed, with_address
from tests.web.reading import elements, faults, main_text, texts
from thidua.support.audit.models import AuditEntry
from thidua.support.notices.actions import send_due
from thidua.support.notices.enums import NoticeState
from thidua.support.notices.models import Notice

LIST = "/lam-viec/thu-di"


@pytest.fixture
def letters(at):
    """Three e-mails to the clerk: one held, two ready."""
    clerk, office = with_address(at.clerk), at.place.province.pk
    return [
        mailed(clerk, "a", office=office, read_first=True, subject="Chờ đọc"),
        mailed(clerk, "b", office=office, subject="Sẵn sàng"),
        mailed(clerk, "c", office=office, subject="Sẵn sàng nữa"),
    ]


def page(row: Notice) -> str:
    return f"{LIST}/{row.pk}"


def said(row: Notice, verb: str, **more: object) -> dict[str, object]:
    return {"seen": row.version, "subject": row.subject, "text": row.text, "viec": verb, **more}


def state(row: Notice) -> str:
    row.refresh_from_db()
    return row.state


def test_the_office_lists_its_own_e_mails_and_filters_them(at, as_, letters):
    mailed(at.place.clerk.__class__.objects.get(pk=at.clerk.pk), "own", office=None, subject="Của riêng")
    browser = as_(at.officer)
    assert texts(browser.get(LIST), "th", scope="row") == ["Sẵn sàng nữa", "Sẵn sàng", "Chờ đọc"]
    assert texts(browser.get(f"{LIST}?buoc=waiting"), "th", scope="row") == ["Chờ đọc"]
    assert texts(browser.get(f"{LIST}?q=nữa"), "th", scope="row") == ["Sẵn sàng nữa"]


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_costs_the_same_however_long_it_is(at, as_, count, django_assert_num_queries):
    clerk = with_address(at.clerk)
    for number in range(count):
        mailed(clerk, str(number), office=at.place.province.pk)
    browser = as_(at.officer)
    with django_assert_num_queries(6):
        assert browser.get(LIST).status_code == 200


def test_who_does_not_keep_the_outbox_reads_none_of_it(at, as_, letters):
    browser = as_(at.clerk)
    assert browser.get(LIST).status_code == 403
    assert browser.get(page(letters[0])).status_code == 403
    browser.post(f"{LIST}/chon", {"thu": [letters[0].pk], "viec": "gui"})
    assert state(letters[0]) == NoticeState.DRAFT


def test_what_is_for_nobody_but_the_person_is_not_found_by_the_office(at, as_, letters):
    own = mailed(letters[0].user, "own", office=None)
    browser = as_(at.officer)
    assert browser.get(page(own)).status_code == 404
    assert browser.post(page(own), said(own, "gui")).status_code == 404
    assert state(own) == NoticeState.READY


def test_an_e_mail_is_changed_and_sent_at_once(at, as_, letters):
    row = letters[0]
    response = as_(at.officer).post(page(row), said(row, "gui", text="Mời nhận kết quả."), follow=True)
    assert texts(response, "div", class_="notification") == ["Thư đã được gửi."]
    assert [(one.subject, one.body) for one in mail.outbox] == [("Chờ đọc", "Mời nhận kết quả.")]
    assert elements(response, "textarea", name="text") == []
    assert send_due() == (2, 0)
    logged = AuditEntry.objects.filter(action__startswith="orgs.notice").order_by("pk")
    assert list(logged.values_list("action", flat=True)) == ["orgs.notice_edited", "orgs.notice_released"]


def test_what_was_typed_is_kept_when_somebody_else_changed_it_meanwhile(at, as_, letters):
    row = letters[1]
    as_(at.leader).post(page(row), said(row, "luu", text="Bản của lãnh đạo."))
    response = as_(at.officer).post(page(row), said(row, "luu", text="Bản của tôi."))
    assert len(faults(response)) == 1
    assert texts(response, "textarea", name="text") == ["Bản của tôi."]
    row.refresh_from_db()
    assert row.text == "Bản của lãnh đạo."


def test_an_e_mail_is_held_until_it_is_sent(at, as_, letters):
    row = letters[1]
    as_(at.officer).post(page(row), said(row, "giu"))
    assert (state(row), send_due()) == (NoticeState.DRAFT, (1, 0))


def test_discarding_asks_for_a_reason_and_keeps_it(at, as_, letters):
    browser, row = as_(at.officer), letters[0]
    address = f"{LIST}/khong-gui?thu={row.pk}"
    assert texts(browser.get(address), "h1") == ["Bỏ, không gửi 1 thư?"]
    assert len(faults(browser.post(address, {"reason": ""}))) == 1
    assert state(row) == NoticeState.DRAFT
    browser.post(address, {"reason": "Đã báo qua điện thoại."})
    assert state(row) == NoticeState.DROPPED
    assert "Đã báo qua điện thoại." in main_text(browser.get(page(row)))


def test_several_are_sent_held_or_discarded_together(at, as_, letters):
    browser = as_(at.officer)
    everything = [row.pk for row in letters]
    response = browser.post(f"{LIST}/chon", {"thu": everything, "viec": "giu"}, follow=True)
    assert texts(response, "div", class_="notification") == ["Đã giữ lại 3 thư."]
    assert send_due() == (0, 0)
    browser.post(f"{LIST}/chon", {"thu": everything[:2], "viec": "gui"}, follow=True)
    assert send_due() == (2, 0)
    asked = browser.post(f"{LIST}/chon", {"thu": everything, "viec": "khong-gui"})
    browser.post(asked.url, {"reason": "Thừa."}, follow=True)
    assert [state(row) for row in letters] == ["sent", "sent", "dropped"]
    response = browser.post(f"{LIST}/chon", {"viec": "gui"}, follow=True)
    assert texts(response, "div", class_="notification") == ["Hãy chọn ít nhất một thư trước."]


def test_a_failed_e_mail_tells_why_in_words_and_is_tried_again(at, as_, letters, settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_USE_TLS = settings.EMAIL_USE_SSL = False
    row, browser = letters[0], as_(at.officer)
    with mail_server() as box:
        settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", box.port
        box.to_recipient = "550 no such user"
        response = browser.post(page(row), said(row, "gui"))
        sentence = "Máy chủ thư không nhận địa chỉ này. Hãy hỏi người nhận địa chỉ khác rồi thử lại."
        assert faults(response) == [sentence]
        assert sentence in texts(browser.get(LIST), "th", scope="row")[-1]
        assert texts(browser.get(page(row)), "button", value="gui") == ["Thử lại"]
        box.to_recipient = "250 OK"
        row.refresh_from_db()
        browser.post(page(row), said(row, "gui"))
        assert (state(row), len(box.letters)) == (NoticeState.SENT, 1)


def test_what_waits_for_a_person_stands_on_the_work_list(at, as_, letters):
    assert texts(as_(at.officer).get("/viec-cua-toi"), "a", href=f"{LIST}?buoc=waiting") == [
        "1 thư đang giữ lại hoặc không gửi được"
    ]
    assert texts(as_(at.clerk).get("/viec-cua-toi"), "a", href=f"{LIST}?buoc=waiting") == []
