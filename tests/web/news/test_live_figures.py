"""What readers see of the figures in an article."""

from __future__ import annotations

import re

import pytest
from django.test import Client

from tests.factories.live_figures import LIVE_REVENUE, REVENUE, SHARE, freeze, published
from tests.factories.portal import article
from tests.factories.reports import Province2019, province_2019
from thidua.targets.models import Indicator


@pytest.fixture
def place(db: None) -> Province2019:
    return province_2019()


def read(client: Client, address: str = "/tin-tuc/tong-ket") -> str:
    page = client.get(address).content.decode().replace("\u00a0", " ")
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page.partition("<main")[2].partition("</main")[0]))


def test_a_figure_stands_in_the_text_and_leads_to_its_source(client: Client, place: Province2019) -> None:
    freeze(place)
    published(f"Thu ngân sách được {REVENUE}, {SHARE}.")
    page = client.get("/tin-tuc/tong-ket").content.decode().replace("\u00a0", " ")
    assert '<a class="live-figure" href="#nguon-1" id="so-lieu-1">5.027 tỷ đồng' in page
    assert '<li id="nguon-1" value="1">' in page
    assert "{{" not in page


def test_the_source_says_period_origin_and_that_it_is_frozen(client: Client, place: Province2019) -> None:
    freeze(place)
    published(f"Thu ngân sách được {REVENUE}.")
    said = read(client)
    source = said[said.index("Nguồn số liệu") :]
    for known in ("01/01–30/09/2019", "Nguồn Báo cáo tổng kết năm 2019", "đã chốt trong báo cáo", "bản 1"):
        assert source.count(known) >= 1, (known, source)


def test_what_holds_for_every_figure_is_said_once(client: Client, place: Province2019) -> None:
    freeze(place)
    published(f"Thu ngân sách được {REVENUE}, {SHARE}.")
    assert read(client).count("đã chốt trong báo cáo") == 1
    published(f"Thu ngân sách được {REVENUE}, nay là {LIVE_REVENUE}.", slug="hai-nguon")
    mixed = read(client, "/tin-tuc/hai-nguon")
    assert (mixed.count("Trạng thái đã chốt trong báo cáo"), mixed.count("Trạng thái")) == (1, 2)


def test_test_data_behind_a_figure_is_marked(client: Client, place: Province2019) -> None:
    freeze(place)
    published(f"Thu ngân sách {SHARE}.")
    said = read(client)
    assert said.index("dữ liệu kiểm thử") < said.index("Nguồn số liệu")


def test_the_same_figure_twice_has_one_source(client: Client, place: Province2019) -> None:
    published(f"Thu {LIVE_REVENUE}; nhắc lại: {LIVE_REVENUE}.")
    page = client.get("/tin-tuc/tong-ket").content.decode()
    assert (page.count('href="#nguon-1"'), page.count('id="so-lieu-1"'), page.count('<li id="nguon-1"')) == (
        2,
        1,
        1,
    )


def test_a_figure_inside_a_link_is_plain_words(client: Client, place: Province2019) -> None:
    published(f'<a href="https://langson.gov.vn">Thu {LIVE_REVENUE}</a>')
    page = client.get("/tin-tuc/tong-ket").content.decode().replace("\u00a0", " ")
    assert ">Thu 5.027 tỷ đồng</a>" in page


def test_a_withdrawn_figure_is_shown_as_last_published_and_marked(
    client: Client, place: Province2019
) -> None:
    published(f"Thu ngân sách {LIVE_REVENUE}.")
    assert "số liệu đã được rút" not in read(client).lower()
    Indicator.objects.filter(code="budget_revenue").update(is_active=False)
    said = read(client)
    assert "5.027 tỷ đồng" in said
    assert "Số liệu đã được rút; số hiển thị là số đã đăng ngày" in said


def test_a_figure_without_any_value_says_so(client: Client, place: Province2019) -> None:
    Indicator.objects.filter(code="budget_revenue").update(is_active=False)
    published(f"Thu ngân sách {LIVE_REVENUE}.")
    said = read(client)
    assert "Thu ngân sách số liệu đã được rút" in said


def test_braces_in_an_article_that_was_never_resolved_are_not_shown(
    client: Client, place: Province2019
) -> None:
    article(body=[("paragraph", f"<p>Thu {LIVE_REVENUE}.</p>")])
    assert "Thu chưa có số." in read(client)


@pytest.mark.parametrize("aspects", [("value",), ("value", "plan", "same_period")])
def test_reading_costs_the_same_whatever_the_number_of_figures(
    client: Client, place: Province2019, aspects: tuple[str, ...], django_assert_num_queries: object
) -> None:
    published(", ".join(f"{{{{2019-9T:indicator.budget_revenue.{aspect}}}}}" for aspect in aspects))
    client.get("/tin-tuc/tong-ket")
    with django_assert_num_queries(9):  # type: ignore[operator]
        client.get("/tin-tuc/tong-ket")


def test_names_and_days_are_plain_words_and_figures_are_numbered_through(
    client: Client, place: Province2019
) -> None:
    freeze(place)
    published(
        f"Ngày {{{{lang-son-2019@1:awards.presented_on}}}}, {{{{lang-son-2019@1:report.unit}}}}: thu {REVENUE}."
    )
    page = client.get("/tin-tuc/tong-ket").content.decode().replace("\u00a0", " ")
    assert "Ngày 31/10/2019, tỉnh Lạng Sơn: thu <a" in page
    assert 'href="#nguon-1" id="so-lieu-1">5.027 tỷ đồng' in page
    assert ('href="#nguon-2"' in page, page.count('<li id="nguon-')) == (False, 1)
    said = read(client)
    folded = said[said.index("Tên gọi, ngày tháng, danh sách lấy từ hồ sơ") :]
    assert "31/10/2019 – ngày trao (Báo cáo tổng kết năm 2019)" in folded
    assert "tỉnh Lạng Sơn – đơn vị được báo cáo" in folded


def test_the_address_of_an_article_stands_below_it_for_readers_without_scripts(
    client: Client, place: Province2019
) -> None:
    published("Bài viết.")
    page = client.get("/tin-tuc/tong-ket").content.decode()
    assert '<a href="http://testserver/tin-tuc/tong-ket">http://testserver/tin-tuc/tong-ket</a>' in page
    assert 'hidden data-share="http://testserver/tin-tuc/tong-ket"' in page


def test_sources_told_in_english_below_a_vietnamese_text_say_that_they_are_english(
    client: Client, place: Province2019
) -> None:
    published(f"Thu ngân sách được {LIVE_REVENUE}.")
    for address, languages in (("/en/tin-tuc/tong-ket", ["en"]), ("/tin-tuc/tong-ket", [])):
        page = client.get(address).content.decode()
        assert re.findall(r'<section class="figure-sources" lang="(\w+)"', page) == languages
        assert page.count('<section class="figure-sources"') == 1
