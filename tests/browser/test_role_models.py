"""A good example in a real browser: proposed from a telephone, told, nominated; by the rules of accessibility."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.core.cache import cache
from playwright.sync_api import Page, expect

from tests.browser.accessibility import faults_everywhere, violations, wider_than_the_page
from tests.browser.conftest import DESKTOP, PHONE
from tests.factories.movements import SmallProvince, small_province
from tests.factories.photos import photo_bytes
from tests.factories.role_models import asked, proposal, published, shown, verified
from thidua.movements.actions.invite_to_nominate import invite_to_nominate
from thidua.movements.models import RoleModelProposal
from thidua.nominations.models import Nomination


@pytest.fixture
def place(transactional_db: None) -> Iterator[SmallProvince]:
    cache.clear()
    yield small_province()
    cache.clear()


def test_a_good_example_is_proposed_from_a_phone_and_followed_up(
    page: Page, live_server: Any, place: SmallProvince, tmp_path: Path
) -> None:
    photo = tmp_path / "IMG_0001.HEIC"
    photo.write_bytes(photo_bytes("HEIF"))
    page.set_viewport_size(PHONE)  # type: ignore[arg-type]
    page.goto(f"{live_server.url}/guong-dien-hinh")
    page.get_by_role("link", name="Giới thiệu một tấm gương").click()
    wrong = violations(page) + wider_than_the_page(page)
    page.get_by_label("một người", exact=True).check()
    page.get_by_label("Tên tấm gương").fill("Lương Thị Bình")
    page.get_by_label("Họ sống hoặc làm việc ở đâu?").fill("thôn Nà Ao 2, xã Đề Thám")
    page.get_by_label("Họ đã làm gì?").fill("Bà Bình hiến 500 m² đất để thôn làm đường.")
    page.wait_for_timeout(3500)  # nobody reads the page faster
    page.get_by_role("button", name="Làm tiếp").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Kiểm tra rồi gửi")
    wrong += violations(page) + wider_than_the_page(page)
    page.locator("#id_photo_1").set_input_files(photo)
    page.get_by_label("Ảnh 1 cho thấy gì?").fill("Bà Bình đứng bên con đường mới")
    page.wait_for_timeout(3500)
    page.get_by_role("button", name="Gửi lời giới thiệu").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Đã nhận lời giới thiệu của bạn")
    wrong += violations(page) + wider_than_the_page(page)
    row = RoleModelProposal.objects.get()
    expect(page.locator("strong.code")).to_have_text(row.follow_up_code)
    page.get_by_role("button", name="Theo dõi lời giới thiệu").click()
    expect(page.get_by_text("Ban đã nhận lời giới thiệu và chưa đọc xong.")).to_be_visible()
    assert wrong == []
    assert row.photos.get().photo.original_name == "IMG_0001.HEIC"


def test_stories_break_no_rule(page: Page, live_server: Any, place: SmallProvince) -> None:
    published(place, at=place.de_tham, photos=[shown(place.officer), shown(place.officer, "Con đường")])
    wrong = []
    for address in ("guong-dien-hinh", "guong-dien-hinh/nguoi-hien-dat-mo-duong"):
        for size in (DESKTOP, PHONE):
            page.set_viewport_size(size)  # type: ignore[arg-type]
            page.goto(f"{live_server.url}/{address}")
            wrong += [f"{address}: {one}" for one in violations(page) + wider_than_the_page(page)]
    assert wrong == []


def test_the_road_leads_from_the_story_to_a_nomination_in_one_step(
    page: Page, live_server: Any, place: SmallProvince, sign_in: Callable[..., object]
) -> None:
    subject = published(place).role_model
    invite_to_nominate(
        role_model=subject, unit=place.de_tham, note="Đề nghị Bằng khen của tỉnh.", by=place.officer
    )
    sign_in("unit_officer", unit=place.de_tham)
    page.set_viewport_size(PHONE)  # type: ignore[arg-type]
    page.goto(f"{live_server.url}/viec-cua-toi")
    page.get_by_role("link", name="Ban mời đơn vị đề nghị khen thưởng: Lương Thị Bình").click()
    expect(page.get_by_text("Đề nghị Bằng khen của tỉnh.")).to_be_visible()
    page.locator("select[name=award_code]").select_option("provincial_certificate_of_merit")
    page.get_by_role("button", name="Tạo hồ sơ").click()
    expect(page.get_by_text("Lương Thị Bình").first).to_be_visible()
    nomination = Nomination.objects.get()
    assert (nomination.role_model, nomination.recipient_name) == (subject, "Lương Thị Bình")
    assert nomination.report == subject.story.text


def test_the_desk_breaks_no_rule(
    page: Page, live_server: Any, place: SmallProvince, sign_in: Callable[..., object]
) -> None:
    new = proposal(subject_name="Hà Thị Lư", photos=[shown()])
    at_unit = asked(place, subject_name="Nông Văn Páo")
    told = published(place, photos=[shown(place.officer)]).role_model
    silent = verified(place, subject_name="Vi Thị Nhình")
    new_one, asked_one = (f"guong-duoc-gioi-thieu/{row.pk}" for row in (new, at_unit))
    desk = f"bai-guong/{told.pk}"
    of_the_office = (
        "guong-duoc-gioi-thieu", new_one, f"{new_one}/hoi-don-vi", f"{new_one}/khong-chon", desk,
        f"{desk}/viet", f"{desk}/moi-de-nghi", f"{desk}/ra-soat", f"{desk}/go", f"bai-guong/{silent.pk}",
    )  # fmt: skip
    of_the_unit = (
        asked_one, f"{asked_one}/xac-minh", f"{asked_one}/khong-dung", f"{desk}/dong-y",
        f"de-nghi-khen-thuong/tu-guong/{told.pk}",
    )  # fmt: skip
    wrong = []
    for role, unit, addresses in (
        ("board_officer", place.province, of_the_office),
        ("unit_officer", place.de_tham, of_the_unit),
    ):
        sign_in(role, unit=unit)
        for address in addresses:
            answer = page.goto(f"{live_server.url}/lam-viec/{address}")
            assert (address, answer and answer.status) == (address, 200)
            wrong += [f"{address}: {one}" for one in faults_everywhere(page)]
    assert wrong == []
