"""The page that takes any follow-up code."""

import pytest
from django.core.cache import cache
from django.test import Client

from tests.web.reading import faults, main_text, texts
from thidua.core.follow_up import new_code
from thidua.web.shell import follow_up
from thidua.web.shell.follow_up import Followed
from thidua.web.shell.tags import Tag


@pytest.fixture(autouse=True)
def nobody_has_asked_yet():
    cache.clear()
    yield
    cache.clear()


@pytest.fixture
def code(monkeypatch):
    made = new_code("ZZ")
    told = Followed("Thư của bạn", Tag("đang chờ"), "Cơ quan đang đọc <b>thư</b>.", answer="Đã ghi nhận.")
    monkeypatch.setattr(follow_up, "_tellers", {"ZZ": [lambda asked: told if asked == made else None]})
    return made


def test_the_page_asks_for_a_code_and_is_in_no_search_engine(client):
    response = client.get("/theo-doi")
    assert texts(response, "h1") == ["Theo dõi nội dung đã gửi"]
    assert response["X-Robots-Tag"] == "noindex"
    assert response.cookies == {}


def test_only_who_comes_from_sending_without_a_receipt_reads_why_no_code_is_shown(client):
    said = "Nội dung đã đến nơi"
    assert said not in main_text(client.get("/theo-doi"))
    assert said in main_text(client.get("/theo-doi?khong-co-bien-nhan=1"))


def test_a_code_tells_its_state_in_a_sentence_with_the_answer_as_plain_text(client, code):
    response = client.post("/theo-doi", {"ma": code.lower().replace("-", " ")})
    assert texts(response, "h2")[0] == "Thư của bạn"
    assert "Cơ quan đang đọc <b>thư</b>." in main_text(response)
    assert "&lt;b&gt;thư&lt;/b&gt;" in response.content.decode()
    assert "Đã ghi nhận." in main_text(response)


def test_an_unknown_code_names_the_three_likely_mistakes(client, code):
    response = client.post("/theo-doi", {"ma": new_code("ZZ")})
    assert response.status_code == 404
    assert texts(response, "p", class_="empty__title") == ["Không thấy mã này"]
    assert len([said for said in texts(response, "li") if said.endswith((";", "hồ sơ."))]) == 3
    assert client.post("/theo-doi", {"ma": new_code("QA")}).status_code == 404


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("", "Điền mục “Mã trên biên nhận”."),
        ("YK-1", "Mã gồm hai chữ cái và mười ký tự, ví dụ YK-7K0RM-XW9HD. Hãy nhập đủ như trên biên nhận."),
        ("YK-7K0RM-XW9H*", "Mã không bao giờ có «*» ở vị trí này. Hãy đối chiếu với biên nhận."),
        ("A" * 100_000, "Nội dung dài hơn một mã. Chỉ nhập mã."),
    ],
)
def test_what_is_no_code_is_told_beside_the_field(client, code, typed, sentence):
    assert faults(client.post("/theo-doi", {"ma": typed})) == [sentence]


def test_codes_are_not_guessed_by_machine(client, code):
    for _each in range(10):
        assert client.post("/theo-doi", {"ma": new_code("ZZ")}).status_code == 404
    stopped = client.post("/theo-doi", {"ma": code})
    assert stopped.status_code == 429
    assert int(stopped["Retry-After"]) > 0
    assert "Đã ghi nhận." not in main_text(stopped)
    assert client.post("/theo-doi", {"ma": code}, REMOTE_ADDR="203.0.113.9").status_code == 200


def test_an_old_link_leads_to_an_address_without_its_code_and_answers_once(client, code):
    led = client.get("/en/theo-doi", {"ma": code})
    assert (led.status_code, led["Location"], led["Referrer-Policy"]) == (302, "/en/theo-doi", "no-referrer")
    kept = led.cookies["bien-nhan-theo-doi"]
    assert (kept["httponly"], kept["samesite"], kept["max-age"]) == (True, "Lax", 60)
    told = client.get("/en/theo-doi")
    assert texts(told, "h2")[0] == "Thư của bạn"
    assert "no-store" in told["Cache-Control"]
    assert texts(client.get("/en/theo-doi"), "h2") != texts(told, "h2")


def test_what_is_too_long_in_an_old_link_is_told_beside_the_field(client, code):
    assert faults(client.get("/theo-doi", {"ma": "A" * 100_000}, follow=True)) == [
        "Nội dung dài hơn một mã. Chỉ nhập mã."
    ]


def test_the_answer_to_a_code_is_kept_nowhere_and_needs_no_token(code):
    asked = Client(enforce_csrf_checks=True).post("/theo-doi", {"ma": code})
    assert texts(asked, "h2")[0] == "Thư của bạn"
    assert ("no-store" in asked["Cache-Control"], asked["Referrer-Policy"]) == (True, "same-origin")
