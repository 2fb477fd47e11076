"""Writing a report on screen: nothing typed is lost, figures cannot be typed over, units sign what they read."""

from __future__ import annotations

import re

from tests.factories.reports import observe
from tests.reports.test_figures import correct
from tests.web.reading import main_text as body
from tests.web.reports.conftest import DRAFT
from thidua.reports.models import ClosingReport, FrozenVersion, Paragraph
from thidua.web.shell.worklist import work_of

REASON = "Lãnh đạo tỉnh đồng ý chốt trước."


def paragraph(key: str = "economy") -> Paragraph:
    return Paragraph.objects.get(key=key)


def address(key: str = "economy", verb: str = "") -> str:
    return f"{DRAFT}/doan/{paragraph(key).pk}{verb}"


def hidden(response, name: str) -> str:
    found = re.search(rf'name="{name}" value="([^"]*)"', response.content.decode())
    assert found is not None
    return found.group(1)


def frame(place, **changes) -> dict[str, object]:
    return {
        "movements": [place.special.pk, place.peak.pk],
        "year": "2019",
        "starts_on": "01/01/2019",
        "ends_on": "30/09/2019",
        "as_of": "31/10/2019",
        **changes,
    }


def test_a_report_is_begun_from_period_and_movements(as_, place):
    unit = place.unit("province")
    data = frame(place, unit=unit.pk, issuer="Ban Thi đua – Khen thưởng tỉnh")
    response = as_("officer").post("/lam-viec/bao-cao-moi", data)
    made = ClosingReport.objects.exclude(pk=place.report.pk).get()
    assert response["Location"] == f"/lam-viec/bao-cao/{made.slug}"
    assert (made.issuer, made.title) == (place.unit("board"), place.report.title)


def test_a_wrong_period_keeps_all_that_was_typed(as_, place):
    unit = place.unit("province")
    data = frame(
        place, unit=unit.pk, issuer="Ban Thi đua – Khen thưởng tỉnh", ends_on="31/12/2018", title="Thử"
    )
    response = as_("officer").post("/lam-viec/bao-cao-moi", data)
    assert "Số liệu kết thúc trước khi bắt đầu. Hãy kiểm tra hai ngày." in body(response)
    assert 'value="Thử"' in response.content.decode()
    assert ClosingReport.objects.count() == 1


def test_only_who_writes_reports_begins_one(as_):
    assert as_("finance").get("/lam-viec/bao-cao-moi").status_code == 403


def test_the_page_for_editing_offers_the_figures_with_their_text(as_):
    response = as_("officer").get(address())
    text = body(response)
    assert "{indicator.budget_revenue.share_of_plan}" in text
    assert "đạt 92,2% so với dự toán Tổng thu ngân sách trên địa bàn: tỷ lệ so với kế hoạch" in text
    assert "Tổng thu ngân sách trên địa bàn: kế hoạch" in text


def test_prose_is_saved_and_the_page_returns_to_the_paragraph(as_):
    data = {
        "text": "Thu {indicator.budget_revenue.value}.",
        "seen": paragraph().version,
        "heading": "Kinh tế",
    }
    response = as_("officer").post(address(), data)
    assert response["Location"] == f"{DRAFT}#doan-economy"
    assert (paragraph().text, paragraph().heading) == ("Thu {indicator.budget_revenue.value}.", "Kinh tế")


def test_the_preview_shows_figures_and_findings_and_keeps_nothing(as_):
    before = paragraph().text
    data = {"text": "Thu {indicator.budget_revenue.value}, tăng 12 tỷ.", "seen": 1, "xem-thu": "1"}
    text = body(as_("officer").post(address(), data))
    assert "Thu 5.027 tỷ đồng, tăng 12 tỷ." in text
    assert "Số «12» được gõ tay, chưa gắn với số liệu nào" in text
    assert paragraph().text == before


def test_the_preview_follows_while_somebody_types(as_):
    headers = {"HX-Request": "true", "HX-Target": "xem-thu"}
    data = {"text": "Thu [một.", "xem-thu": "1"}
    html = as_("officer").post(address(), data, headers=headers).content.decode()
    assert html.lstrip().startswith('<section id="xem-thu"')
    assert "Dấu ngoặc vuông hoặc ngoặc nhọn chưa đủ đôi ở gần «[một.». Hãy thêm hoặc bỏ một dấu." in html


