"""Reading a report: figures lead to what stands behind them, whoever reads, in both languages."""

from __future__ import annotations

import re
from html import unescape

import pytest

from tests.factories.reports import frame_2019
from tests.web.reading import main_text as body
from tests.web.reports.conftest import DRAFT
from thidua.reports.actions import create_report


def test_the_draft_reads_as_the_report_does(as_):
    text = body(as_("officer").get(DRAFT))
    assert "II. Kết quả thực hiện các chỉ tiêu, nhiệm vụ" in text
    assert "5.027 tỷ đồng, đạt 92,2% so với dự toán, bằng 136,3% so với cùng kỳ năm 2018(2)." in text
    assert "(2) Kế hoạch 5.452 tỷ đồng và số cùng kỳ 3.688 tỷ đồng là dữ liệu kiểm thử" in text


def test_every_figure_is_a_link_with_its_basis_and_test_data_are_marked(as_):
    html = as_("officer").get(DRAFT).content.decode()
    links = re.findall(
        r'<a class="(bound[^"]*)" href="([^"]+)" title="([^"]*)" data-figure>([^<]+)</a>', html
    )
    by_text = {
        unescape(text).replace("\u00a0", " "): (kind, url, unescape(hint)) for kind, url, hint, text in links
    }
    kind, url, hint = by_text["đạt 92,2% so với dự toán"]
    assert (kind, url) == (
        "bound bound--marked",
        f"{DRAFT}/so-lieu/indicator.budget_revenue.share_of_plan",
    )
    assert hint == (
        "Tổng thu ngân sách trên địa bàn: tỷ lệ so với kế hoạch · kế hoạch năm 2019, dự toán · "
        "01/01–30/09/2019 · số liệu đến ngày 30/09/2019"
    )
    assert by_text["5.027 tỷ đồng"][0] == "bound"


def test_who_writes_the_report_sees_what_is_left_out_and_others_do_not(as_):
    assert "[{targets.early} đã đạt kế hoạch cả năm trước thời hạn.]" in body(as_("officer").get(DRAFT))
    assert "{targets.early}" not in body(as_("auditor").get(DRAFT))


def test_the_page_of_a_figure_tells_what_stands_behind_it(as_):
    text = body(as_("auditor").get(f"{DRAFT}/so-lieu/indicator.budget_revenue.share_of_plan"))
    for said in (
        "đạt 92,2% so với dự toán dữ liệu kiểm thử",
        "Tính từ kế hoạch năm 2019, dự toán",
        "Kỳ 01/01–30/09/2019",
        "Tính đến ngày 30/09/2019",
        "Nguồn Báo cáo tổng kết năm 2019",
        "Người chấp nhận Nguyễn Văn Soạn",
        "Kế hoạch 5.452 tỷ đồng dữ liệu kiểm thử",
        "số liệu 9 tháng đầu năm 2019: 5.027 tỷ đồng",
    ):
        assert said in text


def test_the_card_of_a_figure_comes_without_the_page_around_it(as_):
    url = f"{DRAFT}/so-lieu/awards.list"
    html = as_("officer").get(url, headers={"HX-Request": "true", "HX-Target": "so-lieu"}).content.decode()
    assert html.lstrip().startswith('<div id="so-lieu">')
    assert "<main" not in html
    assert "53" in html


def test_rows_lead_to_their_own_pages(as_, place):
    html = as_("officer").get(f"{DRAFT}/so-lieu/movement.dac-biet-2019.theme").content.decode()
    assert '<a href="/lam-viec/phong-trao/dac-biet-2019">Đợt thi đua đặc biệt</a>' in html


def test_an_unknown_figure_has_no_page(as_):
    assert as_("officer").get(f"{DRAFT}/so-lieu/indicator.gold.value").status_code == 404


def test_in_english_the_text_stays_and_its_basis_is_told_in_english(as_):
    text = body(as_("officer").get(f"/en{DRAFT}"))
    assert "đạt 92,2% so với dự toán" in text
    assert "Not signed off yet" in text
    figure = body(as_("officer").get(f"/en{DRAFT}/so-lieu/indicator.budget_revenue.share_of_plan"))
    assert "Computed from plan for năm 2019, budget estimate" in figure


def test_all_figures_stand_in_one_list_with_a_download(as_):
    client = as_("auditor")
    lines = client.get(f"{DRAFT}/so-lieu?dinh-dang=csv").content.decode("utf-8-sig").splitlines()
    assert lines[0].startswith("Câu chữ trong báo cáo;Số liệu gì;Tính từ;Kỳ")
    assert any(line.startswith("đạt 92,2% so với dự toán;") for line in lines)


@pytest.mark.parametrize("rows", [1, 3])
def test_the_list_of_reports_takes_a_fixed_number_of_queries(as_, place, rows, django_assert_num_queries):
    client = as_("auditor")
    for _number in range(rows - 1):
        units = {"unit": place.unit("province"), "issuer": place.unit("board")}
        create_report(frame=frame_2019([place.special]), by=place.officer, **units)
    client.get("/lam-viec/bao-cao")
    with django_assert_num_queries(6):
        text = body(client.get("/lam-viec/bao-cao"))
    assert f"{rows} kết quả" in text


def test_a_unit_that_answers_for_nothing_does_not_see_the_report(as_, place):
    assert as_("finance").get(DRAFT).status_code == 200
    place.report.paragraphs.update(responsible=None)
    assert as_("finance").get(DRAFT).status_code == 404
    assert "lang-son-2019" not in as_("finance").get("/lam-viec/bao-cao").content.decode()


def test_who_is_not_signed_in_is_asked_to(client, place):
    response = client.get(DRAFT)
    assert response.status_code == 302
    assert response["Location"].startswith("/dang-nhap")


@pytest.mark.parametrize(
    ("form", "start", "name"),
    [
        ("txt", b"S\xe1\xbb\x9e", "lang-son-2019.txt"),
        ("html", b"<!doctype", "lang-son-2019.html"),
        ("docx", b"PK", "lang-son-2019.docx"),
        ("pdf", b"%PDF", "lang-son-2019.pdf"),
        ("csv", b"\xef\xbb\xbf", "lang-son-2019.csv"),
    ],
)
def test_the_report_is_downloaded_in_every_format(as_, form, start, name):
    response = as_("auditor").get(f"{DRAFT}/tai-ve/{form}")
    assert response.content.startswith(start)
    assert response["Content-Disposition"] == f'attachment; filename="{name}"'


def test_what_cannot_be_downloaded_is_not_found(as_):
    client = as_("auditor")
    assert client.get(f"{DRAFT}/tai-ve/exe").status_code == 404
    assert client.get(f"{DRAFT}/tai-ve/pdf?ban=7").status_code == 404
    assert client.get(f"{DRAFT}/tai-ve/pdf?ban=x").status_code == 404
    assert client.get(f"{DRAFT}/tai-ve/pdf?ban=²").status_code == 404
    assert client.get(f"{DRAFT}/tai-ve/pdf?ban={'9' * 5000}").status_code == 404


def test_the_sheet_to_print_has_the_form_of_an_office(as_):
    text = body(as_("auditor").get(f"{DRAFT}/ban-in"))
    assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in text
    assert "BÁO CÁO Tổng kết các phong trào thi đua năm 2019 của tỉnh Lạng Sơn" in text
    assert "SOCIALIST REPUBLIC OF VIET NAM" in body(as_("auditor").get(f"{DRAFT}/ban-in?ngon-ngu=en"))
