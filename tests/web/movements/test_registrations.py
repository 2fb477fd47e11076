"""Registering at the unit's desk, deciding at the office's."""

import pytest
from django.utils import timezone

from tests.factories.movements import (
    accepted_registration,
    answer,
    drafted_registration,
    running_movement,
    sent_registration,
)
from tests.factories.targets import indicator
from tests.web.reading import elements, faults, main_text, rows, texts
from thidua.movements.actions import content_of, return_registration
from thidua.movements.models import Registration
from thidua.orgs.actions import create_person
from thidua.orgs.models import Person

MINE = "/lam-viec/dang-ky-thi-dua"


@pytest.fixture
def movement(place):
    return running_movement(place, slug="cao-diem", groups=2)


def tasks(response):
    return list(
        zip(
            texts(response, "div", class_="task__what"),
            texts(response, "div", class_="task__state"),
            strict=True,
        )
    )


def state_of(registration):
    return Registration.objects.get(pk=registration.pk).state


def test_the_units_desk_shows_what_is_asked_of_it(place, movement, as_):
    assert tasks(as_(place.clerk).get(MINE)) == [
        ("Đợt thi đua cao điểm 60 ngày đêm Xã Đề Thám · đến 17/10/2019", "chưa đăng ký")
    ]


def test_a_unit_registers_step_by_step_and_gets_a_receipt(place, movement, as_):
    measured = indicator(place, movements=(movement,))
    client = as_(place.clerk)
    begun = client.post("/lam-viec/phong-trao/cao-diem/dang-ky", {"unit": place.de_tham.pk, "who": "don-vi"})
    row = Registration.objects.get()
    page = f"{MINE}/{row.pk}"
    assert begun["Location"] == page
    assert tasks(client.get(page)) == [
        ("Nội dung thi đua Viết theo lời của đơn vị, thuộc lĩnh vực nào", "Chưa làm"),
        ("Nhóm nội dung Những nội dung nào của phong trào", "Chưa làm"),
        ("Chỉ tiêu đăng ký Bằng lời và bằng số", "Chưa làm"),
        ("Kiểm tra và gửi sau khi đã viết ít nhất một mục", "Chưa thể làm"),
    ]
    client.post(
        f"{page}/noi-dung", {"version": 1, "content": "Làm đường thôn", "fields_of_work": ["economy"]}
    )
    client.post(f"{page}/nhom", {"version": 2, "groups": [movement.content_groups.first().pk]})
    pledge = {"dong-0-text": "Vượt thu", "dong-0-indicator": measured.code, "dong-0-value": "12,5"}
    form = {"version": 3, "lam": "luu", "dong-TOTAL_FORMS": 1, "dong-INITIAL_FORMS": 0}
    client.post(f"{page}/chi-tieu", form | pledge)
    assert [state for _title, state in tasks(client.get(page))] == ["Hoàn thành"] * 3 + ["Bước tiếp theo"]
    check = client.get(f"{page}/gui")
    assert texts(check, "dd")[::2][:4] == ["Xã Đề Thám", "Sửa Sẽ làm gì", "Sửa Lĩnh vực", "Sửa Nhóm nội dung"]
    sent = client.post(f"{page}/gui", {"version": 4}, follow=True)
    assert sent.redirect_chain == [(f"{page}/bien-nhan", 302)]
    assert f"Mã ĐK-{row.pk}, gửi lúc" in main_text(sent)
    assert "Tỉnh Lạng Sơn Hoàng Văn Chuyên" in texts(sent, "dd")
    assert state_of(row) == "sent"


def test_a_number_without_its_indicator_and_a_pledge_without_words_are_asked_about(place, movement, as_):
    indicator(place, movements=(movement,))
    row = drafted_registration(movement, place.de_tham, place.clerk)
    form = {
        *(("version", 1), ("lam", "luu"), ("dong-TOTAL_FORMS", 1), ("dong-INITIAL_FORMS", 0)),
        *(("dong-0-text", ""), ("dong-0-indicator", ""), ("dong-0-value", "1.5")),
    }
    response = as_(place.clerk).post(f"{MINE}/{row.pk}/chi-tieu", dict(form))
    assert faults(response) == ["Viết 1,5 (dấu phẩy cho phần thập phân)."]
    response = as_(place.clerk).post(f"{MINE}/{row.pk}/chi-tieu", dict(form) | {"dong-0-value": "1,5"})
    assert faults(response) == [
        "Ghi chỉ tiêu cả bằng lời.",
        "Chọn chỉ số của con số này, hoặc xóa con số.",
    ]
    assert elements(response, "input", name_="dong-0-value")[0].attributes["value"] == "1,5"