def test_an_unknown_figure_is_refused_beside_the_text_which_stays(as_):
    data = {"text": "Được {indicator.gold.value}.", "seen": paragraph().version}
    response = as_("officer").post(address(), data)
    assert "«{indicator.gold.value}» không phải là số liệu của báo cáo này." in body(response)
    assert "Được {indicator.gold.value}.</textarea>" in response.content.decode()


def test_the_second_of_two_officers_sees_both_texts_and_may_keep_theirs(as_):
    seen = paragraph().version
    as_("leader").post(address(), {"text": "Câu thứ nhất.", "seen": seen})
    response = as_("officer").post(address(), {"text": "Câu thứ hai.", "seen": seen})
    text = body(response)
    assert "Câu thứ nhất." in text
    assert "Câu thứ hai." in text
    as_("officer").post(address(), {"text": "Câu thứ hai.", "seen": hidden(response, "seen")})
    assert paragraph().text == "Câu thứ hai."


def test_paragraphs_are_added_moved_and_taken_out(as_):
    client = as_("officer")
    client.post(
        f"{DRAFT}/them-doan",
        {"text": "Đoạn mới.", "after": paragraph("opening").pk, "heading": "Mới", "field": ""},
    )
    added = paragraph("added-1")
    assert (added.order, added.heading) == (2, "Mới")
    client.post(address("added-1", "/len"))
    assert paragraph("added-1").order == 1
    assert client.get(address("added-1", "/len")).status_code == 405
    assert "Bỏ đoạn «Mới» khỏi báo cáo?" in body(client.get(address("added-1", "/bo")))
    client.post(address("added-1", "/bo"))
    assert not Paragraph.objects.filter(key="added-1").exists()


def test_a_unit_reads_and_signs_its_paragraph(as_):
    client = as_("finance")
    page = client.get(address(verb="/ky"))
    assert "5.027 tỷ đồng, đạt 92,2% so với dự toán" in body(page)
    response = client.post(address(verb="/ky"), {"noi-dung": hidden(page, "noi-dung")}, follow=True)
    assert "Đã ký xác nhận. Nếu số liệu hoặc câu chữ đổi, hệ thống sẽ báo." in body(response)
    assert "1 trên 5 đoạn đã được ký xác nhận đúng như nội dung hiện nay." in body(response)


def test_a_figure_that_changed_while_it_was_read_is_not_signed(as_, place):
    client = as_("finance")
    page = client.get(address(verb="/ky"))
    correct(place, "5100")
    response = client.post(address(verb="/ky"), {"noi-dung": hidden(page, "noi-dung")})
    assert "Nội dung đã đổi sau khi anh/chị mở. Hãy đọc lại rồi ký xác nhận." in body(response)
    assert "5.100 tỷ đồng" in body(response)
    assert paragraph().signed_off_at is None


def test_a_change_after_the_sign_off_shows_on_every_page(as_, place):
    client = as_("finance")
    client.post(address(verb="/ky"), {"noi-dung": hidden(client.get(address(verb="/ky")), "noi-dung")})
    correct(place, "5100")
    for part in ("", "/ky-xac-nhan"):
        assert "Đã đổi sau khi ký" in body(client.get(f"{DRAFT}{part}"))


def test_nobody_signs_for_another_unit(as_):
    assert as_("centre").get(address(verb="/ky")).status_code == 403
    assert as_("officer").post(address(verb="/ky"), {"noi-dung": "x"}).status_code == 403


def test_another_unit_is_chosen_by_its_name(as_, place):
    as_("officer").post(address(verb="/don-vi"), {"unit": "Cục Thống kê tỉnh"})
    assert paragraph().responsible == place.unit("statistics")


def test_what_waits_stands_on_the_work_list(place):
    def waiting(user):
        return [(item.title, item.state.text) for item in work_of(user) if item.group == "Báo cáo tổng kết"]

    assert waiting(place.finance) == [("Ký xác nhận: Về kinh tế", "Chưa ký xác nhận")]
    assert waiting(place.officer) == []
    assert waiting(place.leader) == []


def test_freezing_asks_why_while_points_are_open(as_):
    client = as_("leader")
    page = client.get(f"{DRAFT}/chot")
    assert "Sở Tài chính chưa ký xác nhận đoạn này." in body(page)
    refused = client.post(f"{DRAFT}/chot", {"seen": hidden(page, "seen")})
    assert "Còn 4 điểm chưa đạt nên chưa chốt được." in body(refused)
    done = client.post(f"{DRAFT}/chot", {"seen": hidden(page, "seen"), "overruled": REASON}, follow=True)
    frozen = FrozenVersion.objects.get()
    assert frozen.sha256 in body(done)
    assert "khớp nội dung" in body(done)
    assert REASON in body(done)


