"""The awards of a day and one of them, as a clerk reads them."""

from __future__ import annotations

import gzip

import pytest

from tests.factories.lawbook import answer, checked
from tests.web.reading import elements, faults, main_text, rows, texts

LAW = "/lam-viec/luat"
AWARD = f"{LAW}/khen-thuong/provincial_certificate_of_merit"
NAME = "Bằng khen của Bộ, ban, ngành, tỉnh"
PAGES = {
    LAW: 24,
    AWARD: 30,
    f"{LAW}/khen-thuong/pm_certificate_of_merit?ngay=01/01/2026": 30,
    f"{AWARD}/so-sanh?tu=31/12/2023&den=01/01/2024": 30,
    f"{LAW}/thu": 24,
    f"{LAW}/van-ban": 24,
    f"{LAW}/cach-hieu": 14,
    f"{LAW}/cach-hieu/mixed_initiative_topic": 14,
    f"{LAW}/quy-dinh-dia-phuong": 14,
}


def names(page):
    return texts(page, "th", scope="row")


def test_the_list_names_each_award_as_it_was_called_on_the_day(place, as_):
    client = as_(place.clerk)
    today, then = client.get(f"{LAW}?ngay=01/01/2026"), client.get(f"{LAW}?ngay=01/10/2019")
    assert NAME in names(today)
    assert NAME not in names(then)
    assert "Bằng khen cấp bộ, ngành, tỉnh, đoàn thể trung ương" in names(then)


def test_the_list_can_be_asked_for_one_kind_of_recipient(place, as_):
    client = as_(place.clerk)
    every = names(client.get(f"{LAW}?ngay=01/01/2026"))
    household = names(client.get(f"{LAW}?ngay=01/01/2026&doi_tuong=household"))
    assert {"Gia đình văn hóa", NAME, "Giấy khen"} <= set(household)
    assert "Chiến sĩ thi đua cơ sở" in every
    assert "Chiến sĩ thi đua cơ sở" not in household


def test_before_the_first_text_there_is_nothing_and_the_page_says_so(place, as_):
    page = as_(place.clerk).get(f"{LAW}?ngay=01/01/1990")
    assert texts(page, "p", class_="empty__title") == ["Chưa có dữ liệu cho ngày 01/01/1990"]


def test_a_wrong_day_is_told_and_today_is_shown(place, as_):
    page = as_(place.clerk).get(f"{LAW}?ngay=31/02/2026")
    assert faults(page) == ["Không có ngày 31/02/2026. Kiểm tra lại ngày và tháng."]
    assert NAME in names(page)


def test_the_amendment_that_is_not_loaded_is_told_from_its_first_day(place, as_):
    client = as_(place.clerk)
    title = "Luật 06/2022/QH15 (sửa đổi 2026): chưa nạp nội dung mới"
    assert texts(client.get(f"{AWARD}?ngay=01/10/2026"), "p", class_="notification__title") == [title]
    assert texts(client.get(f"{AWARD}?ngay=30/09/2026"), "p", class_="notification__title") == []
    answer(place.officer, reading="cap_of_unloaded_text", value="lifted", scope="LAW2022A")
    assert "Ban đã quyết định cho phép kết luận theo nội dung cũ." in main_text(
        client.get(f"{AWARD}?ngay=01/10/2026")
    )


def test_the_page_of_an_award_tells_conditions_clauses_and_amounts(place, as_):
    page = as_(place.clerk).get(f"{AWARD}?ngay=20/12/2025")
    assert texts(page, "h1") == [NAME]
    told = main_text(page)
    assert "Điểm a khoản 1 Điều 74 Luật 06/2022/QH15" in texts(page, "h4")
    assert "Mức lương cơ sở 2.340.000 đồng một tháng" in told
    assert rows(page)[0] == ["Cá nhân", "1,5", "3.510.000 đồng"]
    assert "Hộ gia đình" in texts(page, "h3")


