"""The months of an indicator on the public page of a movement."""

from datetime import date

import pytest

from tests.factories.targets import indicator, observed, plan
from tests.web.reading import elements, main_text, texts
from thidua.core.periods import Period
from thidua.movements.actions import review_movement

MOVEMENT = "/phong-trao/cao-diem-2019"
PAGE = f"{MOVEMENT}/ket-qua"


@pytest.fixture
def months(place, movement):
    """Revenue of three, six and twelve months, saplings of two months, one indicator with a single figure."""
    revenue = indicator(place, movements=(movement,), order=1)
    plan(place, revenue, place.province, 5452)
    for month, value in ((3, 1500), (6, 3100), (9, 5027), (12, 9999)):
        observed(place, revenue, place.province, value, period=Period.of_first_months(2019, month))
    trees = indicator(place, code="trong-rung", name="Trồng rừng", movements=(movement,), order=2)
    for month, value in ((8, 400), (9, 700)):
        observed(place, trees, place.province, value, period=Period.of_first_months(2019, month))
    alone = indicator(place, code="mot-so", name="Chỉ một số", movements=(movement,), order=3)
    observed(place, alone, place.province, 7)
    review_movement(movement=movement, kind="final", held_on=date(2019, 10, 31), by=place.officer)
    return movement


def drawn(response):
    return [
        each.attributes["aria-label"].replace("\u00a0", " ") for each in elements(response, "div", role="img")
    ]


def lines(response):
    return [
        [cell.strip('"') for cell in line.split(";")]
        for line in response.content.decode("utf-8-sig").splitlines()
    ]


def test_the_line_ends_with_the_movement_and_tells_which_months_are_silent(months, client):
    assert drawn(client.get(PAGE)) == [
        "Từ 1.500 tỷ đồng (T3) đến 5.027 tỷ đồng (T9). Số tháng chưa có số: 7."
    ]


def test_another_indicator_is_drawn_when_asked_for_and_one_figure_is_no_line(months, client):
    response = client.get(f"{PAGE}?dien-bien=trong-rung")
    assert drawn(response) == ["Từ 400 tỷ đồng (T8) đến 700 tỷ đồng (T9). Số tháng chưa có số: 8."]
    others = [a.attributes["href"] for a in elements(response, "a") if "#dien-bien" in a.attributes["href"]]
    assert others == ["?dien-bien=thu-ngan-sach#dien-bien"]


def test_an_indicator_that_is_not_known_draws_the_first(months, client):
    assert drawn(client.get(f"{PAGE}?dien-bien=khong-co")) == drawn(client.get(PAGE))


def test_the_table_beside_the_line_has_no_zero_for_a_silent_month(months, client):
    twin = client.get(PAGE).content.decode().partition("table--twin")[2].partition("</table>")[0]
    cells = texts(type("Part", (), {"content": twin.encode()}), "td")
    assert [cell.replace("\u00a0", " ") for cell in cells[:3]] == [
        "chưa có số",
        "chưa có số",
        "1.500 tỷ đồng",
    ]


def test_the_months_are_a_csv(months, client):
    response = client.get(f"{MOVEMENT}?dinh-dang=csv&bang=dien-bien&dien-bien=thu-ngan-sach")
    found = lines(response)
    assert found[0] == ["Kỳ", "Đơn vị tính", "Kết quả", "Cùng kỳ năm trước", "Nguồn"]
    assert [line[2] for line in found[1:]] == ["", "", "1500", "", "", "3100", "", "", "5027", ""]
    assert response["Content-Disposition"] == 'attachment; filename="dien-bien-thu-ngan-sach.csv"'


def test_no_line_no_download(movement, client):
    assert "Diễn biến theo tháng" not in main_text(client.get(PAGE))
    assert client.get(f"{MOVEMENT}?dinh-dang=csv&bang=dien-bien").status_code == 404
