"""What comes by e-mail is the person's own choice, and goes only where they proved that it reaches them."""

from __future__ import annotations

import re

from django.core import mail

from tests.factories.notices import told, with_address
from tests.web.reading import elements, faults, main_text, texts
from thidua.accounts.models import User
from thidua.support.notices.models import Notice
from thidua.support.notices.queries import has_confirmed, silenced_kinds

PAGE = "/lam-viec/thong-bao/cai-dat"
ADDRESS = "/lam-viec/thong-bao/dia-chi"


def link_of(letter: mail.EmailMessage) -> str:
    found = re.search(r"http://testserver(/\S+)", letter.body)
    assert found
    return found.group(1)


def test_everything_comes_until_somebody_chooses_and_the_account_is_no_choice(at, as_):
    browser = as_(at.clerk)
    boxes = elements(browser.get(PAGE), "input", type="checkbox")
    assert [box.attributes["value"] for box in boxes if "checked" in box.attributes] == [
        "dossier",
        "due",
        "council",
        "decision",
        "article",
        "role_model",
    ]
    assert len(boxes) == 6
    browser.post(PAGE, {"kinds": ["due"]})
    assert silenced_kinds(at.clerk) == {"dossier", "council", "decision", "article", "role_model"}
    browser.post(PAGE, {"kinds": []})
    assert len(silenced_kinds(at.clerk)) == 6


def test_an_address_is_proved_by_the_letter_that_was_sent_there(at, as_):
    browser = as_(at.clerk)
    response = browser.post(ADDRESS, {"email": "can-bo@example.vn"}, follow=True)
    assert texts(response, "div", class_="notification") == [
        "Thư đang được gửi đến can-bo@example.vn. Hãy mở liên kết trong thư."
    ]
    clerk = User.objects.get(pk=at.clerk.pk)
    assert (clerk.email, has_confirmed(clerk)) == ("can-bo@example.vn", False)
    (letter,) = mail.outbox
    assert letter.to == ["can-bo@example.vn"]
    browser.get(link_of(letter))
    assert has_confirmed(clerk) is False  # programs that look into letters only read
    browser.post(link_of(letter))
    assert has_confirmed(clerk) is True
    assert "đã xác nhận: thư được gửi đến đây" in main_text(browser.get(PAGE))


def test_the_letter_proves_nothing_for_another_account_or_another_address(at, as_):
    browser = as_(at.clerk)
    browser.post(ADDRESS, {"email": "can-bo@example.vn"})
    link = link_of(mail.outbox[0])
    sentence = "Thư này dành cho tài khoản hoặc địa chỉ khác. Hãy yêu cầu gửi thư mới."
    assert faults(as_(at.officer).post(link)) == [sentence]
    User.objects.filter(pk=at.clerk.pk).update(email="khac@example.vn")
    assert faults(as_(at.clerk).post(link)) == [sentence]
    broken = as_(at.clerk).post(link[:-4])
    assert faults(broken) == ["Liên kết xác nhận không đầy đủ hoặc đã quá hạn. Hãy yêu cầu gửi thư mới."]
    assert not has_confirmed(User.objects.get(pk=at.clerk.pk))


def test_two_letters_in_one_hour_are_one(at, as_):
    browser = as_(at.clerk)
    browser.post(ADDRESS, {"email": "can-bo@example.vn"})
    second = browser.post(ADDRESS, {"email": "can-bo@example.vn"})
    assert faults(second) == ["Thư đã được gửi cho bạn. Hãy xem hộp thư; một giờ nữa mới yêu cầu lại được."]
    assert len(mail.outbox) == 1


def test_what_is_no_address_is_told_beside_the_field(at, as_):
    response = as_(at.clerk).post(ADDRESS, {"email": "can-bo"})
    assert faults(response) == ["Nhập địa chỉ theo mẫu ten@langson.gov.vn."]
    assert elements(response, "input", name="email")[0].attributes["value"] == "can-bo"


def test_an_address_that_was_only_entered_gets_no_letters_and_says_so(at, as_):
    clerk = with_address(at.clerk, confirmed=False)
    told(clerk)
    assert not Notice.objects.filter(channel="email").exists()
    assert "chưa xác nhận: chưa có thư nào được gửi đến đây" in main_text(as_(clerk).get(PAGE))
