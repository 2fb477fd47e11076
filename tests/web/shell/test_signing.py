"""Signing in and out, and the first password that must be changed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from tests.web.shell.conftest import PASSWORD
from thidua.accounts.models import User
from thidua.support.audit.models import AuditEntry

People = Callable[..., User]


def enter(client: Client, name: str, password: str, **more: str) -> str:
    """Send the sign-in form; return where it leads, or the text of the page."""
    answer = client.post("/dang-nhap", {"username": name, "password": password, **more})
    return answer["Location"] if answer.status_code == 302 else answer.content.decode()


def test_signing_in_leads_to_ones_work_or_to_the_page_asked_for(client: Client, person: People) -> None:
    person("board_officer")
    assert enter(client, "board_officer", PASSWORD) == "/viec-cua-toi"
    client.post("/dang-xuat")
    assert enter(client, "board_officer", PASSWORD, next="/doi-mat-khau") == "/doi-mat-khau"
    client.post("/dang-xuat")
    assert enter(client, "board_officer", PASSWORD, next="https://example.com/") == "/viec-cua-toi"


def test_a_wrong_password_is_told_without_saying_which_of_both_is_wrong(
    client: Client, person: People
) -> None:
    person("board_officer")
    wrong_password = enter(client, "board_officer", "khac")
    wrong_name = enter(client, "nobody", PASSWORD)
    sentence = "Tên đăng nhập hoặc mật khẩu chưa đúng."
    assert (wrong_password.count(sentence), wrong_name.count(sentence)) == (1, 1)
    assert "<title>Lỗi: Đăng nhập" in wrong_password
    assert 'value="board_officer"' in wrong_password  # the name is kept, the password is not
    assert "khac" not in wrong_password


def test_empty_fields_are_named(client: Client, db: None) -> None:
    html = enter(client, "", "")
    assert '<a href="#id_username">Điền mục “Tên đăng nhập”.</a>' in html
    assert '<a href="#id_password">Điền mục “Mật khẩu”.</a>' in html


def test_after_ten_wrong_passwords_the_door_is_closed_with_an_explanation(
    client: Client, person: People
) -> None:
    person("board_officer")
    for _ in range(9):
        assert "chưa đúng" in enter(client, "board_officer", "khac")
    closed = client.post("/dang-nhap", {"username": "board_officer", "password": "khac"})
    assert closed.status_code == 429
    assert "<h1>Nhập sai mật khẩu quá nhiều lần</h1>" in closed.content.decode()
    right = client.post("/dang-nhap", {"username": "board_officer", "password": PASSWORD})
    assert right.status_code == 429


def test_guessing_the_present_password_at_a_screen_left_open_closes_the_same_door(
    signed_in: Callable[..., Client],
) -> None:
    client, new = signed_in("board_officer"), "nui rung xu lang 2019"
    guesses = [{"old": f"sai {number}", "new": new, "again": new} for number in range(10)]
    told = [client.post("/doi-mat-khau", guess).status_code for guess in guesses]
    assert told == [200] * 9 + [429]
    right = client.post("/doi-mat-khau", {"old": PASSWORD, "new": new, "again": new})
    assert right.status_code == 429
    assert User.objects.get(username="board_officer").check_password(PASSWORD)


@pytest.mark.parametrize(("header", "answer"), [(("HTTP_X_FORWARDED_PROTO", "https"), 302), (None, 429)])
def test_whoever_guesses_behind_a_web_server_locks_out_nobody_else(
    client: Client, person: People, settings: Any, header: tuple[str, str] | None, answer: int
) -> None:
    """Without a web server in front the header is anybody's word, and is not believed."""
    settings.SECURE_PROXY_SSL_HEADER = header
    person("board_officer")
    for _ in range(10):
        forwarded = {"HTTP_X_FORWARDED_FOR": "10.0.0.1, 203.0.113.7"}
        client.post("/dang-nhap", {"username": "board_officer", "password": "khac"}, **forwarded)
    sent = {"username": "board_officer", "password": PASSWORD}
    guesser = client.post("/dang-nhap", sent, HTTP_X_FORWARDED_FOR="198.51.100.4, 203.0.113.7")
    owner = client.post("/dang-nhap", sent, HTTP_X_FORWARDED_FOR="203.0.113.7, 198.51.100.4")
    assert (guesser.status_code, owner.status_code) == (429, answer)


def test_signing_out_needs_a_press_and_ends_the_session(signed_in: Callable[..., Client]) -> None:
    client = signed_in("board_officer")
    assert client.get("/dang-xuat").status_code == 405
    assert client.get("/viec-cua-toi").status_code == 200
    answer = client.post("/dang-xuat", follow=True)
    assert "Bạn đã đăng xuất." in answer.content.decode()
    assert client.get("/viec-cua-toi").status_code == 302


def test_whoever_is_signed_in_sees_name_role_and_unit_on_every_page(signed_in: Callable[..., Client]) -> None:
    html = signed_in("board_officer").get("/doi-mat-khau").content.decode()
    assert '<span class="account__name">Đặng Thị Ẩn</span>' in html
    assert "· Tỉnh Lạng Sơn</span>" in html


def test_a_first_password_is_changed_before_anything_else(signed_in: Callable[..., Client]) -> None:
    client = signed_in("board_officer", must_change_password=True)
    for address in ("/viec-cua-toi", "/lam-viec/thanh-phan", "/lam-viec/khong-co"):
        assert client.get(address)["Location"] == "/doi-mat-khau"
    assert client.get("/en/viec-cua-toi")["Location"] == "/en/doi-mat-khau"
    assert client.get("/khong-co").status_code == 404
    page = client.get("/doi-mat-khau")
    assert "Mật khẩu đầu tiên do người khác đặt." in page.content.decode()
    new = "nui rung xu lang 2019"
    answer = client.post("/doi-mat-khau", {"old": PASSWORD, "new": new, "again": new}, follow=True)
    html = answer.content.decode()
    assert "Đã đổi mật khẩu." in html
    assert "<h1>Việc của tôi</h1>" in html  # still signed in
    assert [entry.action for entry in AuditEntry.objects.order_by("-sequence")[:1]] == [
        "accounts.password_changed"
    ]


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({"old": "sai", "new": "nui rung xu lang 2019", "again": "nui rung xu lang 2019"}, "old"),
        ({"old": PASSWORD, "new": "ngan", "again": "ngan"}, "new"),
        ({"old": PASSWORD, "new": "nui rung xu lang 2019", "again": "nui rung xu lang 2020"}, "again"),
    ],
)
def test_a_fault_in_the_new_password_stands_at_its_field_and_changes_nothing(
    signed_in: Callable[..., Client], typed: dict[str, str], field: str
) -> None:
    client = signed_in("board_officer")
    html = client.post("/doi-mat-khau", typed).content.decode()
    assert f'<a href="#id_{field}">' in html
    assert html.count("error-summary-heading") == 2
    assert User.objects.get(username="board_officer").check_password(PASSWORD)
