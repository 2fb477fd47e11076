"""Anybody finds an award by a name without marks, and nothing by what is not public."""

from __future__ import annotations

import csv
import gzip
import io
import re
from datetime import date
from typing import Any

import pytest
from django.core.cache import cache

from tests.factories.movements import SmallProvince, running_movement
from tests.factories.register import awarded, decision
from tests.web.reading import elements, main_text, texts
from thidua.registry.actions import choose_public_fields
from thidua.registry.enums import RecipientKind

MERIT = "provincial_certificate_of_merit"


@pytest.fixture(autouse=True)
def nobody_has_asked_yet():
    cache.clear()
    yield
    cache.clear()


@pytest.fixture
def register(place: SmallProvince) -> SmallProvince:
    awarded(
        place.province, "Nông Thị Lan", place=place.village, post_then="Trưởng thôn, sinh năm 1968",
        unit_then="Thôn Nà Ao 2", birth_year=1968,
    )  # fmt: skip
    awarded(place.province, "Nông Thị Lân", year=2020, place=place.hung_son, unit_then="Trường Tiểu học")
    awarded(place.province, "Vi Văn An", year=2018, place=place.de_tham)
    return place


def rows(response: Any) -> list[str]:
    return [text.removesuffix(" dữ liệu kiểm thử Cá nhân") for text in texts(response, "th", scope="row")]


def test_a_name_typed_without_marks_finds_the_award_and_its_decision(register, client):
    response = client.get("/tra-cuu?q=nong+thi+lan")
    assert rows(response) == ["Nông Thị Lân", "Nông Thị Lan"]
    assert "2 lượt khen thưởng" in main_text(response)
    cells = [" ".join(text.split()) for text in texts(response, "td")]
    assert cells[5:] == [
        "Trưởng thôn, Xã Đề Thám", "Bằng khen của Chủ tịch UBND tỉnh", "Số 1/QĐ-UBND ngày 28/10/2019", "2019",
        "Còn giá trị",
    ]  # fmt: skip
    assert rows(client.get("/tra-cuu", {"q": "nông thị lan"})) == ["Nông Thị Lan", "Nông Thị Lân"]


def test_what_is_not_public_stands_in_no_answer(register, client):
    for address in ("/tra-cuu?q=nong", "/tra-cuu?q=nong&dinh-dang=csv", "/tra-cuu"):
        text = client.get(address).content.decode()
        assert "Nà Ao" not in text
        assert "1968" not in text
    assert rows(client.get("/tra-cuu?q=1968")) == []
    assert rows(client.get("/tra-cuu", {"q": "lan na ao"})) == []


def test_filters_narrow_and_can_be_taken_away(register, client):
    response = client.get("/tra-cuu", {"q": "nong", "tu_nam": "2019", "den_nam": "2019", "hinh_thuc": MERIT})
    assert rows(response) == ["Nông Thị Lan"]
    assert [link.attributes["href"] for link in elements(response, "a", class_="chip")] == [
        f"/tra-cuu?q=nong&hinh_thuc={MERIT}", "/tra-cuu?q=nong&nam=2019",
    ]  # fmt: skip
    assert rows(client.get("/tra-cuu", {"noi": "xã Đề Thám"})) == ["Nông Thị Lan", "Vi Văn An"]
    assert rows(client.get("/tra-cuu", {"q": "nong", "doi_tuong": "collective"})) == []


def test_a_movement_that_is_not_public_narrows_nothing(register, client):
    paper = decision(register.province, 2021, "77/QĐ-UBND")
    awarded(register.province, "Hà Thị Mai", paper=paper, year=2021)
    running_movement(register, short_name="Chung sức xây dựng nông thôn mới").conferrals.add(paper)
    assert rows(client.get("/tra-cuu", {"phong_trao": "nông thôn mới"})) == ["Hà Thị Mai"]
    response = client.get("/tra-cuu", {"phong_trao": "bí mật"})
    assert rows(response) == []
    assert "Không có phong trào “bí mật”" in main_text(response)


def test_an_award_whose_name_is_kept_back_is_not_found_by_it(register, client):
    assert len(rows(client.get("/tra-cuu?q=vi+van+an"))) == 1
    choose_public_fields(award_code=MERIT, names=["commune", "year"], seen=0, by=register.officer)
    assert "Không tìm thấy" in main_text(client.get("/tra-cuu?q=vi+van+an"))
    response = client.get("/tra-cuu", {"noi": "xã Đề Thám"})
    assert rows(response) == ["tên không công khai", "tên không công khai"]
    assert "quyết định không công khai" in main_text(response)
    assert "/QĐ-UBND" not in main_text(response)


def test_a_slip_offers_the_nearest_names_and_nothing_offers_less(register, client):
    response = client.get("/tra-cuu", {"q": "nong thi lam"})
    assert "Có phải ý bạn là:" in main_text(response)
    assert {link.text for link in elements(response, "a", href="/tra-cuu?q=N%C3%B4ng+Th%E1%BB%8B+Lan")} == {
        "Nông Thị Lan"
    }


