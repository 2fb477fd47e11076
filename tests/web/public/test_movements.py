"""The public list of movements."""

from datetime import date

import pytest
from django.utils import timezone

from tests.factories.movements import answer, draft_movement, running_movement, sent_registration
from tests.web.reading import main_text, rows, texts
from thidua.movements.actions import review_movement


def names(response):
    return [row[0].split(" đợt ")[0] for row in rows(response)]


def test_launched_movements_are_listed_and_drafts_are_not(place, client):
    running_movement(place, short_name="Đã phát động")
    draft_movement(place, short_name="Còn là nháp")
    assert names(client.get("/phong-trao")) == ["Đã phát động"]
    assert "Không có dòng nào" not in main_text(client.get("/phong-trao"))
    assert client.get("/phong-trao?buoc=draft").status_code == 200
    assert "Còn là nháp" not in client.get("/phong-trao?buoc=draft").content.decode()


def test_answers_of_units_below_are_shown_when_asked_for(place, client):
    parent = running_movement(place, short_name="Của tỉnh")
    answer(parent, place.district, place.district_clerk, timezone.localdate())
    assert names(client.get("/phong-trao")) == ["Của tỉnh"]
    assert names(client.get("/phong-trao?huong_ung=on&xep=name")) == ["Của tỉnh", "Tràng Định thi đua"]


def test_a_row_tells_time_state_and_who_takes_part(place, client):
    movement = running_movement(place)
    sent_registration(movement, place.de_tham, place.clerk)
    assert rows(client.get("/phong-trao")) == [
        [
            "Đợt thi đua cao điểm 60 ngày đêm đợt thi đua cao điểm",
            "từ ngày 19/08/2019 đến ngày 17/10/2019",
            "đang diễn ra",
            "Tỉnh Lạng Sơn",
            *("1", "0"),
        ]
    ]


def test_running_and_closed_movements_stand_apart_and_are_counted(place, client):
    running_movement(place, short_name="Đang chạy")
    for kind, name in (("preliminary", "Đã sơ kết"), ("final", "Đã tổng kết")):
        row = running_movement(place, short_name=name, starts_on=date(2019, 8, 20))
        review_movement(movement=row, kind=kind, held_on=date(2019, 10, 31), by=place.officer)
    draft_movement(place, short_name="Còn là nháp")
    assert texts(client.get("/phong-trao"), "a", aria_current="page")[-1] == "Tất cả 3"
    running = client.get("/phong-trao?buoc=launched")
    assert texts(running, "a", aria_current="page")[-1] == "Đang diễn ra 2"
    assert sorted(names(running)) == ["Đang chạy", "Đã sơ kết"]
    closed = client.get("/phong-trao?buoc=closed")
    assert texts(closed, "a", aria_current="page")[-1] == "Đã tổng kết 1"
    assert names(closed) == ["Đã tổng kết"]


def test_the_csv_holds_no_draft_either(place, client):
    running_movement(place, short_name="Đã phát động")
    draft_movement(place, short_name="Còn là nháp")
    text = client.get("/phong-trao?dinh-dang=csv").content.decode("utf-8-sig")
    assert len(text.splitlines()) == 2
    assert "Đã phát động" in text


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_takes_as_many_queries_whatever_the_rows(place, client, django_assert_num_queries, count):
    for _number in range(count):
        sent_registration(running_movement(place), place.de_tham, place.clerk)
    client.get("/phong-trao")
    with django_assert_num_queries(3):
        assert len(rows(client.get("/phong-trao"))) == count
