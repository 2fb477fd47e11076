"""The beacon, the counter that readers see, and the page that says how it is counted."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from django.test import Client

from tests.factories.movements import small_province
from tests.factories.portal import article
from thidua.portal.actions.count_views import count_views
from thidua.portal.counting.journal import JOURNAL, Journal, files
from thidua.portal.models import DailyViews
from thidua.portal.queries import counted_pages
from thidua.portal.queries.counted_pages import MOST, forget, takes_views

pytestmark = pytest.mark.django_db
PHONE = "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0 Mobile Safari/537.36"
HERE = {"Sec-Fetch-Site": "same-origin", "User-Agent": PHONE}


@pytest.fixture(autouse=True)
def own_folder(tmp_path: Path, settings: Any) -> None:
    settings.VAR = tmp_path
    forget()
    JOURNAL.__dict__.update(Journal().__dict__)


def tell(client: Client, page: int, **headers: str) -> int:
    given = HERE | {name.replace("_", "-"): value for name, value in headers.items()}
    return client.post(
        f"/luot-xem/{page}", headers={name: value for name, value in given.items() if value}
    ).status_code


def counts() -> dict[str, int]:
    count_views()
    row = DailyViews.objects.values("counted", "repeats", "robots", "staff").first()
    return {name: number for name, number in (row or {}).items() if number}


def test_a_reader_counts_once_and_the_beacon_asks_no_database(
    client: Client, django_assert_num_queries: Any
) -> None:
    page = article()
    assert takes_views(page.pk)  # asked once in a minute, by whoever comes first
    with django_assert_num_queries(0):
        assert [tell(client, page.pk), tell(client, page.pk)] == [204, 204]
    assert (counts(), client.cookies.output()) == ({"counted": 1, "repeats": 1}, "")


def test_another_device_behind_the_same_address_is_another_reader(client: Client) -> None:
    page = article()
    tell(client, page.pk)
    tell(client, page.pk, User_Agent="Mozilla/5.0 (Windows NT 10.0) Gecko/20100101 Firefox/133.0")
    assert counts() == {"counted": 2}


def test_robots_and_staff_do_not_count(client: Client) -> None:
    page = article()
    tell(client, page.pk, User_Agent="Mozilla/5.0 (compatible; Googlebot/2.1)")
    client.force_login(small_province().officer, backend="django.contrib.auth.backends.ModelBackend")
    tell(client, page.pk)
    assert counts() == {"robots": 1, "staff": 1}


@pytest.mark.parametrize(
    "headers",
    [
        {"Sec_Fetch_Site": "cross-site"},
        {"Sec_Fetch_Site": ""},
        {"Sec_Fetch_Site": "", "Origin": "http://xau.vn"},
        {"Sec_Purpose": "prefetch;prerender"},
    ],
)
def test_what_another_site_sends_or_is_only_fetched_ahead_is_not_written_down(
    client: Client, headers: dict[str, str]
) -> None:
    page = article()
    assert tell(client, page.pk, **headers) == 204
    assert counts() == {}
    assert tell(client, page.pk, Sec_Fetch_Site="", Origin="http://testserver") == 204
    assert counts() == {"counted": 1}


def test_pages_that_somebody_makes_up_are_not_written_down_and_cost_few_questions(
    client: Client, django_assert_num_queries: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    draft = article("nhap", live=False)
    assert tell(client, draft.pk) == 204
    forget()
    monkeypatch.setattr(counted_pages, "time", SimpleNamespace(monotonic=lambda: 1.0))  # all in one second
    with django_assert_num_queries(MOST):
        assert {tell(client, 10_000 + number) for number in range(200)} == {204}
    assert counts() == {}
    assert [path.stat().st_size for path in files() if path.stat().st_size] == []


@pytest.mark.parametrize("page", ["0", "99999999999999999999", str(2**31)])
def test_a_page_that_there_is_not_counts_nowhere(client: Client, page: str) -> None:
    assert client.post(f"/luot-xem/{page}", headers=HERE).status_code == 204
    assert counts() == {}
    assert client.get("/luot-xem/7").status_code == 405


def test_the_counter_says_what_the_former_site_told_and_links_to_the_method(client: Client) -> None:
    page = article(imported_views=2279)
    shown = client.get("/tin-tuc/tong-ket").content.decode()
    assert f'data-shown="/luot-xem/{page.pk}">2.279 lượt xem</span>' in shown
    assert "trong đó 2.279 lượt là số của trang cũ" in shown
    tell(client, page.pk)
    assert counts() == {"counted": 1}
    assert "2.280 lượt xem</span>" in client.get("/tin-tuc/tong-ket").content.decode()
    assert 'href="/cach-dem-luot-xem"' in shown
    method = client.get("/cach-dem-luot-xem").content.decode()
    assert ("trong vòng 30 phút" in method, "Quá 60 trình duyệt" in method) == (True, True)


def test_a_full_disk_is_told_to_nobody_but_the_log(
    client: Client, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def full(_shown: object) -> None:
        raise OSError("no space left")

    monkeypatch.setattr(JOURNAL, "append", full)
    assert tell(client, article().pk) == 503
    assert "A view could not be written down." in [record.message for record in caplog.records]