def test_a_search_that_finds_nothing_offers_only_less_that_finds_something(register, client):
    def offered(**asked):
        response = client.get("/tra-cuu", asked)
        assert "Không tìm thấy" in main_text(response)
        found = re.findall(r'<li><a href="(/tra-cuu\?[^"]+)">([^<]+)</a>', response.content.decode())
        for href, _text in found:
            assert "Không tìm thấy" not in main_text(client.get(href.replace("&amp;", "&")))
        return [text for _href, text in found]

    assert offered(q="nong thi lan dep") == ["nong thi lan"]
    assert offered(q="khong lan co ai") == ["lan"]
    assert offered(q="khong co ai", tu_nam="2019") == []
    assert offered(q="nong thi lan", tu_nam="1950", den_nam="1951") == ["nong thi lan"]


def test_nothing_typed_shows_decisions_by_their_day_and_searches_that_find_something(register, client):
    response = client.get("/tra-cuu")
    numbers = [text.partition(",")[0].strip() for text in rows(response)]
    days = ("Số 2/QĐ-UBND ngày 28/10/2020", "Số 1/QĐ-UBND ngày 28/10/2019", "Số 3/QĐ-UBND ngày 28/10/2018")
    assert tuple(numbers) == days
    hrefs = re.findall(r'<li><a href="(/tra-cuu\?[^"]+)"', response.content.decode())
    assert len(hrefs) == 3
    for href in hrefs:
        assert "Không tìm thấy" not in main_text(client.get(href.replace("&amp;", "&")))


def test_an_empty_register_says_so(place, client):
    assert "Chưa có quyết định nào được công khai" in main_text(client.get("/tra-cuu"))


def test_a_cancelled_award_says_since_when_and_by_which_decision(place, client):
    awarded(
        place.province, "Vi Văn A", status="cancelled", status_on=date(2020, 1, 5), status_decision="9/QĐ-UBND",
        status_reason="Khai man",
    )  # fmt: skip
    response = client.get("/tra-cuu?q=vi+van+a")
    assert texts(response, "td")[-1] == "Đã bị hủy bỏ Từ ngày 05/01/2020, theo Quyết định số 9/QĐ-UBND"
    assert "Khai man" not in response.content.decode()


def test_the_download_holds_the_public_fields_of_all_hits(register, client):
    response = client.get("/tra-cuu?q=nong&dinh-dang=csv")
    [first, second] = csv.DictReader(io.StringIO(response.content.decode("utf-8-sig")), delimiter=";")
    assert [first["Người, tập thể được khen"], second["Người, tập thể được khen"]] == [
        "Nông Thị Lân",
        "Nông Thị Lan",
    ]
    assert (second["Chức vụ khi được khen"], second["Đơn vị khi được khen"], second["Xã, phường khi được khen"]) == (
        "Trưởng thôn", "", "Xã Đề Thám",
    )  # fmt: skip


def test_who_takes_too_many_files_waits(register, client):
    for _try in range(10):
        assert client.get("/tra-cuu?q=nong&dinh-dang=csv").status_code == 200
    refused = client.get("/tra-cuu?q=nong&dinh-dang=csv")
    assert (refused.status_code, refused["Retry-After"] != "") == (429, True)
    assert client.get("/tra-cuu?q=nong").status_code == 200


def test_pages_follow_each_other(place, client):
    for number in range(51):
        awarded(place.province, f"Nông Văn {'ABCDEĐGHIKLMNOPQRSTUVXY'[number % 23]} {number}", year=2000)
    first = client.get("/tra-cuu?q=nong")
    assert len(rows(first)) == 50
    assert "51 lượt khen thưởng" in main_text(first)
    [following] = elements(first, "a", rel="next")
    second = client.get(following.attributes["href"])
    assert len(rows(second)) == 1
    [before] = elements(second, "a", rel="prev")
    assert rows(client.get(before.attributes["href"])) == rows(first)
    assert len(gzip.compress(first.content, 6)) <= 12 * 1024


@pytest.mark.parametrize("count", [1, 3])
def test_the_queries_do_not_grow_with_the_hits(place, client, count, django_assert_num_queries):
    for number in range(count):
        awarded(place.province, f"Nông Văn {'ABC'[number]}", place=place.village)
    with django_assert_num_queries(13):
        assert len(rows(client.get("/tra-cuu?q=nong"))) == count


@pytest.mark.parametrize(
    "typed",
    ["'; DROP TABLE", "%", "ngày:99/99/9999", "a" * 5000, "khen:0..99999", '"', "<script>alert(1)"],
)
def test_whatever_is_typed_is_answered(register, client, typed):
    response = client.get("/tra-cuu", {"q": typed, "tu": "5.1.1~x", "noi": typed, "tu_nam": typed})
    assert response.status_code == 200
    assert "<script>alert" not in response.content.decode()


def test_the_page_needs_no_cookie_and_stays_out_of_search_engines(register, client):
    response = client.get("/tra-cuu?q=nong")
    assert response.cookies == {}
    assert response["X-Robots-Tag"] == "noindex"
    assert "X-Robots-Tag" not in client.get("/tra-cuu")


def test_english_has_the_same_page(register, client):
    response = client.get("/en/tra-cuu?q=nong+thi+lan")
    assert texts(response, "h1") == ["Look up awards"]
    assert "2 awards" in main_text(response)


def test_a_household_is_shown_by_its_commune(place, client):
    awarded(
        place.province, "Hộ ông Vi Văn A", recipient_kind=RecipientKind.HOUSEHOLD, place=place.village,
        unit_then="Thôn Nà Ao 2",
    )  # fmt: skip
    assert texts(client.get("/tra-cuu?q=vi+van+a"), "td")[0] == "Xã Đề Thám"
