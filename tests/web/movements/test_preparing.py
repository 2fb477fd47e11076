"""Preparing, editing, naming groups, attaching the document, launching and closing, through the pages."""

from datetime import date, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from tests.factories.movements import content, draft_movement, running_movement, sent_registration
from tests.web.reading import elements, faults, main_text, texts
from thidua.movements.actions import edit_movement, keep_anniversary
from thidua.movements.models import ContentGroup, Movement
from thidua.orgs.models import Unit

PDF = b"%PDF-1.4\n%%EOF\n"


def typed(place, **changes):
    """Return the form as an officer fills it in."""
    return {
        "version": "0",
        "launched_by": place.province.pk,
        "kind": "peak",
        "short_name": "Đợt cao điểm",
        "theme": "60 ngày đêm",
        "aims": "",
        "start": "19/08/2019",
        "planned_end": "17/10/2019",
        "slogan_days": "60",
        "fields_of_work": ["economy"],
        "scope": ["commune", "district"],
        "anniversaries": [],
        **changes,
    }


def value_of(response, name):
    return elements(response, "input", name_=name)[0].attributes["value"]


@pytest.fixture
def officer(place, as_):
    return as_(place.officer)


def test_a_draft_is_kept_as_it_was_typed(place, officer):
    day = keep_anniversary(name="ngày thành lập tỉnh", started_year=1831, by=place.officer)
    response = officer.post(
        "/lam-viec/phong-trao-moi", typed(place, start="cuối năm 2018", anniversaries=[day.pk])
    )
    movement = Movement.objects.get()
    assert response["Location"] == f"/lam-viec/phong-trao/{movement.slug}/nhom-noi-dung"
    assert (movement.slug, movement.state, movement.launched_by) == ("dot-cao-diem", "draft", place.province)
    assert (movement.starts_on, movement.starts_precision) == (date(2018, 10, 1), "end_of_year")
    assert (movement.slogan_days, movement.fields, movement.scope) == (
        60,
        ["economy"],
        ["district", "commune"],
    )
    assert list(movement.anniversaries.all()) == [day]


def test_every_fault_is_told_on_top_and_nothing_typed_is_lost(place, officer):
    wrong = typed(
        place, short_name="", start="hôm kia", planned_end="10/31/2019", slogan_days="1.5", scope=[]
    )
    response = officer.post("/lam-viec/phong-trao-moi", wrong)
    assert texts(response, "title")[0].startswith("Lỗi: ")
    assert faults(response) == [
        "Điền mục “Tên gọi ngắn”.",
        "Không đọc được “hôm kia”. Ghi 19/08/2019, 08/2019, quý III/2019, cuối năm 2018 hoặc 2019.",
        "Viết ngày trước, tháng sau: 31/10/2019.",
        "Viết 1,5 (dấu phẩy cho phần thập phân).",
        "Chọn một ý ở mục “Kêu gọi đơn vị cấp nào”.",
    ]
    assert [value_of(response, name) for name in ("start", "planned_end", "slogan_days")] == [
        *("hôm kia", "10/31/2019", "1.5"),
    ]
    assert texts(response, "textarea", name_="theme") == ["60 ngày đêm"]
    assert not Movement.objects.exists()


def test_what_the_action_refuses_stands_beside_its_field(place, officer):
    response = officer.post("/lam-viec/phong-trao-moi", typed(place, planned_end="01/08/2019"))
    assert faults(response) == ["Ngày dự kiến kết thúc trước ngày bắt đầu. Sửa một trong hai ngày."]


def test_a_movement_may_be_prepared_for_an_authority_below(place, officer):
    officer.post("/lam-viec/phong-trao-moi", typed(place, launched_by=place.party.pk))
    assert Movement.objects.get().launched_by == place.party


def test_a_commune_is_not_offered_as_launcher(place, officer):
    units = set(Unit.objects.values_list("name", flat=True))
    offered = texts(officer.get("/lam-viec/phong-trao-moi"), "option")
    assert place.de_tham.name in units
    assert [name for name in offered if name in units] == [
        "Tỉnh Lạng Sơn",
        "Sở Nội vụ",
        "Tỉnh ủy",
        "Huyện Tràng Định",
    ]


def test_the_form_shows_the_start_as_it_can_be_typed_again(place, officer):
    movement = draft_movement(
        place, starts_on=date(2018, 12, 31), starts_precision="end_of_year", planned_end=None
    )
    response = officer.get(f"/lam-viec/phong-trao/{movement.slug}/sua")
    assert value_of(response, "start") == "cuối năm 2018"