def test_only_a_leader_freezes(as_):
    assert as_("officer").get(f"{DRAFT}/chot").status_code == 403
    assert as_("officer").get(DRAFT).content.decode().count(f'href="{DRAFT}/chot"') == 0
    assert as_("leader").get(DRAFT).content.decode().count(f'href="{DRAFT}/chot"') == 1


def test_a_correction_keeps_the_old_figure_and_shows_the_difference(as_, place):
    client = as_("leader")
    client.post(f"{DRAFT}/chot", {"seen": place.report.version, "overruled": REASON})
    client.post(f"{DRAFT}/dinh-chinh", {"note": "Sở Tài chính đính chính."})
    correct(place, "5100")
    assert "Sở Tài chính đính chính." in body(client.get(DRAFT))
    seen = hidden(client.get(f"{DRAFT}/chot"), "seen")
    client.post(f"{DRAFT}/chot", {"seen": seen, "overruled": REASON, "note": "Sở Tài chính đính chính."})
    assert "5.027 tỷ đồng" in body(client.get(f"{DRAFT}/ban-chot/1"))
    second = body(client.get(f"{DRAFT}/ban-chot/2"))
    assert "5.100 tỷ đồng" in second
    assert "Đính chính: Sở Tài chính đính chính." in second
    text = body(client.get(f"{DRAFT}/so-sanh?tu=1&den=2"))
    assert "Tổng thu ngân sách trên địa bàn: giá trị 5.027 tỷ đồng 5.100 tỷ đồng" in text
    assert client.get(f"{DRAFT}/tai-ve/txt?ban=1").content.decode().count("5.027 tỷ đồng") == 1


def test_the_report_stands_beside_that_of_an_earlier_year(as_, place):
    assert "Chưa chọn báo cáo năm trước" in body(as_("officer").get(f"{DRAFT}/so-voi-nam-truoc"))
    earlier = ClosingReport.objects.create(
        slug="lang-son-2018",
        title="Báo cáo 2018",
        unit=place.unit("province"),
        issuer=place.unit("board"),
        year=2018,
        starts_on=place.report.starts_on.replace(year=2018),
        ends_on=place.report.ends_on.replace(year=2018),
        as_of=place.report.as_of.replace(year=2018),
    )
    earlier.movements.add(place.special)
    text = "Thu {indicator.budget_revenue.value}; công nghiệp {indicator.industrial_production_index.change}."
    Paragraph.objects.create(report=earlier, order=1, key="economy", text=text)
    year_before = {
        name: place.report.starts_on.replace(year=2018) if name == "starts_on" else earlier.ends_on
        for name in ("starts_on", "ends_on", "as_of")
    }
    observe(place.indicators["industrial_production_index"], place.unit("province"), "5.5", **year_before)
    ClosingReport.objects.filter(pk=place.report.pk).update(previous=earlier)
    said = body(as_("officer").get(f"{DRAFT}/so-voi-nam-truoc"))
    assert "Tổng thu ngân sách trên địa bàn: giá trị 3.688 tỷ đồng 5.027 tỷ đồng" in said
    assert "tăng 5,50% so với cùng kỳ tăng 6,86% so với cùng kỳ" in said


def test_the_history_tells_what_was_done_in_words(as_):
    as_("officer").post(address(), {"text": "Câu mới.", "seen": paragraph().version, "heading": "Về kinh tế"})
    text = body(as_("auditor").get(f"{DRAFT}/lich-su"))
    assert "Sửa một đoạn: Về kinh tế" in text
    assert "→ Câu mới." in text


def test_a_paragraph_and_a_frame_written_after_the_session_ended_are_there_again(place, client):
    asked = (
        (address(), {"text": "Văn bản viết dở."}),
        ("/lam-viec/bao-cao-moi", frame(place, title="Viết dở")),
    )
    for page, data in asked:
        assert client.post(page, data)["Location"] == f"/dang-nhap?next={page}"
        client.force_login(place.officer, backend="django.contrib.auth.backends.ModelBackend")
        html = client.get(page).content.decode()
        assert html.count(str(data.get("title", data.get("text")))) >= 1
        assert html.count("Phiên làm việc đã hết hạn.") == 1
        client.logout()