def test_beginning_twice_leads_to_the_one_begun(place, movement, as_):
    row = drafted_registration(movement, place.de_tham, place.clerk, content="Đã viết")
    response = as_(place.clerk).post(
        "/lam-viec/phong-trao/cao-diem/dang-ky", {"unit": place.de_tham.pk, "who": "don-vi"}
    )
    assert response["Location"] == f"{MINE}/{row.pk}"
    assert content_of(Registration.objects.get()).content == "Đã viết"


def test_a_person_is_found_by_name_before_being_entered_anew(place, movement, as_):
    known = create_person(full_name="Lương Thị Bình", honorific="ba", by=place.clerk)
    client = as_(place.clerk)
    address = f"/lam-viec/phong-trao/cao-diem/dang-ky?don-vi={place.de_tham.key}&ai=ca-nhan"
    asked = client.post(address, {"name": "luong thi binh", "honorific": ""})
    assert texts(asked, "label")[-2:] == ["Lương Thị Bình", "người khác: ghi người mới"]
    assert not Registration.objects.exists()
    client.post(address, {"name": "luong thi binh", "known": known.pk})
    assert Registration.objects.get().person == known
    client.post(address, {"name": "Vi Văn Mới", "honorific": "ong"})
    assert Person.objects.get(full_name="Vi Văn Mới").registrations.get().unit == place.de_tham


def test_a_returned_registration_shows_its_reason_and_opens_again(place, movement, as_):
    row = sent_registration(movement, place.de_tham, place.clerk)
    return_registration(registration=row, reason="Chỉ tiêu chưa có số", by=place.officer)
    client = as_(place.clerk)
    response = client.get(f"{MINE}/{row.pk}")
    assert texts(response, "div", class_="notification--warning")[0].endswith(
        "điểm cần sửa Chỉ tiêu chưa có số"
    )
    assert len(tasks(response)) == 4
    client.post(f"{MINE}/{row.pk}/gui", {"version": 3})
    assert state_of(row) == "sent"


def test_what_was_sent_says_who_holds_it_and_can_be_recalled(place, movement, as_):
    row = sent_registration(movement, place.de_tham, place.clerk)
    client = as_(place.clerk)
    response = client.get(f"{MINE}/{row.pk}")
    assert "Tỉnh Lạng Sơn Hoàng Văn Chuyên" in texts(response, "dd")
    assert client.get(f"{MINE}/{row.pk}/noi-dung").status_code == 403
    client.post(f"{MINE}/{row.pk}/rut-lai")
    assert state_of(row) == "draft"
    assert client.get(f"{MINE}/{row.pk}/noi-dung").status_code == 200


def test_a_decided_registration_cannot_be_recalled_any_more(place, movement, as_):
    row = accepted_registration(movement, place.de_tham, place.clerk, place.officer)
    response = as_(place.clerk).post(f"{MINE}/{row.pk}/rut-lai", follow=True)
    assert "Không làm được nữa: đăng ký đang ở trạng thái “đã chấp nhận”." in main_text(response)
    assert state_of(row) == "accepted"


def test_a_neighbours_registration_does_not_exist_for_a_clerk(place, movement, as_):
    row = drafted_registration(movement, place.hung_son, place.other_clerk)
    assert as_(place.other_clerk).get(f"{MINE}/{row.pk}").status_code == 200
    for page in ("", "/noi-dung", "/nhom", "/chi-tieu", "/gui", "/bien-nhan", "/rut-lai", "/tra-lai"):
        assert as_(place.clerk).get(f"{MINE}/{row.pk}{page}").status_code == 404, page
    assert as_(place.clerk).post(f"{MINE}/{row.pk}/chap-nhan").status_code == 404
    assert state_of(row) == "draft"


