"""The screen of the site's identity: looked at before it holds, shown on every page, taken back."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from html import unescape

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from tests.factories.movements import SmallProvince, account
from tests.factories.photos import photo_bytes
from tests.web.reading import faults, rows, texts
from thidua.accounts.models import User
from thidua.accounts.roles import BOARD_LEADER
from thidua.orgs.models import SiteIdentity
from thidua.orgs.queries.site_identity import hold

SCREEN = "/lam-viec/nhan-dien"
OFFICE = "Phòng Thi đua – Khen thưởng"
SAID = {
    "name": OFFICE, "name_en": "Emulation Division", "superior": "Sở Nội vụ tỉnh Lạng Sơn", "phone": "0205 3812 345",
    "email": "tdkt@langson.gov.vn", "address": "Số 1 đường Hùng Vương", "seen": "0",
}  # fmt: skip
Committed = Callable[..., AbstractContextManager[object]]


@pytest.fixture(autouse=True)
def afresh() -> Iterator[None]:
    yield
    hold({})


def hidden(page: str) -> dict[str, str]:
    found = re.findall(r'<input type="hidden" name="(\w+)"(?: value="([^"]*)")?', page)
    return {name: unescape(value) for name, value in found if name != "csrfmiddlewaretoken"}


def emblem() -> SimpleUploadedFile:
    return SimpleUploadedFile("bieu-trung.png", photo_bytes("PNG"), "image/png")


def test_it_is_looked_at_then_saved_and_stands_on_every_page(
    administrator: User, as_: Callable[[User], Client], django_capture_on_commit_callbacks: Committed
) -> None:
    client = as_(administrator)
    look = client.post(SCREEN, SAID | {"emblem": emblem(), "step": "preview"})
    assert texts(look, "h1") == ["Trang sẽ hiện như thế nào"]
    assert texts(look, "h2")[-2:] == ["Tiếng Việt", "English"]
    page = look.content.decode()
    assert page.count('src="data:image/png;base64,') == 2
    assert not SiteIdentity.objects.exists()

    with django_capture_on_commit_callbacks(execute=True):
        saved = client.post(SCREEN, hidden(page) | {"step": "save"})
    assert (saved.status_code, saved["Location"]) == (302, SCREEN)
    key = SiteIdentity.objects.get().emblem_key

    visitor = Client()
    home = visitor.get("/gioi-thieu").content.decode()
    assert "<title>Giới thiệu trang này – Phòng Thi đua – Khen thưởng</title>" in home
    assert f'<img class="band__emblem" src="/bieu-trung/{key}.png" width="144" height="90" alt="">' in home
    assert '<span class="band__office">Phòng Thi đua – Khen thưởng</span>' in home
    assert "<p>Cơ quan chủ quản: Sở Nội vụ tỉnh Lạng Sơn</p>" in home
    assert '<a href="tel:02053812345">0205 3812 345</a>' in home
    assert '<a href="mailto:tdkt@langson.gov.vn">tdkt@langson.gov.vn</a>' in home
    english = visitor.get("/en/gioi-thieu").content.decode()
    assert '<span class="band__office">Emulation Division</span>' in english
    assert "<p>Superior body: Sở Nội vụ tỉnh Lạng Sơn</p>" in english
    picture = visitor.get(f"/bieu-trung/{key}.png")
    assert (picture["Content-Type"], picture.content[:8]) == ("image/png", b"\x89PNG\r\n\x1a\n")
    assert visitor.get("/tin-tuc/rss.xml").content.decode().count(f"<title>{OFFICE} – Tin tức</title>") == 1


def test_who_wants_to_change_something_finds_all_that_was_typed(
    administrator: User, as_: Callable[[User], Client]
) -> None:
    client = as_(administrator)
    look = client.post(SCREEN, SAID | {"emblem": emblem(), "step": "preview"}).content.decode()
    again = client.post(SCREEN, hidden(look) | {"step": "edit"}).content.decode()
    assert f'name="name" value="{OFFICE}"' in again
    assert "Biểu trưng bạn chọn đã được giữ." in again
    assert hidden(again)["kept"] == hidden(look)["kept"]


def test_an_emblem_that_this_server_did_not_look_at_is_not_saved(
    administrator: User, as_: Callable[[User], Client]
) -> None:
    client = as_(administrator)
    look = client.post(SCREEN, SAID | {"emblem": emblem(), "step": "preview"}).content.decode()
    forged = hidden(look) | {"kept": "x" + hidden(look)["kept"], "step": "save"}
    assert faults(client.post(SCREEN, forged)) == [
        "Biểu trưng chọn ở bước trước không còn. Chọn lại tệp.",
    ]
    assert not SiteIdentity.objects.exists()


def test_a_file_that_is_no_picture_is_refused_at_its_field(
    administrator: User, as_: Callable[[User], Client]
) -> None:
    svg = SimpleUploadedFile("quoc-huy.svg", b"<svg onload=alert(1)>", "image/svg+xml")
    answer = as_(administrator).post(
        SCREEN, SAID | {"emblem": svg, "phone": "hỏi chị Lan", "step": "preview"}
    )
    assert faults(answer) == [
        "Ghi một số điện thoại, chỉ gồm chữ số. Ví dụ: 0205 3812 345.",
        "“quoc-huy.svg” không phải là ảnh nhận được. Hãy gửi một trong các loại: PNG, JPG.",
    ]


def test_an_edition_is_brought_back_and_its_emblem_is_nobody_elses_meanwhile(
    administrator: User, as_: Callable[[User], Client], django_capture_on_commit_callbacks: Committed
) -> None:
    client = as_(administrator)
    with django_capture_on_commit_callbacks(execute=True):
        look = client.post(SCREEN, SAID | {"emblem": emblem(), "step": "preview"}).content.decode()
        client.post(SCREEN, hidden(look) | {"step": "save"})
        first = SiteIdentity.objects.get()
        client.post(SCREEN, {"name": "Khác", "without_emblem": "on", "seen": str(first.pk), "step": "save"})
    assert rows(client.get(SCREEN))[0][2].startswith("Tên cơ quan: Khác")
    address = f"/bieu-trung/{first.emblem_key}.png"
    assert (client.get(address).status_code, Client().get(address).status_code) == (200, 404)
    asked = client.get(f"{SCREEN}/{first.pk}/tro-lai")
    assert texts(asked, "h1") == [f"Khôi phục thông tin nhận diện này: {OFFICE}?"]
    with django_capture_on_commit_callbacks(execute=True):
        client.post(f"{SCREEN}/{first.pk}/tro-lai")
    assert Client().get(address).status_code == 200
    assert OFFICE in Client().get("/gioi-thieu").content.decode()


@pytest.mark.parametrize("number", [1, 3])
def test_the_screen_asks_the_same_number_of_questions_for_any_number_of_editions(
    administrator: User, as_: Callable[[User], Client], number: int, django_assert_num_queries: Committed
) -> None:
    client, seen = as_(administrator), 0
    for count in range(number):
        client.post(SCREEN, {"name": f"Tên {count}", "seen": str(seen), "step": "save"})
        seen = SiteIdentity.objects.latest("pk").pk
    client.get(SCREEN)
    with django_assert_num_queries(4):
        assert len(rows(client.get(SCREEN))) == number


def test_others_do_not_see_the_screen(place: SmallProvince, as_: Callable[[User], Client]) -> None:
    client = as_(account(BOARD_LEADER.code, place.province, "Vi Văn Trưởng"))
    assert client.get(SCREEN).status_code == 403
    assert client.post(SCREEN, SAID | {"step": "save"}).status_code == 403
    assert client.post(f"{SCREEN}/0/tro-lai").status_code == 403
    assert not SiteIdentity.objects.exists()
