"""Comments as readers send, follow and read them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from urllib.parse import urlencode

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.factories.portal import article, comment
from thidua.portal.actions.moderate_comments import decline_comments, publish_comments
from thidua.portal.models import Comment
from thidua.web.public.readers.forms import CommentForm
from thidua.web.shell import public_forms

pytestmark = pytest.mark.django_db
ADDRESS = "/tin-tuc/tong-ket/y-kien"


@pytest.fixture(autouse=True)
def nothing_was_sent_yet() -> Iterator[None]:
    cache.clear()
    yield
    cache.clear()


@pytest.fixture
def stamp(monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setattr(public_forms, "QUICKEST", 0)
    return str(CommentForm().initial["stamp"])


def send(client: Client, good: str, **changes: Any) -> Any:
    said = {"name": "Nông Văn Dân", "text": "Bài rất hay.", "stamp": good, "website": ""}
    return client.post(ADDRESS, said | changes)


def text_of(client: Client, address: str = "/tin-tuc/tong-ket") -> str:
    return client.get(address).content.decode()


def test_a_comment_is_sent_from_the_page_of_the_article_and_followed_by_its_code(
    client: Client, stamp: str
) -> None:
    article()
    page = text_of(client)
    assert (
        f'action="{ADDRESS}"' in page,
        "Ý kiến bạn đọc (0)" in page,
        "csrfmiddlewaretoken" in page,
    ) == (True, True, False)
    sent = Comment.objects.none()
    sender = Client(enforce_csrf_checks=True)
    answer = sender.post(ADDRESS, {"name": "Dân", "text": "Hay.", "stamp": stamp, "website": ""})
    sent = Comment.objects.get()
    assert (answer.status_code, answer.headers["Location"]) == (302, f"{ADDRESS}/bien-nhan")
    assert text_of(sender, f"{ADDRESS}/bien-nhan").count(f"Mã: {sent.code}") == 1
    told = sender.post("/theo-doi", {"ma": sent.code.lower()}).content.decode()
    assert ("chờ duyệt" in told, "Ý kiến của bạn về bài “Tổng kết phong trào”" in told) == (True, True)
    assert "Hay." not in text_of(client)


def test_a_reader_without_cookies_is_told_that_the_comment_has_arrived(client: Client, stamp: str) -> None:
    article()
    led = send(client, stamp)["Location"]
    without = Client()
    page = without.get(f"/en{led}", follow=True).content.decode()
    said = "It has arrived, but your browser keeps no cookies, and the receipt needs one."
    assert (Comment.objects.count(), page.count(said)) == (1, 1)
    code = Comment.objects.get().code
    assert without.post("/en/theo-doi", {"ma": code}).content.decode().count(said) == 0


def test_who_was_refused_reads_the_reason(client: Client) -> None:
    sent = comment(article())
    decline_comments(comments=[sent.pk], reason="advertising", note="Xin bỏ liên kết.", by=None)
    told = client.post("/theo-doi", {"ma": sent.code}).content.decode()
    assert "Ý kiến không được đăng. Lý do: quảng cáo, hoặc chỉ có liên kết." in told
    assert "Xin bỏ liên kết." in told


def test_html_and_links_are_shown_as_the_text_they_are(client: Client, stamp: str) -> None:
    article()
    typed = "<script>alert(1)</script> <a href='http://xau.vn'>bấm</a> http://xau.vn"
    send(client, stamp, text=typed, name="<b>Dân</b>")
    publish_comments(comments=[Comment.objects.get().pk], by=None)
    page = text_of(client)
    assert ("<script>alert" in page, 'href="http://xau.vn' in page, "href='http://xau.vn" in page) == (
        False,
    ) * 3
    assert page.count("&lt;script&gt;alert(1)&lt;/script&gt;") == 1
    assert page.count("<strong>&lt;b&gt;Dân&lt;/b&gt;</strong>") == 1


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"text": "a" * 1_000_000}, "“Ý kiến của bạn” chỉ nhận nhiều nhất 1.000 ký tự. Hãy rút gọn."),
        ({"website": "http://xau.vn"}, "ô này chỉ để nhận ra máy gửi tự động"),
        ({"name": ""}, "Điền mục “Họ tên”."),
        ({"stamp": "x"}, "Trang này đã mở quá lâu."),
    ],
)
def test_what_cannot_be_taken_is_told_and_nothing_typed_is_lost(
    client: Client, stamp: str, changes: dict[str, Any], sentence: str
) -> None:
    article()
    answer = send(client, stamp, **changes)
    page = answer.content.decode()
    assert (answer.status_code, sentence in page, "<title>Lỗi: " in page) == (200, True, True)
    if "text" not in changes:
        assert "Bài rất hay.</textarea>" in page
    assert Comment.objects.count() == 0


def test_letters_of_another_encoding_are_told_and_not_kept_as_rubbish(client: Client, stamp: str) -> None:
    article()
    sent = urlencode({"name": "Dân", "stamp": stamp, "website": ""}) + "&text=Th%F4n+x%E3"
    page = client.post(ADDRESS, sent, content_type="application/x-www-form-urlencoded").content.decode()
    assert ("Một số chữ không đến nơi." in page, Comment.objects.count()) == (True, 0)


def test_a_flood_waits_and_keeps_what_was_typed(
    client: Client, stamp: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    article()
    monkeypatch.setattr(public_forms, "MOST_OF_ONE", 2)
    codes = [send(client, stamp, text=f"Ý kiến số {number}").status_code for number in range(3)]
    assert codes == [302, 302, 429]
    last = send(client, stamp, text="Ý kiến số 4")
    assert (int(last.headers["Retry-After"]) > 0, "Ý kiến số 4</textarea>" in last.content.decode()) == (
        True,
        True,
    )
    assert Comment.objects.count() == 2


def test_what_a_foreign_page_sends_is_asked_again_on_ours(client: Client, stamp: str) -> None:
    article()
    said = {"name": "Dân", "text": "Bài rất hay.", "stamp": stamp, "website": ""}
    answer = client.post(ADDRESS, said, headers={"Origin": "http://xau.vn"})
    page = answer.content.decode()
    assert "Nội dung này không được gửi từ trang của Ban." in page
    assert ("Bài rất hay.</textarea>" in page, Comment.objects.count()) == (True, 0)
    assert client.post(ADDRESS, said, headers={"Origin": "http://testserver"}).status_code == 302


def test_the_count_is_of_what_is_shown(client: Client) -> None:
    below = article()
    made = [comment(below, f"Ý kiến {number:02}") for number in range(23)]
    publish_comments(comments=[one.pk for one in made[:22]], by=None)
    page = text_of(client)
    assert (page.count('class="comment"'), "Ý kiến bạn đọc (22)" in page, "Ý kiến 22" in page) == (
        20,
        True,
        False,
    )
    assert text_of(client, ADDRESS).count('class="comment"') == 22


def test_an_article_that_takes_no_more_shows_what_was_said_and_no_form(client: Client) -> None:
    below = article()
    publish_comments(comments=[comment(below).pk], by=None)
    below.comments_open = False
    below.save()
    page = text_of(client)
    assert ("Bài viết rất hay." in page, "Bài này không nhận thêm ý kiến." in page, "<textarea" in page) == (
        True,
        True,
        False,
    )


def test_the_receipt_is_for_the_browser_that_sent_and_stands_in_no_address(
    client: Client, stamp: str
) -> None:
    article()
    article("khac")
    send(client, stamp)
    sent = Comment.objects.get()
    assert sent.code in text_of(client, f"{ADDRESS}/bien-nhan")
    for who, address in ((client, "/tin-tuc/khac/y-kien/bien-nhan"), (Client(), f"{ADDRESS}/bien-nhan")):
        assert who.get(address).headers["Location"] == "/theo-doi?khong-co-bien-nhan=1"
    assert client.get(f"{ADDRESS}/{sent.code}").status_code == 404


def test_the_article_costs_the_same_whatever_was_said(client: Client) -> None:
    below = article()

    def cost(count: int) -> int:
        publish_comments(comments=[comment(below, f"Số {count}-{n}").pk for n in range(count)], by=None)
        client.get("/tin-tuc/tong-ket")
        with CaptureQueriesContext(connection) as asked:
            client.get("/tin-tuc/tong-ket")
        tables = ('FROM "portal_comment"', 'FROM "portal_dailyviews"')
        assert sum(one["sql"].count(table) for one in asked for table in tables) == 2
        return len(asked)

    assert cost(1) == cost(3)


def test_the_english_page_asks_in_english(client: Client) -> None:
    article()
    page = text_of(client, "/en/tin-tuc/tong-ket")
    assert ("Comments of readers (0)" in page, 'action="/en/tin-tuc/tong-ket/y-kien"' in page) == (True, True)
