"""Lists of nominees as offices make them: columns, groups, dittos, links to the register, a verdict for each row."""

from __future__ import annotations

import io

import pytest
from openpyxl import load_workbook

from tests.factories.movements import unit
from tests.factories.nominations import CERTIFICATE, draft, nominee, person
from tests.web.reading import main_text, rows
from thidua.lawbook.queries import current_book
from thidua.nominations.models import Nomination
from thidua.orgs.enums import UnitKind
from thidua.orgs.models import Household
from thidua.web.workspace.nominations.incoming import Defaults, read_lines
from thidua.web.workspace.nominations.list_rows import read_list
from thidua.web.workspace.nominations.list_words import COLUMNS, column_of

DEFAULTS = Defaults(CERTIFICATE, "movement", 2025)


def page_of(dossier):
    return f"/lam-viec/de-nghi-khen-thuong/{dossier.code}/doi-tuong/danh-sach"


def listed(text, act="xem"):
    return {"award_code": CERTIFICATE, "commendation_type": "movement", "table": text, "lam": act}


def lines(at, *written):
    return read_lines("\n".join(written), DEFAULTS, current_book(), at.clerk)


def test_every_heading_of_the_form_is_known_again():
    assert [column_of(str(label)) for _key, label, _words in COLUMNS] == [key for key, *_ in COLUMNS]


@pytest.mark.parametrize(
    ("heading", "column"),
    [
        ("Năm", "counting_year"),
        ("Nam", ""),
        ("Nữ", "woman"),
        ("Năm sinh", "birth_year"),
        ("Tên đơn vị/tập thể công tác", "unit_then"),
        ("Tên tập thể/cá nhân/hộ gia đình", "name"),
        ("Danh hiệu thi đua/Hình thức khen thưởng", "award"),
        ("Phân loại khen thưởng", "type"),
        ("Phân loại đối tượng", "kind"),
        ("Mã hình thức khen thưởng", "award"),
        ("STT", ""),
    ],
)
def test_a_heading_says_what_its_column_holds(heading, column):
    assert column_of(heading) == column


def test_year_type_award_and_kind_are_read_from_their_columns(at):
    read = lines(
        at,
        "STT\tHọ và tên\tĐối tượng\tNăm\tLoại hình khen thưởng\tDanh hiệu",
        "1\tLương Thị Bình\tCANHAN\tnăm học 2023-2024\tđột xuất\tBằng khen của Chủ tịch UBND tỉnh",
        "2\tĐội 3\tTAPTHE\t\tkhen thưởng công trạng\tprovincial_emulation_flag",
        "3\tGia đình ông Liêm\tHOGIADINH\t2025\t\t",
    ).rows
    assert [
        (one.line.kind, one.line.counting_year, one.line.commendation_type, one.line.award_code)
        for one in read
    ] == [
        ("individual", 2024, "sudden", CERTIFICATE),
        ("collective", 2025, "merit", "provincial_emulation_flag"),
        ("household", 2025, "movement", CERTIFICATE),
    ]
    assert [one.faults for one in read] == [(), (), ()]


def test_what_is_not_known_is_told_at_its_row(at):
    [one] = lines(
        at,
        "Họ và tên\tĐối tượng\tNăm\tNăm sinh\tLoại hình khen thưởng\tDanh hiệu",
        "Lương Thị Bình\tcon mèo\tkhông rõ\t19xx\tvui vẻ\tDanh hiệu lạ",
    ).rows
    assert len(one.faults) == 5
    assert one.faults[0] == "Không có danh hiệu hoặc hình thức “Danh hiệu lạ”. Hãy ghi tên đầy đủ."


def test_groups_dittos_numbers_totals_and_signatures_are_no_nominees(at):
    read = lines(
        at,
        "DANH SÁCH ĐỀ NGHỊ KHEN THƯỞNG",
        "STT\tHọ và tên\tChức vụ\tĐơn vị",
        "1\t2\t3\t4",
        "I. TẬP THỂ (02)",
        "1\tThôn Nà Ao 2\t\tXã Đề Thám",
        "II. Cá nhân: 02",
        "1\tÔng Vi Văn Xa\tTrưởng thôn\tXã Đề Thám",
        "2\tBà Lương Thị Bình\tnt\tnhư trên",
        "III. Hộ gia đình",
        "(Không có)",
        "Cộng\t3",
        "NGƯỜI LẬP BIỂU\tTHỦ TRƯỞNG ĐƠN VỊ",
        "Nông Thị Ký",
    )
    assert [
        (one.line.kind, one.line.name, one.line.post_then, one.line.unit_then, one.line.woman)
        for one in read.rows
    ] == [
        ("collective", "Thôn Nà Ao 2", "", "Xã Đề Thám", None),
        ("individual", "Vi Văn Xa", "Trưởng thôn", "Xã Đề Thám", False),
        ("individual", "Lương Thị Bình", "Trưởng thôn", "Xã Đề Thám", True),
    ]
    assert read.notes == ("“I. TẬP THỂ (02)” ghi 2, nhưng bên dưới có 1 dòng. Hãy kiểm tra lại cả hai.",)


