"""The frame of every page: languages, colours, identity, errors."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from django.conf import settings
from django.http import HttpRequest
from django.test import Client, override_settings

from tests.web.reading import elements
from thidua.web.shell.context import Frame
from thidua.web.shell.theme import COOKIE
from thidua.web.shell.views import errors

pytestmark = pytest.mark.django_db


def test_the_language_switch_keeps_the_page_and_its_query(client: Client) -> None:
    html = client.get("/dang-nhap?next=/x").content.decode()
    assert '<html lang="vi">' in html
    assert '<a href="/en/dang-nhap?next=/x" hreflang="en" lang="en">' in html
    english = client.get("/en/dang-nhap?next=/x").content.decode()
    assert '<html lang="en">' in english
    assert "<h1>Sign in</h1>" in english
    assert '<a href="/dang-nhap?next=/x" hreflang="vi" lang="vi">' in english


def test_every_page_has_its_own_way_to_the_other_language(client: Client) -> None:
    def way(address: str) -> list[str]:
        return [one.attributes["href"] for one in elements(client.get(address), "a", hreflang="en")]

    pages = ["/", "/tra-cuu?q=nong", "/phong-trao?nam=2019", "/tra-cuu?q=lan", "/khong-co-trang-nay"]
    assert [way(address) for address in pages] == [
        ["/en/"],
        ["/en/tra-cuu?q=nong"],
        ["/en/phong-trao?nam=2019"],
        ["/en/tra-cuu?q=lan"],
        ["/khong-co-trang-nay"],
    ]


def test_the_page_says_which_office_it_is_in_the_language_of_the_page(client: Client) -> None:
    assert settings.OFFICE_NAME in client.get("/dang-nhap").content.decode()
    assert settings.OFFICE_NAME_EN in client.get("/en/dang-nhap").content.decode()


@pytest.mark.parametrize(
    ("host", "official"),
    [("thidua.langson.gov.vn", True), ("localhost", False), ("gov.vn.example.com", False)],
)
@override_settings(ALLOWED_HOSTS=["*"])
def test_only_a_page_under_gov_vn_calls_itself_official(client: Client, host: str, official: bool) -> None:
    html = client.get("/dang-nhap", headers={"host": host}).content.decode()
    assert ("Trang thông tin của cơ quan nhà nước" in html) is official
    assert ("Bản dùng thử – không phải trang chính thức" in html) is not official


def test_the_reader_chooses_colours_without_script_and_comes_back_to_the_page(client: Client) -> None:
    assert "data-theme" not in client.get("/dang-nhap").content.decode()
    chosen = client.post("/giao-dien", {"theme": "dark", "next": "/dang-nhap?next=/x"})
    assert (chosen.status_code, chosen["Location"]) == (302, "/dang-nhap?next=/x")
    html = client.get("/dang-nhap").content.decode()
    assert '<html lang="vi" data-theme="dark">' in html
    assert 'value="dark" aria-pressed="true"' in html
    client.post("/giao-dien", {"theme": "device", "next": "/dang-nhap"})
    assert "data-theme" not in client.get("/dang-nhap").content.decode()


def test_choosing_colours_never_leads_to_another_site_and_ignores_nonsense(client: Client) -> None:
    answer = client.post("/giao-dien", {"theme": "pink", "next": "https://example.com/"})
    assert answer["Location"] == "/"
    client.cookies[COOKIE] = '"><script>'
    html = client.get("/dang-nhap").content.decode()
    assert "data-theme" not in html
    assert 'value="device" aria-pressed="true"' in html


def test_a_page_without_a_form_sets_no_cookie_so_that_it_can_be_kept_by_a_proxy(client: Client) -> None:
    answer = client.get("/khong-co-trang-nay")
    assert answer.status_code == 404
    assert answer.cookies == {}


def test_a_missing_page_says_what_to_do(client: Client) -> None:
    html = client.get("/khong-co-trang-nay").content.decode()
    assert "<h1>Không có trang này</h1>" in html
    assert "Xem lại địa chỉ có thiếu chữ không." in html
    assert "Về trang chủ</a>" in html


def test_a_form_without_its_token_says_what_to_do() -> None:
    strict = Client(enforce_csrf_checks=True)
    answer = strict.post("/dang-nhap", {"username": "a", "password": "b"})
    assert answer.status_code == 403
    html = answer.content.decode()
    assert "<h1>Biểu mẫu đã quá hạn, không gửi được</h1>" in html
    assert "chỉ nhận biểu mẫu từ chính trình duyệt đã mở biểu mẫu đó và cho phép cookie" in html
    assert 'href="/dang-nhap">Mở lại trang</a>' in html


def test_our_own_fault_is_told_without_asking_the_database(
    rf: object, django_assert_num_queries: Callable[..., object], get: Callable[..., HttpRequest]
) -> None:
    with django_assert_num_queries(0):  # type: ignore[attr-defined]
        answer = errors.server_error(get("/"))
        bad = errors.bad_request(get("/"))
    assert (answer.status_code, bad.status_code) == (500, 400)
    assert "Lỗi thuộc về hệ thống, không phải do bạn." in answer.content.decode()
    assert "Không đọc được yêu cầu" in bad.content.decode()


@pytest.mark.parametrize(
    ("language", "heading", "way_home"),
    [("", "Nội dung gửi lên quá dài", "/"), ("/en", "Too much was sent at once", "/en/")],
)
def test_a_text_larger_than_any_form_takes_is_told_so_in_the_language_of_the_page(
    client: Client, language: str, heading: str, way_home: str
) -> None:
    answer = client.post(f"{language}/xac-minh", {"code": "a" * 5_300_000})
    html = answer.content.decode()
    assert (answer.status_code, re.findall(r"<h1>(.*?)</h1>", html)) == (413, [heading])
    assert set(re.findall(r'<a[^>]* href="(/[^"]*)"', html)) == {way_home}


def test_every_page_has_one_heading_one_main_and_a_way_past_the_menu(client: Client) -> None:
    html = client.get("/dang-nhap").content.decode()
    assert re.findall(r"<h1>(.*?)</h1>", html) == ["Đăng nhập"]
    assert html.count("<main") == 1
    assert '<a class="skip" href="#main">Bỏ qua đến nội dung</a>' in html
    assert "<title>Đăng nhập – Ban Thi đua – Khen thưởng</title>" in html


def test_the_security_policy_allows_nothing_from_elsewhere(client: Client) -> None:
    policy = client.get("/dang-nhap")["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "'unsafe-inline'" not in policy
    assert "script-src 'self'" in policy


@override_settings(HELP_CONTACT="0205 3812 345, giờ hành chính")
def test_help_stands_at_the_foot_of_every_page(client: Client) -> None:
    for address in ("/dang-nhap", "/khong-co"):
        assert "0205 3812 345, giờ hành chính" in client.get(address).content.decode()


def test_the_domain_is_shown_without_its_port(get: Callable[..., HttpRequest]) -> None:
    assert Frame(get("/", host="localhost:8000")).domain == "localhost"
    assert Frame(get("/", host="[::1]:8000")).domain == "[::1]"
    assert Frame(get("/", host="[::1]")).domain == "[::1]"
