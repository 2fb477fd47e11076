"""Following a movement: who answers, who takes part, what happened."""

from datetime import datetime

import pytest
from django.utils import timezone

from tests.factories.movements import (
    accepted_registration,
    account,
    answer,
    content,
    draft_movement,
    drafted_registration,
    running_movement,
    sent_registration,
    unit,
)
from tests.web.reading import elements, faults, main_text, rows, texts
from thidua.accounts.models import User
from thidua.accounts.roles import AUDITOR
from thidua.core.vietnamese.dates import VIETNAM_TIME
from thidua.movements.actions import answer_movement, launch_movement
from thidua.movements.models import Movement
from thidua.orgs.enums import UnitKind
from thidua.web.workspace.movements.work import work_of

TODAY = timezone.localdate()


@pytest.fixture
def movement(place):
    return running_movement(place, slug="cao-diem", groups=2)


def test_the_tree_tells_unit_by_unit_who_has_answered(place, movement, as_):
    own = answer(movement, place.de_tham, place.clerk, TODAY)
    response = as_(place.officer).get("/lam-viec/phong-trao/cao-diem/lan-toa")
    assert "1/5 đơn vị được kêu gọi đã hưởng ứng" in main_text(response)
    assert rows(response) == [
        ["Sở, ban, ngành và cơ quan nhà nước", "1", "0", "1"],
        ["Cơ quan, tổ chức đảng", "1", "0", "1"],
        ["Cấp huyện", "1", "0", "1"],
        ["Cấp xã", "2", "1", "1"],
    ]
    assert texts(response, "summary")[-1] == "Huyện Tràng Định (1/3 đã hưởng ứng)"
    assert own.short_name in texts(response, "a")


def test_the_tree_as_of_a_day_leaves_out_later_answers(place, movement, as_):
    drafted = answer_movement(
        parent=movement, unit=place.de_tham, content=content(), by=place.clerk, on=TODAY
    )
    launch_movement(movement=drafted, by=place.clerk, at=datetime(2019, 9, 2, 8, tzinfo=VIETNAM_TIME))
    client = as_(place.officer)
    page = "/lam-viec/phong-trao/cao-diem/lan-toa?ngay="
    assert "Đến ngày 01/09/2019, 0/5" in main_text(client.get(f"{page}01/09/2019"))
    assert "Đến ngày 02/09/2019, 1/5" in main_text(client.get(f"{page}2/9/2019"))
    assert faults(client.get(f"{page}mai")) == [
        "“mai” không phải là ngày. Viết ngày/tháng/năm, ví dụ 31/10/2019."
    ]


def test_only_those_who_have_not_answered_can_be_asked_for(place, movement, as_):
    answer(movement, place.de_tham, place.clerk, TODAY)
    response = as_(place.officer).get("/lam-viec/phong-trao/cao-diem/lan-toa?chua=1")
    assert "Xã Hùng Sơn – chưa hưởng ứng" in texts(response, "li")
    assert "Xã Đề Thám" not in main_text(response)


def test_the_csv_holds_every_unit_with_its_state(place, movement, as_):
    answer(movement, place.de_tham, place.clerk, TODAY)
    sent_registration(movement, place.de_tham, place.clerk)
    response = as_(place.officer).get("/lam-viec/phong-trao/cao-diem/lan-toa?dinh-dang=csv")
    lines = [line.replace('"', "").split(";") for line in response.content.decode("utf-8-sig").splitlines()]
    assert ["Xã Đề Thám", "cấp xã", "Có", "Đề Thám thi đua", "đã gửi"] in lines
    assert ["Xã Hùng Sơn", "cấp xã", "Không", "", "chưa đăng ký"] in lines
    assert len(lines) == 6


def test_participation_is_told_per_level_field_group_and_state(place, movement, as_):
    group = movement.content_groups.first()
    accepted_registration(
        movement, place.de_tham, place.clerk, place.officer, groups=(group,), fields=("economy",)
    )
    sent_registration(movement, place.district, place.district_clerk)
    response = as_(place.officer).get("/lam-viec/phong-trao/cao-diem/tham-gia")
    assert rows(response, 0)[2:] == [["Cấp huyện", "1", "1", "0"], ["Cấp xã", "2", "1", "1"]]
    assert rows(response, 1) == [["Kinh tế", "1", "1"], ["Văn hóa – xã hội", "0", "0"]]
    assert rows(response, 2) == [["1. chưa đặt tên", "1", "1"], ["2. chưa đặt tên", "0", "0"]]
    assert rows(response, 3) == [
        ["chưa đăng ký", "3"],
        ["chưa gửi", "0"],
        ["đã gửi", "1"],
        ["trả lại", "0"],
        ["đã chấp nhận", "1"],
    ]


