"""Open questions and local regulations on screen."""

from __future__ import annotations

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from tests.factories.lawbook import answer, regulation, regulation_text
from tests.web.reading import elements, faults, main_text, rows, texts
from thidua.lawbook.models import BoardSetting, LocalRegulation
from thidua.lawbook.queries import current_book

READINGS = "/lam-viec/luat/cach-hieu"
READING = f"{READINGS}/mixed_initiative_topic"
LOCAL = "/lam-viec/luat/quy-dinh-dia-phuong"
APPROVER_EN = ', en: "Provincial People\'s Committee"'
SAID = {
    "value": "true",
    "scope": "*",
    "decision_number": "15/BB-HĐTĐKT",
    "decided_on": "20/01/2024",
    "note": "",
}


def answered(page, name):
    return next(row for row in rows(page) if row[0] == name)


def test_an_answer_shows_with_its_decision_and_the_ways_it_touches(place, as_):
    client = as_(place.officer)
    name = "Cộng một sáng kiến với một đề tài"
    assert answered(client.get(READINGS), name) == [name, "Không theo đề xuất của dữ liệu luật", ""]
    client.post(READING, SAID)
    assert answered(client.get(READINGS), name) == [name, "Có", "15/BB-HĐTĐKT, 20/01/2024"]
    page = client.get(READING)
    assert rows(page) == [
        ["Bằng khen của Bộ, ban, ngành, tỉnh – điểm d khoản 1 Điều 74 Luật 06/2022/QH15 (pc-2022-1d2)", "Có"]
    ]
    assert current_book().values_of("mixed_initiative_topic", "pc-2022-1d2") == (True,)


def test_an_answer_for_one_way_alone_is_told_in_the_list(place, as_):
    client = as_(place.officer)
    address = f"{READINGS}/title_run_ends_in_proposal_year"
    client.post(address, SAID | {"value": "false", "scope": "pc-2022-1d1"})
    assert [row[1] for row in rows(client.get(address))] == [
        "Không 15/BB-HĐTĐKT, 20/01/2024",
        "Có theo đề xuất của dữ liệu luật",
    ]


def test_an_answer_is_taken_back_after_a_question(place, as_):
    row = answer(place.officer)
    client = as_(place.officer)
    asked = client.get(f"{READINGS}/bo/{row.pk}")
    assert texts(asked, "h1") == ["Rút lại câu trả lời “có” cho câu hỏi “Cộng một sáng kiến với một đề tài”?"]
    client.post(f"{READINGS}/bo/{row.pk}")
    assert current_book().values_of("mixed_initiative_topic", "pc-2022-1d2") == (False,)


def test_without_a_decision_nothing_is_settled(place, as_):
    page = as_(place.officer).post(READING, SAID | {"decision_number": ""})
    assert faults(page) == ["Điền mục “Số quyết định hoặc biên bản”."]
    assert not BoardSetting.objects.exists()


def test_who_does_not_keep_the_law_reads_the_answers_only(place, as_):
    client = as_(place.clerk)
    assert elements(client.get(READING), "input", name="decision_number") == []
    assert client.post(READING, SAID).status_code == 403
    assert client.get(f"{LOCAL}/nap").status_code == 403
    assert not BoardSetting.objects.exists()


def test_a_regulation_is_read_before_it_is_kept(place, as_):
    client = as_(place.officer)
    preview = client.post(f"{LOCAL}/nap", {"document": regulation_text()})
    assert texts(preview, "h1") == ["Nạp 01/2024/QĐ-UBND?"]
    assert "Cộng một sáng kiến với một đề tài: có" in main_text(preview)
    assert not LocalRegulation.objects.exists()
    carried = elements(preview, "textarea", name="document")[0].text
    assert carried.startswith("code: KT01 number: 01/2024/QĐ-UBND")
    done = client.post(f"{LOCAL}/nap", {"document": regulation_text(), "buoc": "nap"}, follow=True)
    assert texts(done, "h1") == ["01/2024/QĐ-UBND"]
    assert current_book().values_of("mixed_initiative_topic", "pc-2022-1d2") == (True,)


def test_a_file_is_read_into_the_field_where_its_lines_can_be_corrected(place, as_):
    wrong = regulation_text().replace("Đ6 k2", "D6 k2").encode()
    page = as_(place.officer).post(
        f"{LOCAL}/nap", {"document": "", "file": SimpleUploadedFile("quy-dinh.yaml", wrong)}
    )
    assert [fault.split(":")[0] for fault in faults(page)] == ["Dòng 9"] * len(faults(page))
    assert faults(page) != []
    assert "KT01 D6 k2" in elements(page, "textarea", name="document")[0].text


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("", "Dòng 5: Thiếu «en»: hãy viết cả bằng tiếng Anh."),
        ("/en", "Line 5: `en` is missing: write it in English too."),
    ],
)
def test_what_is_wrong_is_told_in_the_language_of_the_page(place, as_, language, said):
    wrong = regulation_text().replace(APPROVER_EN, "")
    page = as_(place.officer).post(f"{language}{LOCAL}/nap", {"document": wrong})
    assert faults(page) == [said]


