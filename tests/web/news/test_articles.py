"""Articles as readers see them."""

from __future__ import annotations

from datetime import date

import pytest
from django.test import Client

from tests.factories.portal import article
from tests.web.reading import elements
from thidua.portal.models import Correction

pytestmark = pytest.mark.django_db


def test_an_article_shows_its_lead_body_author_and_day(client: Client) -> None:
    article()
    page = client.get("/tin-tuc/tong-ket").content.decode().partition("<main")[2]
    for said in (
        "Tỉnh đã tổng kết hai đợt thi đua.",
        "5.027 tỷ đồng",
        "Trần Văn Ba – Ban Thi đua",
        "31/10/2019",
    ):
        assert page.count(said) == 1, said


def test_a_draft_is_on_no_page_of_the_site(client: Client) -> None:
    article("ban-nhap", live=False, title="Chưa duyệt")
    article("da-dang", title="Đã duyệt")
    listed = client.get("/tin-tuc").content.decode()
    assert ("Đã duyệt" in listed, "Chưa duyệt" in listed) == (True, False)
    assert client.get("/tin-tuc/ban-nhap").status_code == 404


def test_a_correction_stands_above_the_text(client: Client) -> None:
    corrected = article()
    Correction.objects.create(
        article=corrected, corrected_on=date(2019, 11, 5), note="Số đúng là 5.027, không phải 5.072."
    )
    page = client.get("/tin-tuc/tong-ket").content.decode().partition("<main")[2]
    assert page.index("Đính chính ngày 05/11/2019") < page.index("Số đúng là") < page.index("Thu ngân sách")


@pytest.mark.parametrize("articles", [1, 3])
def test_the_list_costs_the_same_whatever_its_length(
    client: Client, articles: int, django_assert_num_queries: object
) -> None:
    for number in range(articles):
        article(f"bai-{number}")
    client.get("/tin-tuc")
    with django_assert_num_queries(4):  # type: ignore[operator]
        client.get("/tin-tuc")


def test_the_headings_of_a_text_are_headings(client: Client) -> None:
    article(body=[("heading", "Về kinh tế"), ("paragraph", "<p>Thu ngân sách tăng.</p>")])
    page = client.get("/tin-tuc/tong-ket")
    assert next(one.text for one in elements(page, "h2")) == "Về kinh tế"