def test_the_history_tells_who_did_what(place, movement, as_):
    response = as_(place.officer).get("/lam-viec/phong-trao/cao-diem/lich-su")
    assert texts(response, "p", class_="timeline__title") == [
        "Phát động phong trào",
        "Sửa các nhóm nội dung",
        "Soạn phong trào",
    ]
    assert texts(response, "p", class_="timeline__meta")[0].endswith("· Lý Thị Chủ")


def test_who_does_not_see_the_movements_of_the_launcher_does_not_read_its_history(place, movement, as_):
    assert (
        as_(account(AUDITOR.code, place.province)).get("/lam-viec/phong-trao/cao-diem/lich-su").status_code
        == 200
    )
    assert as_(place.clerk).get("/lam-viec/phong-trao/cao-diem/lich-su").status_code == 404


def test_a_unit_is_offered_to_answer_and_writes_its_own_movement(place, movement, as_):
    client = as_(place.clerk)
    assert "Phong trào này kêu gọi Xã Đề Thám." in main_text(client.get("/lam-viec/phong-trao/cao-diem"))
    said = {
        "version": 0,
        "kind": "thematic",
        "short_name": "Đề Thám làm đường",
        "theme": "Mỗi thôn một đoạn đường",
        "start": "08/2019",
        "scope": ["village"],
    }
    response = client.post("/lam-viec/phong-trao/cao-diem/huong-ung", said)
    own = Movement.objects.get(parent=movement)
    assert response["Location"] == f"/lam-viec/phong-trao/{own.slug}"
    assert (own.launched_by, own.state, own.theme) == (place.de_tham, "draft", "Mỗi thôn một đoạn đường")
    client.post(f"/lam-viec/phong-trao/{own.slug}/phat-dong")
    assert Movement.objects.get(pk=own.pk).state == "launched"
    again = client.get("/lam-viec/phong-trao/cao-diem/huong-ung")
    assert "Không còn đơn vị nào của bạn cần hưởng ứng" in main_text(again)


def test_a_unit_begins_a_dossier_from_the_page_of_the_movement(place, movement, as_):
    address = f"/lam-viec/de-nghi-khen-thuong/moi?phong-trao={movement.pk}"
    page, told = "/lam-viec/phong-trao/cao-diem", ["Đề nghị khen thưởng trong phong trào này"]
    assert texts(as_(place.officer).get(page), "a", href=address) == []
    assert texts(as_(place.clerk).get(page), "a", href=address) == told
    options = elements(as_(place.clerk).get(address), "option")
    chosen = [option.text for option in options if "selected" in option.attributes]
    assert [text.startswith(str(movement)) for text in chosen] == [True]


@pytest.mark.parametrize(
    ("part", "queries"), [("", 29), ("/lan-toa", 9), ("/tham-gia", 10), ("/cac-dang-ky", 11)]
)
@pytest.mark.parametrize("count", [1, 3])
def test_pages_take_as_many_queries_whatever_the_units(
    place, movement, as_, django_assert_num_queries, part, queries, count
):
    for number in range(count):
        commune = unit(f"Xã Thử {number}", UnitKind.COMMUNE, place.district)
        sent_registration(
            movement, commune, place.district_clerk, groups=tuple(movement.content_groups.all())
        )
    client = as_(place.officer)
    client.get(f"/lam-viec/phong-trao/cao-diem{part}")
    with django_assert_num_queries(queries):
        client.get(f"/lam-viec/phong-trao/cao-diem{part}")


def test_work_waits_for_each_at_their_own_desk(place, movement, as_):
    draft_movement(place, short_name="Chờ phát động")
    sent_registration(movement, place.de_tham, place.clerk)
    drafted_registration(movement, place.hung_son, place.other_clerk)

    def work(user):
        return texts(as_(user).get("/viec-cua-toi"), "div", class_="task__what")

    name = "Đợt thi đua cao điểm 60 ngày đêm"
    assert work(place.officer)[:2] == [
        f"Tổng kết: {name} Đã quá ngày dự kiến kết thúc mà chưa ghi nhận tổng kết.",
        f"1 đăng ký chờ quyết định: {name}",
    ]
    assert work(place.chairman) == ["Phát động: Chờ phát động Tỉnh Lạng Sơn"]
    assert work(place.clerk) == []
    assert work(place.other_clerk) == [f"Hoàn thiện và gửi: {name} Xã Hùng Sơn"]
    assert work(place.district_clerk) == [f"Đăng ký tham gia: {name} Huyện Tràng Định"]


@pytest.mark.parametrize("count", [1, 3])
def test_the_work_list_takes_as_many_queries_whatever_the_work(place, as_, django_assert_num_queries, count):
    for _number in range(count):
        sent_registration(running_movement(place), place.de_tham, place.clerk)
        draft_movement(place)
    for user, queries in ((place.officer, 24), (place.clerk, 13)):
        fresh = User.objects.get(pk=user.pk)
        with django_assert_num_queries(queries):
            list(work_of(fresh))