def test_the_second_officer_sees_both_values_and_may_insist(place, officer):
    movement = draft_movement(place)
    edit_movement(movement=movement, content=content(slogan_days=70), version=1, by=place.officer)
    address = f"/lam-viec/phong-trao/{movement.slug}/sua"
    mine = typed(place, version="1", slogan_days="80", short_name=movement.short_name, theme=movement.theme)
    mine |= {"fields_of_work": movement.fields, "scope": movement.scope}
    response = officer.post(address, mine)
    assert faults(response) == [
        "Trong lúc đó đã có người khác lưu mục này. Đang lưu: “70”; của bạn: “80”. "
        "Lưu lần nữa nếu muốn giữ giá trị của bạn."
    ]
    assert value_of(response, "version") == "2"
    officer.post(address, mine | {"version": value_of(response, "version")})
    assert Movement.objects.get().slogan_days == 80


def group_rows(*names, pressed="luu", version=1, pks=()):
    rows = {"version": version, "lam": pressed, "dong-TOTAL_FORMS": len(names), "dong-INITIAL_FORMS": 0}
    for number, name in enumerate(names):
        rows |= {f"dong-{number}-name": name, f"dong-{number}-criteria": ""}
        if number < len(pks):
            rows[f"dong-{number}-pk"] = pks[number]
    return rows


def named(response):
    fields = elements(response, "input")
    return [
        one.attributes.get("value", "") for one in fields if one.attributes.get("name", "").endswith("-name")
    ]


def test_six_groups_are_added_at_once_and_named_later(place, officer):
    movement = draft_movement(place)
    address = f"/lam-viec/phong-trao/{movement.slug}/nhom-noi-dung"
    response = officer.post(address, group_rows(pressed="them-6"))
    assert named(response) == [""] * 6
    officer.post(address, group_rows(*[""] * 5, "Thu ngân sách"))
    assert list(ContentGroup.objects.values_list("order", "name")) == [
        *((order, "") for order in range(1, 6)),
        (6, "Thu ngân sách"),
    ]


def test_rows_move_and_go_without_anything_being_saved(place, officer):
    movement = draft_movement(place)
    address = f"/lam-viec/phong-trao/{movement.slug}/nhom-noi-dung"
    three = ("Một", "Hai", "Ba")
    assert named(officer.post(address, group_rows(*three, pressed="len-2"))) == ["Một", "Ba", "Hai"]
    assert named(officer.post(address, group_rows(*three, pressed="xuong-0"))) == ["Hai", "Một", "Ba"]
    assert named(officer.post(address, group_rows(*three, pressed="bo-1"))) == ["Một", "Ba"]
    assert named(officer.post(address, group_rows(*three, pressed="len-0"))) == ["Một", "Hai", "Ba"]
    assert not ContentGroup.objects.exists()


def test_a_group_without_a_name_says_so_on_the_page(place, officer):
    movement = draft_movement(place, groups=1)
    response = officer.get(f"/lam-viec/phong-trao/{movement.slug}")
    assert texts(response, "span", class_="unknown")[0] == "chưa đặt tên"


def test_the_launching_document_is_attached_and_downloaded(place, officer):
    movement = draft_movement(place, slug="cao-diem")
    said = {"version": 1, "number": "139/KH-BCĐ", "issued_on": "16/10/2018"}
    said["file"] = SimpleUploadedFile("ke-hoach.pdf", PDF)
    officer.post("/lam-viec/phong-trao/cao-diem/van-ban", said)
    movement.refresh_from_db()
    assert (movement.launch_number, movement.launch_date) == ("139/KH-BCĐ", date(2018, 10, 16))
    response = officer.get("/lam-viec/phong-trao/cao-diem/van-ban-da-ky")
    assert (b"".join(response.streaming_content), response["Content-Type"]) == (PDF, "application/pdf")
    assert response["Content-Disposition"] == 'attachment; filename="ke-hoach.pdf"'


def test_a_file_that_is_not_what_it_says_is_told_beside_the_field(place, officer):
    draft_movement(place, slug="cao-diem")
    said = {"version": 1, "number": "1/KH", "file": SimpleUploadedFile("ke-hoach.pdf", b"MZ...")}
    response = officer.post("/lam-viec/phong-trao/cao-diem/van-ban", said)
    assert faults(response) == [
        "“ke-hoach.pdf” bị hỏng hoặc nội dung không phải PDF như tên tệp. Hãy lưu hoặc quét lại rồi gửi."
    ]
    assert value_of(response, "number") == "1/KH"