def test_in_english_the_same_page_is_english(place, as_):
    page = as_(place.clerk).get(f"/en{AWARD}?ngay=20/12/2025")
    assert "Base salary VND 2,340,000 a month" in main_text(page)
    assert "Point a, clause 1, Article 74 of Law 06/2022/QH15" in texts(page, "h4")


def test_what_could_not_be_checked_is_shown_apart(place, as_):
    page = as_(place.clerk).get(f"{LAW}/khen-thuong/labor_order_1?ngay=01/01/2018")
    marks = texts(page, "strong", class_="tag--neutral")
    assert marks == ["chưa đối chiếu được", "chưa đối chiếu được"]
    apart = elements(page, "section", aria_labelledby="chua-doi-chieu")[0].text
    assert "l1-2013-1a" in apart
    assert "l1-2013-2b" in apart
    assert "l1-2013-1b" not in apart


def test_an_award_that_nobody_knows_is_not_found(place, as_):
    assert as_(place.clerk).get(f"{LAW}/khen-thuong/no_such_award").status_code == 404


def test_only_who_signs_in_reads_the_desk(place, client):
    page = client.get(LAW)
    assert (page.status_code, page["Location"].split("?")[0]) == (302, "/dang-nhap")


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_costs_the_same_whatever_was_checked(place, as_, django_assert_num_queries, count):
    for provision in ("text/LAW2022", "rule/suspension", "text/ND98")[:count]:
        checked(place.officer, provision)
    client = as_(place.clerk)
    client.get(LAW)
    with django_assert_num_queries(4):
        client.get(LAW)


@pytest.mark.parametrize("count", [1, 3])
def test_an_award_costs_the_same_whatever_was_checked(place, as_, django_assert_num_queries, count):
    for provision in ("alternative/pc-2022-1a", "alternative/pc-2022-1b", "rule/suspension")[:count]:
        checked(place.officer, provision)
    client = as_(place.clerk)
    client.get(AWARD)
    with django_assert_num_queries(4):
        client.get(AWARD)


@pytest.mark.parametrize(("address", "kilobytes"), PAGES.items())
def test_every_page_keeps_its_budget(place, as_, address, kilobytes):
    page = as_(place.officer).get(address)
    assert page.status_code == 200
    assert len(gzip.compress(page.content, 6)) <= kilobytes * 1024


def test_a_refreshed_part_is_the_part_alone(place, as_):
    page = as_(place.clerk).get(
        AWARD, {"ngay": "01/10/2019"}, headers={"HX-Request": "true", "HX-Target": "quy-dinh"}
    )
    assert page.content.decode().lstrip().startswith('<div id="quy-dinh">')
    assert texts(page, "h1") == ["Bằng khen cấp bộ, ngành, tỉnh, đoàn thể trung ương"]


def test_two_days_are_compared_as_a_lawyer_would(place, as_):
    page = as_(place.clerk).get(f"{AWARD}/so-sanh?tu=31/12/2023&den=01/01/2024")
    told = main_text(page)
    assert "Từ ngày 01/01/2024, Luật Thi đua, khen thưởng 06/2022/QH15 thay thế Luật 15/2003/QH11." in told
    assert "Tiền thưởng (lần mức lương cơ sở): cá nhân 1,0 → 1,5; tập thể 2,0 → 3,0." in told


def test_days_in_the_wrong_order_are_told(place, as_):
    page = as_(place.clerk).get(f"{AWARD}/so-sanh?tu=01/01/2024&den=31/12/2023")
    assert faults(page) == ["Ngày sau lại đứng trước ngày đầu. Hãy sửa một trong hai ngày."]


def test_the_texts_tell_when_they_hold_and_what_they_replace(place, as_):
    page = as_(place.clerk).get(f"{LAW}/van-ban?ngay=01/01/2025")
    law = next(
        row for row in rows(page) if row[0].startswith("Luật Thi đua, khen thưởng 06/2022/QH15 đã đọc trong")
    )
    assert law[1] == "đang hiệu lực từ ngày 01/01/2024 đến ngày 30/09/2026"
    assert "thay thế: Luật 15/2003/QH11" in law[2]
