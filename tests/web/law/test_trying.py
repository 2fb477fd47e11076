"""A case typed in is judged at once, and nothing of it is kept."""

from __future__ import annotations

from typing import Any

from tests.web.reading import elements, faults, main_text, texts
from thidua.support.audit.models import AuditEntry

TRY = "/lam-viec/luat/thu"
FIGHTER = "provincial_emulation_fighter"
CASE = """\
- name: ba năm liền
  award: provincial_emulation_fighter
  on: 2025-12-20
  recipient: individual
  facts:
    awards:
      - {award: grassroots_emulation_fighter, year: 2023}
      - {award: grassroots_emulation_fighter, year: 2024}
      - {award: grassroots_emulation_fighter, year: 2025}
    initiatives: [{year: 2025, scope: province_or_ministry}]
    confirmations: [provincial_chair]
"""


def short(**changes: Any) -> dict[str, Any]:
    said: dict[str, Any] = {
        "award": FIGHTER,
        "on": "20/12/2025",
        "received": "",
        "recipient": "individual",
        "type": "merit",
        "human": "",
    }
    for place in range(3):
        year = 2025 - place
        said |= {f"year_{place}": year, f"grade_{place}": "excellently_completed"}
        said |= {f"held_{place}": "grassroots_emulation_fighter", f"held_year_{place}": year}
    return said | {"scope_0": "province_or_ministry"} | changes


def verdict(page):
    return texts(page, "p", class_="notification__title")[0]


def test_the_short_form_gets_a_reasoned_answer(place, as_):
    before = AuditEntry.objects.count()
    page = as_(place.clerk).post(TRY, short())
    assert verdict(page) == "Cần người kết luận: Chiến sĩ thi đua Bộ, ban, ngành, tỉnh"
    told = main_text(page)
    assert "Chưa đủ: cần xác nhận của Chủ tịch Ủy ban nhân dân cấp tỉnh" in told
    assert "Có 03 lần liên tục (2023–2025)" in told
    assert AuditEntry.objects.count() == before


def test_what_a_person_judges_can_be_supposed(place, as_):
    page = as_(place.clerk).post(TRY, short(human="dat"))
    assert verdict(page) == "Đạt: Chiến sĩ thi đua Bộ, ban, ngành, tỉnh"


def test_what_is_missing_and_when_it_could_be_met_is_told(place, as_):
    page = as_(place.clerk).post(TRY, short(held_0="", held_year_0="", human="dat"))
    assert verdict(page) == "Không đạt: Chiến sĩ thi đua Bộ, ban, ngành, tỉnh"
    assert "sớm nhất là năm" in main_text(page)


def test_the_short_form_is_written_out_as_a_case_file(place, as_):
    page = as_(place.clerk).post(TRY, short())
    written = elements(page, "textarea", name="cases")[0].text
    assert "award: provincial_emulation_fighter" in written
    again = as_(place.clerk).post(TRY, {"buoc": "tep", "cases": CASE})
    assert verdict(again) == "Đạt: Chiến sĩ thi đua Bộ, ban, ngành, tỉnh"


def test_rows_that_lack_their_year_are_told(place, as_):
    page = as_(place.clerk).post(TRY, short(year_1="", held_year_2="", year_0="2o25"))
    assert faults(page) == [
        "Hãy ghi năm bằng bốn chữ số, ví dụ 2025.",
        "Hãy ghi năm của xếp loại hoặc sáng kiến này.",
        "Hãy ghi năm được tặng danh hiệu, hình thức này.",
    ]


def test_the_faults_of_one_case_leave_the_others_judged(place, as_):
    wrong = CASE + "- {name: sai, award: no_such_award, on: 2025-12-20, recipient: individual}\n"
    page = as_(place.clerk).post(TRY, {"buoc": "tep", "cases": wrong})
    assert texts(page, "p", class_="notification__title") == [
        "Đạt: Chiến sĩ thi đua Bộ, ban, ngành, tỉnh",
        "Chưa xét được trường hợp này. Cần sửa:",
    ]
    assert "cases[1].award" in main_text(page)


def test_an_expectation_that_is_not_met_is_told(place, as_):
    page = as_(place.clerk).post(TRY, {"buoc": "tep", "cases": CASE + "  expect: {verdict: not_met}\n"})
    assert "Kết quả khác với dự kiến ghi trong trường hợp:" in main_text(page)


def test_a_file_that_is_no_case_file_keeps_its_text(place, as_):
    page = as_(place.clerk).post(TRY, {"buoc": "tep", "cases": "chỉ là chữ"})
    assert len(faults(page)) == 1
    assert elements(page, "textarea", name="cases")[0].text == "chỉ là chữ"


def test_after_the_amendment_every_verdict_needs_a_person(place, as_):
    page = as_(place.clerk).post(TRY, short(on="20/12/2026", human="dat"))
    assert verdict(page).startswith("Cần người kết luận")
    assert "Theo nội dung đã nạp thì kết quả là: đủ điều kiện." in main_text(page)


def test_the_award_comes_from_the_page_one_was_on(place, as_):
    page = as_(place.clerk).get(f"{TRY}?danh-hieu={FIGHTER}")
    chosen = [one.attributes["value"] for one in elements(page, "option") if "selected" in one.attributes]
    assert FIGHTER in chosen