def test_the_launch_page_says_what_is_missing_and_what_it_does(place, as_):
    draft_movement(
        place, slug="cao-diem", groups=2, theme="Đoàn kết (sáng tạo", planned_end=None, scope=("commune",)
    )
    response = as_(place.chairman).get("/lam-viec/phong-trao/cao-diem/phat-dong")
    lists = response.content.decode().partition("</main>")[0].split("<ul>")
    missing = texts(type("Part", (), {"content": lists[-2].encode()}), "li")
    assert missing == [
        "Chưa gắn văn bản phát động. Có thể gắn sau.",
        "Chưa có ngày dự kiến kết thúc nên trang công khai không báo được còn bao nhiêu ngày.",
        "Còn 2 nhóm nội dung chưa đặt tên.",
        "Ngoặc chưa đủ đôi ở «(sáng tạo»: hãy thêm hoặc bỏ một dấu ngoặc.",
    ]
    assert "2 đơn vị được kêu gọi sẽ thấy phong trào" in main_text(response)


def test_the_chairman_launches_with_one_press(place, as_):
    draft_movement(place, slug="cao-diem")
    response = as_(place.chairman).post("/lam-viec/phong-trao/cao-diem/phat-dong", follow=True)
    assert texts(response, "div", role="status") == [
        "Đã phát động “Đợt thi đua cao điểm 60 ngày đêm”. Các đơn vị đăng ký được ngay."
    ]
    assert Movement.objects.get().state == "launched"


def test_who_may_not_launch_reads_who_may(place, as_):
    draft_movement(place, slug="cao-diem")
    response = as_(place.officer).post("/lam-viec/phong-trao/cao-diem/phat-dong")
    assert response.status_code == 403
    assert Movement.objects.get().state == "draft"


def test_a_draft_is_thrown_away_after_a_question(place, officer):
    draft_movement(place, slug="cao-diem")
    assert texts(officer.get("/lam-viec/phong-trao/cao-diem/xoa-nhap"), "h1") == [
        "Bỏ bản nháp “Đợt thi đua cao điểm 60 ngày đêm”?"
    ]
    assert Movement.objects.count() == 1
    officer.post("/lam-viec/phong-trao/cao-diem/xoa-nhap")
    assert not Movement.objects.exists()


def test_a_clerk_reads_the_movement_but_runs_nothing(place, as_):
    running_movement(place, slug="cao-diem")
    client = as_(place.clerk)
    assert client.get("/lam-viec/phong-trao/cao-diem").status_code == 200
    for page in ("sua", "nhom-noi-dung", "van-ban", "so-ket", "xoa-nhap", "mo-lai"):
        assert client.get(f"/lam-viec/phong-trao/cao-diem/{page}").status_code == 403, page


def test_a_draft_of_the_province_does_not_exist_for_a_clerk(place, as_):
    draft_movement(place, slug="nhap")
    assert as_(place.officer).get("/lam-viec/phong-trao/nhap").status_code == 200
    assert as_(place.clerk).get("/lam-viec/phong-trao/nhap").status_code == 404


def test_the_final_review_closes_and_a_reason_reopens(place, officer):
    movement = running_movement(place, slug="cao-diem")
    said = {"kind": "final", "held_on": "31/10/2019", "ended_on": "", "findings": "Hoàn thành"}
    officer.post("/lam-viec/phong-trao/cao-diem/so-ket", said)
    movement.refresh_from_db()
    assert (movement.state, movement.ended_on) == ("closed", date(2019, 10, 31))
    assert faults(officer.post("/lam-viec/phong-trao/cao-diem/mo-lai", {"reason": ""})) == [
        "Điền mục “Lý do”."
    ]
    officer.post("/lam-viec/phong-trao/cao-diem/mo-lai", {"reason": "Ghi nhầm"})
    movement.refresh_from_db()
    assert movement.state == "launched"


def test_the_review_page_warns_of_registrations_nobody_has_decided(place, officer):
    movement = running_movement(place, slug="cao-diem")
    assert "chờ quyết định" not in main_text(officer.get("/lam-viec/phong-trao/cao-diem/so-ket"))
    sent_registration(movement, place.de_tham, place.clerk)
    assert "Còn 1 đăng ký chờ quyết định." in main_text(officer.get("/lam-viec/phong-trao/cao-diem/so-ket"))


def test_the_page_of_a_running_movement_counts_the_days_left(place, officer):
    today = timezone.localdate()
    running_movement(place, slug="dang-chay", starts_on=today, planned_end=today + timedelta(days=23))
    assert "còn 23 ngày" in main_text(officer.get("/lam-viec/phong-trao/dang-chay"))