def test_a_heading_with_an_award_holds_for_the_rows_below_it(at):
    read = lines(
        at,
        "STT\tHọ và tên\tĐơn vị",
        "I. Chiến sĩ thi đua cơ sở cho 01 cá nhân:",
        "1\tVi Văn Xa\tThôn 1",
        "II. Bằng khen của UBND tỉnh",
        "1\tLương Thị Bình\tThôn 2",
    ).rows
    assert [one.line.award_code for one in read] == ["grassroots_emulation_fighter", CERTIFICATE]


def test_a_bare_column_of_names_holds_nominees_only():
    read = read_list("Hộ bà Nông\nĐội 3\nGia đình ông Vi Thanh Liêm", [])
    assert [row.cells for row in read.rows] == [
        {"name": "Hộ bà Nông"},
        {"name": "Đội 3"},
        {"name": "Gia đình ông Vi Thanh Liêm"},
    ]


def test_rows_are_linked_where_something_beside_the_name_says_who_it_is(at):
    one = person("Lương Thị Bình", 1980)
    head = person("Vi Thanh Liêm", 1970)
    home = Household.objects.create(head=head, address_text="Thôn Nà Ao 2, xã Đề Thám")
    unit("Thôn Nà Ao 2", UnitKind.VILLAGE, at.place.hung_son)  # another commune's, of the same name
    read = lines(
        at,
        "Họ và tên\tĐối tượng\tNăm sinh\tĐơn vị\tSố trong sổ",
        "Lương Thị Bình\tcá nhân\t05/01/1980\tNà Ao 2\t",
        "Lương Thị Bình\tcá nhân\t\tNà Ao 2\t",
        f"Lương Thị Bình\tcá nhân\t\t\t{one.pk}",
        f"Vi Văn Khác\tcá nhân\t\t\t{one.pk}",
        "Thôn Nà Ao 2\ttập thể\t\t\t",
        "Gia đình ông Vi Thanh Liêm\thộ gia đình\t\tNà Ao 2\t",
        "Gia đình ông Vi Thanh Liêm\thộ gia đình\t\tNơi khác\t",
    ).rows
    assert [one.line.person or one.line.unit or one.line.household for one in read] == [
        one,
        None,
        one,
        None,
        at.place.village,
        home,
        None,
    ]
    assert [one.number for one in read if one.faults] == [4]


def test_the_verdicts_are_downloaded_with_what_to_correct(at, as_):
    row = draft(at, nominee("Lương Thị Bình"))
    text = "Họ và tên\tNăm sinh\nLương Thị Bình\t\nVi Văn Xa\t19xx"
    answer = as_(at.clerk).post(page_of(row), listed(text, "tai"))
    sheet = load_workbook(io.BytesIO(answer.content)).active
    found = [[cell.value for cell in line] for line in sheet.iter_rows()]
    assert found[0] == [
        *("Dòng", "Họ và tên", "Đơn vị, địa chỉ", "Danh hiệu, hình thức khen thưởng"),
        *("Kết quả kiểm tra", "Nội dung cần sửa hoặc đối chiếu"),
    ]
    assert "Lương Thị Bình đã có trong hồ sơ này." in found[1][5]
    assert found[2][4:] == ["cần sửa", "“19xx” không phải là năm. Ghi bốn chữ số hoặc để trống."]
    assert Nomination.objects.count() == 1


def test_of_a_long_list_the_rows_that_need_a_look_stand_first(at, as_):
    row = draft(at)
    text = "Họ và tên\tNăm sinh\n" + "\n".join(f"Vi Văn {n:03}\t{'' if n else '19xx'}" for n in range(40))
    page = as_(at.clerk).post(page_of(row), listed(text))
    assert [line[1] for line in rows(page)] == ["Vi Văn 000"]
    assert "39 dòng không cần xem lại" in main_text(page)
    assert len(rows(page, 1)) == 39


@pytest.mark.parametrize("count", [1, 3])
def test_checking_a_list_asks_a_fixed_number_of_questions(at, as_, count, django_assert_num_queries):
    row = draft(at)
    text = "Họ và tên\tĐối tượng\tNăm sinh\tĐơn vị\n" + "\n".join(
        f"Vi Văn {n}\tcá nhân\t1980\tXã\nHộ ông Vi {n}\thộ gia đình\t\tXã\nĐội {n}\ttập thể\t\tXã"
        for n in range(count)
    )
    client = as_(at.clerk)
    client.post(page_of(row), listed(text))
    with django_assert_num_queries(LIST_QUERIES):
        client.post(page_of(row), listed(text))


LIST_QUERIES = 27
