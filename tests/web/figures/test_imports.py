"""Importing a file through the screen: seen first, kept whole or not at all, and taken back as a whole."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from tests.factories.movements import SmallProvince
from tests.factories.targets import count, indicator, observed
from tests.web.reading import main_text as text_of
from thidua.support.spreadsheets.reading import read_table
from thidua.targets.models import ImportBatch, Observation, Plan

HEAD = "Mã chỉ tiêu;Đơn vị;Kỳ;Giá trị"


def table(*lines: str, head: str = HEAD) -> bytes:
    return "\n".join([head, *lines]).encode()


def sent(client: Client, data: bytes, name: str = "so-lieu.csv", content: str = "observations"):
    return client.post(
        "/lam-viec/nhap-tep/chon", {"content": content, "file": SimpleUploadedFile(name, data)}
    )


def previewed(client: Client, data: bytes, **said: str):
    answer = sent(client, data, **said)
    assert answer.status_code == 302
    return answer["Location"], client.get(answer["Location"])


def said_of(preview) -> list[tuple[int, str, str]]:
    return [(row.number, row.verdict.value, row.now.replace("\u00a0", " ")) for row in preview.rows]


def test_nothing_is_kept_before_the_preview_is_confirmed(officer: Client, place: SmallProvince) -> None:
    what = indicator(place)
    observed(place, what, place.hung_son, 10)
    url, page = previewed(
        officer,
        table("thu-ngan-sach;Xã Đề Thám;2019-9T;12", "thu-ngan-sach;Xã Hùng Sơn;9 tháng đầu năm 2019;11"),
    )
    assert said_of(page.context["preview"]) == [(2, "new", "12 tỷ đồng"), (3, "changes", "11 tỷ đồng")]
    assert "trước đó: 10 tỷ đồng → mới: 11 tỷ đồng" in text_of(page)
    assert Observation.objects.count() == 1

    kept = officer.post(url, {"fingerprint": page.context["preview"].fingerprint})
    batch = ImportBatch.objects.get()
    assert kept["Location"] == f"/lam-viec/nhap-tep/{batch.pk}"
    assert (batch.file_name, batch.row_count, batch.imported_by) == ("so-lieu.csv", 2, place.officer)
    assert sorted(what.observations.filter(state="accepted").values_list("value", flat=True)) == [11, 12]
    assert officer.get(url)["Location"] == "/lam-viec/nhap-tep/chon"  # the file is gone


def test_one_wrong_row_stops_the_whole_file_with_a_sentence_at_its_cell(
    officer: Client, place: SmallProvince
) -> None:
    indicator(place)
    url, page = previewed(
        officer, table("thu-ngan-sach;Xã Đề Thám;2019-9T;12", "thu-ngan-sach;Xã Hùng Sơn;2019-9T;1.5")
    )
    assert page.context["faults"] == ["Ô D3: Viết 1,5 (dấu phẩy cho phần thập phân)."]
    assert "Chưa ghi gì: sửa tệp rồi chọn lại." in text_of(page)
    officer.post(url, {"fingerprint": page.context["preview"].fingerprint})
    assert (Observation.objects.count(), ImportBatch.objects.count()) == (0, 0)


@pytest.mark.parametrize("data", [b"", b"%PDF-1.4 not a table", b"\n"])
def test_a_file_that_is_no_table_gets_its_sentence(
    officer: Client, place: SmallProvince, data: bytes
) -> None:
    _url, page = previewed(officer, data)
    assert len(page.context["faults"]) == 1
    assert page.context["faults"][0] in text_of(page)
    assert page.context["preview"].is_importable is False


def test_figures_that_changed_since_the_preview_are_looked_at_again(
    officer: Client, place: SmallProvince
) -> None:
    what = indicator(place)
    url, page = previewed(officer, table("thu-ngan-sach;Xã Đề Thám;2019-9T;12"))
    observed(place, what, place.de_tham, 9)
    again = officer.post(url, {"fingerprint": page.context["preview"].fingerprint})
    assert again.context["faults"] == [
        "Số liệu đã thay đổi sau khi xem trước. Xem lại bản xem trước mới rồi xác nhận."
    ]
    assert said_of(again.context["preview"]) == [(2, "changes", "12 tỷ đồng")]
    assert ImportBatch.objects.count() == 0


def test_a_file_waits_for_its_own_session_only(officer: Client, place: SmallProvince, as_user) -> None:
    indicator(place)
    url, _page = previewed(officer, table("thu-ngan-sach;Xã Đề Thám;2019-9T;12"))
    other = as_user(place.officer)
    assert other.get(url)["Location"] == "/lam-viec/nhap-tep/chon"


def test_a_file_that_was_changed_on_the_disk_is_not_imported(officer: Client, place: SmallProvince) -> None:
    indicator(place)
    url, _page = previewed(officer, table("thu-ngan-sach;Xã Đề Thám;2019-9T;12"))
    folder = Path(settings.MEDIA_ROOT).parent / "imports-waiting"
    for path in folder.iterdir():
        path.write_bytes(table("thu-ngan-sach;Xã Đề Thám;2019-9T;9999"))
    assert officer.get(url)["Location"] == "/lam-viec/nhap-tep/chon"


def test_a_file_can_be_thrown_away(officer: Client, place: SmallProvince) -> None:
    indicator(place)
    url, _page = previewed(officer, table("thu-ngan-sach;Xã Đề Thám;2019-9T;12"))
    assert officer.post(f"{url}/bo")["Location"] == "/lam-viec/nhap-tep"
    assert officer.get(url).status_code == 302
    assert ImportBatch.objects.count() == 0


def test_an_import_is_undone_as_a_whole_after_a_question(officer: Client, place: SmallProvince) -> None:
    what = indicator(place)
    observed(place, what, place.hung_son, 10)
    url, page = previewed(
        officer, table("thu-ngan-sach;Xã Đề Thám;2019-9T;12", "thu-ngan-sach;Xã Hùng Sơn;2019-9T;11")
    )
    officer.post(url, {"fingerprint": page.context["preview"].fingerprint})
    batch = ImportBatch.objects.get()
    question = officer.get(f"/lam-viec/nhap-tep/{batch.pk}/hoan-tac")
    assert "Hoàn tác lần nhập “so-lieu.csv”?" in text_of(question)
    assert what.observations.filter(state="accepted").count() == 2

    officer.post(f"/lam-viec/nhap-tep/{batch.pk}/hoan-tac")
    assert list(what.observations.filter(state="accepted").values_list("unit__name", "value")) == [
        ("Xã Hùng Sơn", 10)
    ]
    assert officer.get(f"/lam-viec/nhap-tep/{batch.pk}").context["tag"].text == "đã hoàn tác"


def test_an_import_with_a_later_figure_on_top_is_not_undone(officer: Client, place: SmallProvince) -> None:
    what = indicator(place)
    url, page = previewed(officer, table("thu-ngan-sach;Xã Đề Thám;2019-9T;12"))
    officer.post(url, {"fingerprint": page.context["preview"].fingerprint})
    observed(place, what, place.de_tham, 13)
    refused = officer.post(f"/lam-viec/nhap-tep/{ImportBatch.objects.get().pk}/hoan-tac")
    assert refused.status_code == 200
    assert "13 tỷ đồng" in text_of(refused)
    assert what.observations.get(state="accepted").value == 13


def test_plans_are_imported_the_same_way(officer: Client, place: SmallProvince) -> None:
    indicator(place)
    url, page = previewed(
        officer,
        table("thu-ngan-sach;Xã Đề Thám;2019;1.200;HĐND", head=f"{HEAD};Cấp giao"),
        content="plans",
    )
    officer.post(url, {"fingerprint": page.context["preview"].fingerprint})
    assert list(Plan.objects.values_list("value", "authority", "unit__name")) == [
        (1200, "council", "Xã Đề Thám")
    ]
    assert "1.200 tỷ đồng" in text_of(officer.get(f"/lam-viec/nhap-tep/{ImportBatch.objects.get().pk}"))


def test_a_clerk_sees_no_import_and_can_make_none(
    clerk: Client, officer: Client, place: SmallProvince
) -> None:
    indicator(place)
    url, page = previewed(officer, table("thu-ngan-sach;Xã Hùng Sơn;2019-9T;12"))
    officer.post(url, {"fingerprint": page.context["preview"].fingerprint})
    batch = ImportBatch.objects.get()
    assert sent(clerk, table("thu-ngan-sach;Xã Đề Thám;2019-9T;1")).status_code == 403
    assert clerk.get(f"/lam-viec/nhap-tep/{batch.pk}").status_code == 404
    assert clerk.post(f"/lam-viec/nhap-tep/{batch.pk}/hoan-tac").status_code == 403
    assert Observation.objects.get().state == "accepted"


def test_an_empty_table_already_names_indicators_units_and_the_period(
    officer: Client, place: SmallProvince
) -> None:
    indicator(place)
    count(place)
    answer = officer.post(
        "/lam-viec/nhap-tep/bang-mau",
        {
            "content": "observations",
            "period": "9 tháng đầu năm 2019",
            "unit": "Huyện Tràng Định",
            "below": "on",
        },
    )
    found = read_table(answer.content, "so-lieu.xlsx")
    assert len(found.rows) == 6  # three units, two indicators
    _url, page = previewed(officer, answer.content, name="so-lieu.xlsx")
    assert {row.verdict.value for row in page.context["preview"].rows} == {"blank"}


@pytest.mark.parametrize("rows", [1, 3])
def test_the_list_of_imports_costs_the_same_whatever_its_rows(
    officer: Client, place: SmallProvince, django_assert_num_queries, rows: int
) -> None:
    indicator(place)
    for number in range(rows):
        url, page = previewed(officer, table(f"thu-ngan-sach;Xã Đề Thám;2019-9T;{number + 5}"))
        officer.post(url, {"fingerprint": page.context["preview"].fingerprint})
    with django_assert_num_queries(6):
        response = officer.get("/lam-viec/nhap-tep")
    assert response.context["table"].page.total == rows
