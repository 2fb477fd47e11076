"""What a page does not read of its address is taken away; lists are not written as files over and over."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.cache import caches
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

from tests.factories.movements import running_movement
from thidua.web.shell import downloads
from thidua.web.shell.known_parameters import PUBLIC, forget_unknown
from thidua.web.shell.public_cache import KEPT_PAGES


def left(rf: Any, address: str, method: str = "get") -> str:
    request = getattr(rf, method)(address)
    forget_unknown(request)
    return str(request.get_full_path())


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("/?fbclid=1", "/"),
        ("/en/?fbclid=1", "/en/"),
        ("/phong-trao?q=x&utm_source=zalo&trang=2", "/phong-trao?q=x&trang=2"),
        ("/phong-trao?buoc=&xep=-bat-dau", "/phong-trao?buoc=&xep=-bat-dau"),
        ("/en/tin-tuc?nam=2019&a=%C3%A2", "/en/tin-tuc?nam=2019"),
        ("/tra-cuu?q=l%C6%B0%C6%A1ng&hinh_thuc=a&x=1", "/tra-cuu?q=l%C6%B0%C6%A1ng&hinh_thuc=a"),
        ("/tra-cuu?q=%FF&x=1", "/tra-cuu?q=%FF"),
        ("/tin-tuc?" + "&".join(f"nam={number}" for number in range(200)), "/tin-tuc"),
        ("/van-ban?co_quan=a&x=1", "/van-ban?co_quan=a"),
        ("/dang-nhap?next=/x&y=1", "/dang-nhap?next=/x&y=1"),
        ("/lam-viec/don-vi?y=1", "/lam-viec/don-vi?y=1"),
        ("/khong-co?y=1", "/khong-co?y=1"),
    ],
)
def test_only_what_a_page_reads_stays_in_its_address(rf: Any, address: str, expected: str) -> None:
    assert left(rf, address) == expected


def test_what_is_sent_is_left_alone(rf: Any) -> None:
    assert left(rf, "/tin-tuc/a/y-kien?y=1", "post") == "/tin-tuc/a/y-kien?y=1"


def test_a_page_is_kept_once_whatever_is_hung_on_its_address(
    place: Any, client: Client, settings: Any
) -> None:
    settings.PAGE_CACHE_SECONDS = 60
    caches[KEPT_PAGES].clear()
    running_movement(place, slug="x")
    for number in range(5):
        assert client.get(f"/phong-trao/x?rac={number}").status_code == 200
    assert len([key for key in caches[KEPT_PAGES]._cache if "://" in key]) == 1
    caches[KEPT_PAGES].clear()


def test_the_links_of_a_page_carry_nothing_that_it_does_not_read(place: Any, client: Client) -> None:
    page = client.get("/phong-trao?q=khong-co&rac=1").content.decode()
    assert "rac=1" not in page
    assert page.count("q=khong-co") > 0


def test_one_address_gets_no_more_files_than_a_person_takes(
    place: Any, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(downloads, "MOST", 2)
    answers = [
        client.get(address)
        for address in ("/phong-trao?dinh-dang=csv", "/ung-ho?dinh-dang=xlsx", "/en/phong-trao?dinh-dang=csv")
    ]
    assert [answer.status_code for answer in answers] == [200, 200, 429]
    assert 0 < int(answers[2]["Retry-After"]) <= 60
    assert answers[2].content.decode().startswith("Too many files in one minute. Wait ")
    assert client.get("/phong-trao").status_code == 200
    assert client.get("/phong-trao?dinh-dang=csv", REMOTE_ADDR="203.0.113.9").status_code == 200


def test_every_list_that_is_offered_as_a_file_knows_the_name_of_the_format() -> None:
    views = {
        pattern.callback
        for pattern in _patterns(get_resolver().url_patterns)
        if pattern.callback.__module__.startswith(PUBLIC)
    }
    told = {view.__name__ for view in views if "dinh-dang" in getattr(view, "known_parameters", ())}
    assert told == {
        *(
            "movements",
            "movement",
            "drives",
            "ledger",
            "consultations",
            "consultation",
            "stories_list",
            "page",
        ),
    }


def _patterns(found: Any) -> Any:
    for one in found:
        if isinstance(one, URLResolver):
            yield from _patterns(one.url_patterns)
        elif isinstance(one, URLPattern):
            yield one
