"""What the office reads of its readers: totals, days, and what was left out."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from tests.factories.movements import SmallProvince, account, small_province
from tests.factories.portal import article
from thidua.accounts.roles import EDITOR
from thidua.portal.models import Article, DailyViews


@pytest.fixture
def place(db: None) -> SmallProvince:
    return small_province()


def entered(place: SmallProvince) -> Client:
    client = Client()
    client.force_login(
        account(EDITOR.code, place.province), backend="django.contrib.auth.backends.ModelBackend"
    )
    return client


def read(page: Article, counted: int, days_ago: int = 0) -> None:
    day = timezone.localdate() - timedelta(days=days_ago)
    DailyViews.objects.create(page=page, day=day, counted=counted, repeats=2, robots=3, staff=1)


def test_articles_stand_by_what_readers_see(place: SmallProvince) -> None:
    old, new = article("cu", title="Bài cũ", imported_views=2279), article("moi", title="Bài mới")
    read(old, 21)
    read(new, 1500)
    lines = entered(place).get("/lam-viec/luot-xem?dinh-dang=csv").content.decode().splitlines()
    assert [line.split(";")[0::2] for line in lines[1:]] == [
        ["Bài cũ", "21", "2300"],
        ["Bài mới", "1500", "1500"],
    ]


def test_an_article_tells_its_days_and_what_was_left_out(place: SmallProvince) -> None:
    page = article(imported_views=2279)
    read(page, 1200, days_ago=40)
    read(page, 34)
    editor = entered(place)
    shown = editor.get(f"/lam-viec/luot-xem/{page.pk}").content.decode()
    assert "Bạn đọc thấy: 3.513. Đếm tại đây: 1.234; số của trang cũ: 2.279." in shown
    assert "34 lượt xem trong 30 ngày qua." in shown
    lines = editor.get(f"/lam-viec/luot-xem/{page.pk}?dinh-dang=csv").content.decode().splitlines()
    assert [line.split(";")[1:] for line in lines[1:]] == [["34", "2", "3", "1"], ["1200", "2", "3", "1"]]


def test_whom_it_does_not_concern_is_told_so(place: SmallProvince) -> None:
    page = article()
    stranger = Client()
    stranger.force_login(place.clerk, backend="django.contrib.auth.backends.ModelBackend")
    for address in ("/lam-viec/luot-xem", f"/lam-viec/luot-xem/{page.pk}"):
        assert entered(place).get(address).status_code == 200
        assert stranger.get(address).status_code == 403
        assert Client().get(address).status_code == 302


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_costs_the_same_whatever_its_length(
    place: SmallProvince, count: int, django_assert_num_queries: Any
) -> None:
    for number in range(count):
        read(article(f"bai-{number}"), number)
    editor = entered(place)
    editor.get("/lam-viec/luot-xem")
    with django_assert_num_queries(5):
        editor.get("/lam-viec/luot-xem")