def test_a_regulation_left_out_tells_why_in_the_language_of_the_page(place, as_):
    row = regulation(place.officer)
    LocalRegulation.objects.filter(pk=row.pk).update(document=regulation_text().replace(APPROVER_EN, ""))
    client = as_(place.officer)
    told = "Dòng 5: Thiếu «en»: hãy viết cả bằng tiếng Anh."
    assert [told in main_text(client.get(address)) for address in (LOCAL, f"{LOCAL}/{row.pk}")] == [True] * 2
    english = main_text(client.get(f"/en{LOCAL}"))
    assert "Line 5: `en` is missing: write it in English too." in english


def test_an_approver_named_in_one_language_serves_both(place, as_):
    plain = re.sub(r"approved_by: .*", "approved_by: Ủy ban nhân dân tỉnh", regulation_text())
    preview = as_(place.officer).post(f"{LOCAL}/nap", {"document": plain})
    assert texts(preview, "h1") == ["Nạp 01/2024/QĐ-UBND?"]
    assert "Ủy ban nhân dân tỉnh" in main_text(preview)


def test_a_file_that_is_no_text_is_refused(place, as_):
    page = as_(place.officer).post(
        f"{LOCAL}/nap", {"document": "", "file": SimpleUploadedFile("anh.yaml", b"\xff\xd8\xff")}
    )
    assert faults(page) == ["Tệp không phải là văn bản UTF-8. Hãy lưu lại bằng UTF-8 rồi chọn lại."]


def test_a_regulation_is_taken_out_of_use(place, as_):
    row = regulation(place.officer)
    client = as_(place.officer)
    client.post(f"{LOCAL}/{row.pk}/bo")
    assert current_book().values_of("mixed_initiative_topic", "pc-2022-1d2") == (False,)
    assert rows(client.get(LOCAL))[0][1] == "ngừng áp dụng"


def test_an_empty_list_says_that_the_national_law_holds(place, as_):
    page = as_(place.clerk).get(LOCAL)
    assert texts(page, "p", class_="empty__title") == ["Chưa nạp quy định nào của địa phương."]


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_of_regulations_costs_the_same_whatever_its_rows(
    place, as_, django_assert_num_queries, count
):
    for number, value in enumerate(["true", "false", "true"][:count]):
        regulation(place.officer, code=f"KT0{number}", number=f"0{number}/2024/QĐ-UBND", value=value)
    client = as_(place.clerk)
    client.get(LOCAL)
    with django_assert_num_queries(6):
        page = client.get(LOCAL)
    assert len(rows(page)) == count


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_of_questions_costs_the_same_whatever_was_answered(
    place, as_, django_assert_num_queries, count
):
    for value in (True, False, True)[:count]:
        answer(place.officer, value=value)
    client = as_(place.clerk)
    client.get(READINGS)
    with django_assert_num_queries(5):
        client.get(READINGS)


def test_what_a_regulation_puts_aside_is_told_before_and_after(place, as_):
    document = (
        regulation_text()
        + """\
parameters:
  - {code: base_salary, values: [{from: 2024-02-01, to: 2024-02-29, value: 2000000, cite: [KT01 Đ8]}]}
alternatives:
  - {disable: pc-2022-5, reason: {vi: tỉnh tự quy định, en: laid down by the province}, cite: [KT01 Đ4]}
"""
    )
    client = as_(place.officer)
    preview = client.post(f"{LOCAL}/nap", {"document": document})
    assert rows(preview) == [
        [
            "Mức lương cơ sở",
            "1.800.000 đồng/tháng",
            "2.000.000 đồng/tháng Điều 8 Quyết định 01/2024/QĐ-UBND kiểm thử",
        ]
    ]
    client.post(f"{LOCAL}/nap", {"document": document, "buoc": "nap"})
    page = client.get("/lam-viec/luat/khen-thuong/provincial_certificate_of_merit?ngay=01/02/2024")
    apart = elements(page, "section", aria_labelledby="khong-ap-dung")[0].text
    assert "pc-2022-5@2024-01-15" in apart
    assert texts(page, "strong", class_="tag--neutral") == ["không dùng ở tỉnh"]
