"""The list of movements, the anniversaries, and what does not move."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from tests.factories.movements import draft_movement, running_movement, sent_registration
from tests.web.reading import main_text, rows, texts
from thidua.movements.actions import keep_anniversary, launch_movement
from thidua.movements.models import Anniversary, Movement

LIST = "/lam-viec/phong-trao"


def names(response):
    return [row[0].split(" đợt ")[0].split(" phong trào ")[0] for row in rows(response)]


def test_the_list_tells_time_state_and_who_takes_part(place, as_):
    movement = running_movement(place, groups=2)
    sent_registration(movement, place.de_tham, place.clerk)
    assert rows(as_(place.officer).get(LIST)) == [
        [
            "Đợt thi đua cao điểm 60 ngày đêm đợt thi đua cao điểm",
            "từ ngày 19/08/2019 đến ngày 17/10/2019",
            "đang diễn ra",
            "Tỉnh Lạng Sơn",
            *("1", "0", "0"),
            "2 (2 chưa đặt tên)",
        ]
    ]


def test_words_are_found_without_marks_and_filters_stand_in_the_address(place, as_):
    running_movement(place, short_name="Chung sức xây dựng nông thôn mới", kind="thematic")
    running_movement(place, short_name="Thi đua chuyển đổi số")
    client = as_(place.officer)
    assert names(client.get(f"{LIST}?q=nong+thon")) == ["Chung sức xây dựng nông thôn mới"]
    assert names(client.get(f"{LIST}?loai=peak")) == ["Thi đua chuyển đổi số"]
    assert names(client.get(f"{LIST}?nam=2019&xep=name")) == [
        "Chung sức xây dựng nông thôn mới",
        "Thi đua chuyển đổi số",
    ]
    assert "Không có" in main_text(client.get(f"{LIST}?nam=2018"))


def test_a_clerk_does_not_find_drafts_of_the_province(place, as_):
    draft_movement(place, short_name="Còn là nháp")
    running_movement(place, short_name="Đã phát động")
    assert names(as_(place.officer).get(f"{LIST}?xep=name")) == ["Còn là nháp", "Đã phát động"]
    assert names(as_(place.clerk).get(LIST)) == ["Đã phát động"]


def test_the_csv_holds_the_same_rows(place, as_):
    running_movement(place)
    response = as_(place.officer).get(f"{LIST}?dinh-dang=csv")
    lines = response.content.decode("utf-8-sig").splitlines()
    assert lines[1].split(";")[0].strip('"') == "Đợt thi đua cao điểm 60 ngày đêm"
    assert len(lines) == 2


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_takes_as_many_queries_whatever_the_rows(place, as_, django_assert_num_queries, count):
    for _number in range(count):
        sent_registration(running_movement(place, groups=count), place.de_tham, place.clerk)
    client = as_(place.officer)
    client.get(LIST)
    with django_assert_num_queries(6):
        assert len(rows(client.get(LIST))) == count


def test_only_who_prepares_movements_is_offered_to(place, as_):
    assert "Soạn phong trào" in texts(as_(place.officer).get(LIST), "a")
    assert "Soạn phong trào" not in texts(as_(place.clerk).get(LIST), "a")


def test_a_movement_without_signs_of_life_is_listed_with_its_days(place, as_):
    long_ago = timezone.now() - timedelta(days=40)
    launch_movement(movement=draft_movement(place, short_name="Im lìm"), by=place.chairman, at=long_ago)
    response = as_(place.officer).get("/lam-viec/phong-trao-chua-chuyen-dong")
    day = timezone.localtime(long_ago).strftime("%d/%m/%Y")
    assert rows(response) == [["Im lìm", "Tỉnh Lạng Sơn", f"chưa có từ khi bắt đầu ngày {day}", "40"]]


def test_its_own_page_warns_those_who_run_it(place, as_):
    long_ago = timezone.now() - timedelta(days=40)
    launch_movement(movement=draft_movement(place, slug="im-lim"), by=place.chairman, at=long_ago)
    day = timezone.localtime(long_ago).strftime("%d/%m/%Y")
    page = "/lam-viec/phong-trao/im-lim"
    assert texts(as_(place.officer).get(page), "div", class_="warning-text") == [
        "! Lưu ý: Phát động nhưng chưa chuyển động: chưa có đăng ký, hưởng ứng, số liệu, ủng hộ hay gương nào "
        f"từ khi bắt đầu ngày {day} (40 ngày)."
    ]
    assert texts(as_(place.clerk).get(page), "div", class_="warning-text") == []


def test_where_everything_moves_the_page_says_so(place, as_):
    running_movement(place)
    response = as_(place.officer).get("/lam-viec/phong-trao-chua-chuyen-dong")
    assert "Mọi phong trào đang diễn ra đều có chuyển động" in main_text(response)


def test_anniversaries_count_their_years_for_the_year_asked_for(place, as_):
    keep_anniversary(
        name="ngày thành lập tỉnh", started_year=1831, started_on=date(1831, 11, 4), by=place.officer
    )
    keep_anniversary(name="ngày sinh đồng chí Hoàng Văn Thụ", started_year=1909, by=place.officer)
    assert rows(as_(place.clerk).get("/lam-viec/ngay-ky-niem?nam=2019")) == [
        ["ngày sinh đồng chí Hoàng Văn Thụ", "110", "1909", ""],
        ["ngày thành lập tỉnh", "188", "04/11/1831", ""],
    ]


def test_an_anniversary_is_added_and_corrected(place, as_):
    client = as_(place.officer)
    said = {"name": "ngày thành lập tỉnh", "started_year": "1830", "started_on": "", "source": ""}
    client.post("/lam-viec/ngay-ky-niem/them", said)
    row = rows(client.get("/lam-viec/ngay-ky-niem?nam=2019"))
    assert row == [["ngày thành lập tỉnh", "189", "1830", ""]]
    client.post(f"/lam-viec/ngay-ky-niem/{Anniversary.objects.get().pk}", said | {"started_year": "1831"})
    assert rows(client.get("/lam-viec/ngay-ky-niem?nam=2019"))[0][1] == "188"


def test_a_clerk_does_not_write_anniversaries(place, as_):
    response = as_(place.clerk).post("/lam-viec/ngay-ky-niem/them", {"name": "x", "started_year": "1900"})
    assert response.status_code == 403


@pytest.mark.parametrize(
    "address",
    [
        *("", "-moi", "-chua-chuyen-dong"),
        *(
            "/cao-diem",
            "/cao-diem/lan-toa",
            "/cao-diem/tham-gia",
            "/cao-diem/lich-su",
            "/cao-diem/cac-dang-ky",
        ),
        *("/cao-diem/sua", "/cao-diem/phat-dong", "/cao-diem/dang-ky", "/cao-diem/huong-ung"),
    ],
)
def test_strangers_are_asked_to_sign_in(place, client, address):
    running_movement(place, slug="cao-diem")
    response = client.get(f"{LIST}{address}")
    assert response.status_code == 302
    assert response["Location"].startswith("/dang-nhap?next=")
    assert Movement.objects.get().slug == "cao-diem"