def test_the_board_lists_what_was_sent_and_the_officer_accepts_those_chosen(place, movement, as_):
    first = sent_registration(movement, place.de_tham, place.clerk)
    second = sent_registration(movement, place.hung_son, place.other_clerk)
    client = as_(place.officer)
    board = client.get("/lam-viec/phong-trao/cao-diem/cac-dang-ky")
    assert [(row[1], row[2]) for row in rows(board)] == [("Xã Đề Thám", "đã gửi"), ("Xã Hùng Sơn", "đã gửi")]
    boxes = elements(board, "input", name_="dang-ky")
    assert [box.attributes["value"] for box in boxes] == [str(first.pk), str(second.pk)]
    done = client.post("/lam-viec/phong-trao/cao-diem/chap-nhan", {"dang-ky": [first.pk]}, follow=True)
    assert texts(done, "div", role="status") == ["Đã chấp nhận 1 đăng ký."]
    assert [state_of(first), state_of(second)] == ["accepted", "sent"]


def test_choosing_none_accepts_none(place, movement, as_):
    row = sent_registration(movement, place.de_tham, place.clerk)
    response = as_(place.officer).post("/lam-viec/phong-trao/cao-diem/chap-nhan", follow=True)
    assert "Chọn ít nhất một đăng ký đang chờ rồi chấp nhận." in main_text(response)
    assert state_of(row) == "sent"


def test_all_that_wait_are_accepted_after_a_question(place, movement, as_):
    rows_sent = [
        sent_registration(movement, place.de_tham, place.clerk),
        sent_registration(movement, place.hung_son, place.other_clerk),
    ]
    drafted = drafted_registration(movement, place.district, place.district_clerk)
    client = as_(place.officer)
    question = texts(client.get("/lam-viec/phong-trao/cao-diem/chap-nhan/2"), "h1")
    assert question == ["Chấp nhận cả 2 đăng ký đang chờ?"]
    client.post("/lam-viec/phong-trao/cao-diem/chap-nhan/2")
    assert [state_of(row) for row in (*rows_sent, drafted)] == ["accepted", "accepted", "draft"]


def test_what_arrived_after_the_officer_looked_is_not_accepted_unseen(place, movement, as_):
    first = sent_registration(movement, place.de_tham, place.clerk)
    client = as_(place.officer)
    client.get("/lam-viec/phong-trao/cao-diem/chap-nhan/1")
    second = sent_registration(movement, place.hung_son, place.other_clerk)
    response = client.post("/lam-viec/phong-trao/cao-diem/chap-nhan/1", follow=True)
    assert "Danh sách đang chờ đã thay đổi." in main_text(response)
    assert [state_of(first), state_of(second)] == ["sent", "sent"]


def test_a_return_without_a_reason_is_asked_again(place, movement, as_):
    row = sent_registration(movement, place.de_tham, place.clerk)
    client = as_(place.officer)
    assert faults(client.post(f"{MINE}/{row.pk}/tra-lai", {"reason": " "})) == ["Điền mục “Lý do”."]
    client.post(f"{MINE}/{row.pk}/tra-lai", {"reason": "Thiếu thời hạn"})
    assert Registration.objects.get().return_reason == "Thiếu thời hạn"


def test_a_clerk_decides_about_nothing(place, movement, as_):
    row = sent_registration(movement, place.de_tham, place.clerk)
    client = as_(place.clerk)
    assert elements(client.get("/lam-viec/phong-trao/cao-diem/cac-dang-ky"), "input", name_="dang-ky") == []
    assert client.post(f"{MINE}/{row.pk}/chap-nhan").status_code == 403
    assert client.post(f"{MINE}/{row.pk}/tra-lai", {"reason": "x"}).status_code == 403
    client.post("/lam-viec/phong-trao/cao-diem/chap-nhan", {"dang-ky": [row.pk]})
    assert state_of(row) == "sent"


def test_the_district_decides_for_the_movement_that_it_runs(place, movement, as_):
    own = answer(movement, place.district, place.district_clerk, timezone.localdate())
    row = sent_registration(own, place.de_tham, place.clerk)
    as_(place.district_clerk).post(f"{MINE}/{row.pk}/chap-nhan")
    assert state_of(row) == "accepted"


def test_words_of_a_unit_are_found_without_marks(place, movement, as_):
    sent_registration(movement, place.de_tham, place.clerk)
    sent_registration(movement, place.hung_son, place.other_clerk)
    board = as_(place.officer).get("/lam-viec/phong-trao/cao-diem/cac-dang-ky?q=hung+son")
    assert [row[1] for row in rows(board)] == ["Xã Hùng Sơn"]
