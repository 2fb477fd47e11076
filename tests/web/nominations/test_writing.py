"""A unit writes a dossier: every answer is kept, a bad one costs nothing of the rest."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from tests.factories.nominations import CERTIFICATE, PICTURE, complete, draft, nominee, only, person
from tests.web.reading import elements, faults, main_text, rows, texts
from thidua.nominations.models import Dossier, Evidence, Nomination
from thidua.support.spreadsheets.columns import Column
from thidua.support.spreadsheets.writing_xlsx import write_xlsx

ALL = "/lam-viec/de-nghi-khen-thuong"


def page_of(dossier, rest=""):
    return f"{ALL}/{dossier.code}{rest}"


def tasks(response):
    return dict(
        zip(
            texts(response, "div", class_="task__what"),
            texts(response, "div", class_="task__state"),
            strict=True,
        )
    )


def begun(at, client):
    client.post(
        f"{ALL}/moi",
        {
            "unit": at.place.de_tham.pk,
            "movement": at.movement.pk,
            "route": "movement",
            "level": "province",
            "counting_year": "2025",
            "title": "Đề nghị khen thưởng đợt cao điểm",
        },
    )
    return Dossier.objects.get()


def test_a_unit_without_dossiers_reads_what_it_needs(at, as_):
    empty = as_(at.clerk).get(ALL)
    assert texts(empty, "p", class_="empty__title") == ["Đơn vị chưa có đề nghị nào"]
    assert texts(empty, "a", href=f"{ALL}/moi") == ["Tạo đề nghị mới"]


def test_a_dossier_is_begun_with_five_answers(at, as_):
    client = as_(at.clerk)
    row = begun(at, client)
    assert (row.unit, row.movement, row.route, row.level) == (
        at.place.de_tham,
        at.movement,
        "movement",
        "province",
    )
    assert tasks(client.get(page_of(row))) == {
        "Thông tin chung của hồ sơ phong trào thi đua": "Hoàn thành",
        "Danh sách đối tượng": "Chưa làm",
        "Báo cáo thành tích sau khi có đối tượng được đề nghị": "Chưa thể làm",
        "Biên bản họp xét": "Chưa làm",
        "Tờ trình có chữ ký": "Chưa làm",
        "Kiểm tra và nộp sau khi có đối tượng được đề nghị": "Chưa thể làm",
    }


def test_a_dossier_that_is_refused_keeps_what_was_typed(at, as_):
    client = as_(at.clerk)
    form = {"unit": at.place.de_tham.pk, "route": "movement", "level": "province", "counting_year": "2025"}
    again = client.post(f"{ALL}/moi", form | {"title": "Đợt cao điểm"})
    assert faults(again) == ["Hãy chọn phong trào thi đua mà thành tích được lập."]
    assert elements(again, "input", name_="title")[0].attributes["value"] == "Đợt cao điểm"
    assert Dossier.objects.count() == 0


def test_questions_follow_one_another_and_keep_each_answer(at, as_):
    client = as_(at.clerk)
    row = begun(at, client)
    first = client.post(
        page_of(row, "/doi-tuong/moi"),
        {
            "recipient_kind": "individual",
            "recipient_name": "Lương Thị Bình",
            "award_code": CERTIFICATE,
            "commendation_type": "movement",
        },
    )
    one = Nomination.objects.get()
    base = page_of(row, f"/doi-tuong/{one.pk}")
    assert first["Location"] == f"{base}/so-khen-thuong"
    place = {"post_then": "Trưởng thôn", "unit_then": "Thôn Nà Ao 2", "woman": "yes", "seen": one.version}
    assert client.post(f"{base}/chuc-vu", place)["Location"] == f"{base}/thanh-tich"
    one.refresh_from_db()
    deed = {"achievement": "Làm 2 km đường", "seen": one.version}
    assert client.post(f"{base}/thanh-tich", deed)["Location"] == f"{base}/bao-cao"
    one.refresh_from_db()
    report = {"report": "Đã vận động 48 hộ.", "seen": one.version, "lam": "thoat"}
    assert client.post(f"{base}/bao-cao", report)["Location"] == page_of(row, "/doi-tuong")
    one.refresh_from_db()
    assert (one.post_then, one.woman, one.direct_worker, one.achievement, one.report) == (
        "Trưởng thôn",
        True,
        None,
        "Làm 2 km đường",
        "Đã vận động 48 hộ.",
    )


def test_somebody_elses_change_is_told_and_the_next_press_keeps_ones_own(at, as_):
    client = as_(at.clerk)
    one = only(draft(at))
    address = page_of(one.dossier, f"/doi-tuong/{one.pk}/thanh-tich")
    client.post(address, {"achievement": "Của người khác", "seen": one.version})
    mine = client.post(address, {"achievement": "Của tôi", "seen": one.version})
    assert elements(mine, "input", name_="achievement")[0].attributes["value"] == "Của tôi"
    seen = elements(mine, "input", name_="seen")[0].attributes["value"]
    client.post(address, {"achievement": "Của tôi", "seen": seen})
    one.refresh_from_db()
    assert one.achievement == "Của tôi"


def test_a_bad_file_is_told_and_the_others_stay(at, as_):
    client = as_(at.clerk)
    one = only(draft(at))
    address = page_of(one.dossier, f"/doi-tuong/{one.pk}/tai-lieu")
    good = SimpleUploadedFile("duong.png", PICTURE)
    bad = SimpleUploadedFile("bao-cao.pdf", b"MZ\x90\x00 not a paper at all")
    answer = client.post(address, {"kind": "picture", "papers": [bad, good], "caption": "Đường thôn"})
    assert [row.title for row in Evidence.objects.all()] == ["Đường thôn (1)"]
    assert len(faults(answer)) == 1
    assert "bao-cao.pdf" in faults(answer)[0]
    assert rows(answer)[0][:2] == ["duong.png Đường thôn (1)", "ảnh"]


def test_a_picture_of_the_camera_gets_its_caption(at, as_):
    client = as_(at.clerk)
    one = only(draft(at))
    address = page_of(one.dossier, f"/doi-tuong/{one.pk}/tai-lieu")
    assert elements(client.get(address), "input", name_="photo")[0].attributes["capture"] == "environment"
    photo = SimpleUploadedFile("IMG_1.png", PICTURE)
    kept = client.post(address, {"kind": "picture", "photo": photo, "caption": "Nghiệm thu"})
    assert kept["Location"] == address
    assert Evidence.objects.get().title == "Nghiệm thu"


def test_a_paper_stays_when_the_date_beside_it_is_wrong(at, as_):
    client = as_(at.clerk)
    row = draft(at, met_on=None)
    form = {"seen": row.version, "met_on": "10/13/2026", "papers": SimpleUploadedFile("bb.png", PICTURE)}
    answer = client.post(page_of(row, "/bien-ban"), form)
    assert faults(answer) != []
    assert Evidence.objects.get().kind == "minutes"
    seen = elements(answer, "input", name_="seen")[0].attributes["value"]
    done = client.post(page_of(row, "/bien-ban"), {"seen": seen, "met_on": "10/03/2026"})
    assert done["Location"] == page_of(row)


def test_the_report_shows_the_registers_tables(at, as_):
    one = only(draft(at, nominee("Lương Thị Bình", person=person())))
    linked = main_text(as_(at.clerk).get(page_of(one.dossier, f"/doi-tuong/{one.pk}/bao-cao")))
    assert "Danh hiệu thi đua Sổ khen thưởng chưa có." in linked
    free = only(draft(at, nominee("Vi Văn Xa"), title="Khác"))
    page = main_text(as_(at.clerk).get(page_of(free.dossier, f"/doi-tuong/{free.pk}/bao-cao")))
    assert "Đối tượng này chưa gắn với sổ khen thưởng" in page


LIST = (
    "Họ và tên\tĐối tượng\tNăm sinh\tChức vụ\tĐơn vị\tThành tích\n"
    "Lương Thị Bình\tcá nhân\t1980\tTrưởng thôn\tNà Ao 2\tLàm 2 km đường\n"
    "Đội 3\ttập thể\t\t\tNà Ao 2\n"
)


def listed(text, act="xem"):
    return {"award_code": CERTIFICATE, "commendation_type": "movement", "table": text, "lam": act}


def test_a_list_is_judged_row_by_row_before_anything_is_saved(at, as_):
    client = as_(at.clerk)
    person("Lương Thị Bình", 1980)
    row = draft(at)
    address = page_of(row, "/doi-tuong/danh-sach")
    judged = client.post(address, listed(LIST))
    assert [line[1:3] for line in rows(judged)[:2]] == [
        ["Lương Thị Bình Nà Ao 2", "Bằng khen của Bộ, ban, ngành, tỉnh"],
        ["Đội 3 Nà Ao 2", "Bằng khen của Bộ, ban, ngành, tỉnh"],
    ]
    assert rows(judged)[0][3].startswith("cần chuyên viên xem xét Chưa thể kết luận")
    assert rows(judged)[1][3].startswith("chưa đạt theo quy định Không có tiêu chuẩn nào")
    assert row.nominations.count() == 1
    saved = client.post(address, listed(LIST, "luu"))
    assert saved["Location"] == page_of(row, "/doi-tuong")
    assert list(row.nominations.values_list("recipient_name", "recipient_kind", "person__birth_year"))[
        1:
    ] == [
        ("Lương Thị Bình", "individual", 1980),
        ("Đội 3", "collective", None),
    ]


def test_a_list_with_a_fault_saves_nothing_and_keeps_the_text(at, as_):
    client = as_(at.clerk)
    row = draft(at)
    text = LIST + "Vi Văn Ba\tcon mèo\t19xx\t\t\n"
    answer = client.post(page_of(row, "/doi-tuong/danh-sach"), listed(text, "luu"))
    assert faults(answer) == ["Sửa các dòng có lỗi. Chưa dòng nào được lưu."]
    assert texts(answer, "textarea") == [" ".join(text.split())]
    assert rows(answer)[2][3].startswith("cần sửa “19xx” không phải là năm.")
    assert row.nominations.count() == 1


def test_a_double_in_the_list_and_in_the_dossier_is_told(at, as_):
    row = draft(at, nominee("Lương Thị Bình", unit_then="Nà Ao 2"))
    answer = as_(at.clerk).post(page_of(row, "/doi-tuong/danh-sach"), listed(LIST + LIST.splitlines()[1]))
    assert "Có thể trùng: Dòng 3 của danh sách này có vẻ cùng một đối tượng." in rows(answer)[0][3]
    assert "Lương Thị Bình đã có trong hồ sơ này." in rows(answer)[0][3]


def test_a_double_names_the_line_that_is_shown_also_below_a_line_with_a_fault(at, as_):
    first, second = LIST.splitlines()[:2]
    text = "\n".join((first, "Vi Văn Ba\tcon mèo\t19xx\t\t", second, second))
    found = rows(as_(at.clerk).post(page_of(draft(at), "/doi-tuong/danh-sach"), listed(text)))
    doubles = [(row[0], row[3].split("Dòng ")[1].split()[0]) for row in found if "Dòng " in row[3]]
    assert doubles == [("2", "3"), ("3", "2")]


def test_an_excel_file_becomes_rows_that_can_be_corrected(at, as_):
    client = as_(at.clerk)
    row = draft(at)
    columns = [Column("Họ và tên"), Column("Chức vụ"), Column("Đơn vị")]
    data = write_xlsx(columns, [["Lương Thị Bình", "Trưởng thôn", "Nà Ao 2"]], "Danh sách")
    file = SimpleUploadedFile("ds.xlsx", data)
    judged = client.post(page_of(row, "/doi-tuong/danh-sach"), listed("") | {"file": file})
    assert [line[1] for line in rows(judged)[:1]] == ["Lương Thị Bình Nà Ao 2"]
    assert "Lương Thị Bình Trưởng thôn Nà Ao 2" in texts(judged, "textarea")[0]


def test_a_file_that_is_no_table_is_told_in_a_sentence(at, as_):
    row = draft(at)
    file = SimpleUploadedFile("ds.xlsx", b"MZ\x90\x00nothing")
    answer = as_(at.clerk).post(page_of(row, "/doi-tuong/danh-sach"), listed("") | {"file": file})
    assert len(faults(answer)) == 1
    assert row.nominations.count() == 1


def test_last_years_nominees_are_copied_without_their_achievements(at, as_):
    row = complete(at, nominee("Lương Thị Bình"))
    said = {"counting_year": "2026", "movement": at.movement.pk}
    done = as_(at.clerk).post(page_of(row, "/chep"), said)
    new = Dossier.objects.latest("pk")
    assert done["Location"] == page_of(new)
    assert list(new.nominations.values_list("recipient_name", "counting_year", "achievement")) == [
        ("Lương Thị Bình", 2026, "")
    ]


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_of_dossiers_asks_a_fixed_number_of_questions(at, as_, count, django_assert_num_queries):
    for place in range(count):
        draft(at, title=f"Hồ sơ {place}")
    client = as_(at.clerk)
    client.get(ALL)
    with django_assert_num_queries(LIST_QUERIES):
        page = client.get(ALL)
    assert len(rows(page)) == count


@pytest.mark.parametrize("count", [1, 3])
def test_the_parts_of_a_dossier_ask_a_fixed_number_of_questions(at, as_, count, django_assert_num_queries):
    row = draft(at, *[nominee() for _ in range(count)])
    client = as_(at.clerk)
    client.get(page_of(row))
    client.get(page_of(row, "/kiem-tra"))
    with django_assert_num_queries(PARTS_QUERIES):
        client.get(page_of(row))
    with django_assert_num_queries(CHECK_QUERIES):
        client.get(page_of(row, "/kiem-tra"))


LIST_QUERIES, PARTS_QUERIES, CHECK_QUERIES = 8, 14, 24
