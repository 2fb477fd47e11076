"""What everybody may read of a consultation, and what nobody may."""

from __future__ import annotations

import pytest

from tests.web.public.consultation.conftest import LAST_SECOND, TOO_LATE, opened
from tests.web.reading import main_text, texts
from thidua.nominations import actions
from thidua.nominations.enums import Outcome
from thidua.nominations.models import Nomination


def spoken(consultation, at, text, *, publish=True, answer="", **said):
    opinion = actions.record_opinion(consultation=consultation, text=text, **said)
    actions.moderate_opinion(
        opinion=opinion, publish=publish, reason="" if publish else "Xúc phạm.", by=at.officer
    )
    if answer:
        actions.answer_opinion(opinion=opinion, answer=answer, by=at.officer)
    return opinion


def test_an_open_list_tells_who_is_nominated_for_what_and_until_when(client, consultation):
    page = client.get(f"/lay-y-kien/{consultation.pk}")
    words = main_text(page)
    assert "đang mở: còn 14 ngày" in words
    assert "từ ngày 16/03/2026 đến hết ngày 30/03/2026" in words
    [row] = texts(page, "tr", role="row")[1:]
    assert row == (
        "Nông Thị Mùi dữ liệu kiểm thử Trưởng thôn, Thôn Nà Ao 2, xã Đề Thám cá nhân Huân chương Lao động hạng Ba "
        "Vận động nhân dân làm 2 km đường bê tông nông thôn Góp ý về Nông Thị Mùi"
    )
    assert page["X-Robots-Tag"] == "noindex"


def test_neither_birth_nor_report_nor_suspicion_is_shown(client, at, consultation):
    nominee = Nomination.objects.get()
    Nomination.objects.update(birth_year=1971, suspended=True, woman=True, ethnic_minority=True)
    everything = b"".join(
        client.get(f"/lay-y-kien/{consultation.pk}{more}").content
        for more in ("", "?dinh-dang=csv", "/gop-y")
    ).decode()
    assert nominee.recipient_name in everything
    for hidden in ("1971", nominee.report, "tạm dừng", "dân tộc thiểu số"):
        assert hidden not in everything


def test_nothing_is_counted_or_quoted_before_the_consultation_is_closed(client, at, consultation, clock):
    spoken(consultation, at, "Ông Mùi rất tốt.", stance="agrees", sender_name="Lý Văn Dân", show_name=True)
    for moment in (LAST_SECOND, TOO_LATE):
        clock.move_to(moment)
        words = main_text(client.get(f"/lay-y-kien/{consultation.pk}"))
        assert "Ông Mùi rất tốt." not in words
        assert "Kết quả xử lý ý kiến" not in words
    assert "Đã hết thời hạn góp ý. Ban đang tổng hợp ý kiến" in words
    assert texts(client.get("/lay-y-kien"), "td", role="cell")[-1] == "chưa có số"


def test_a_closed_consultation_tells_what_became_of_the_opinions_without_a_name(
    client, at, consultation, clock
):
    nominee = Nomination.objects.get()
    said = {"sender_name": "Lý Văn Dân", "contact": "0912 000 111", "nomination": nominee}
    spoken(
        consultation, at, "Đường làm tốt.", answer="Ban ghi nhận.", stance="agrees", show_name=True, **said
    )
    spoken(
        consultation, at, "Lời xúc phạm.", publish=False, answer="Không công khai.", stance="against", **said
    )
    clock.move_to(TOO_LATE)
    actions.close_public_consultation(
        consultation=consultation, summary="Giữ nguyên danh sách.", by=at.officer
    )

    page = client.get(f"/lay-y-kien/{consultation.pk}")
    words = main_text(page)

    assert "Đã tiếp nhận 2 Công khai bên dưới 1 Đã đọc nhưng không công khai 1 Đã trả lời 2" in words
    assert "Giữ nguyên danh sách." in words
    assert texts(page, "h2") == ["Kết quả xử lý ý kiến", "Các ý kiến được công khai", "Đối tượng đề nghị"]
    assert texts(page, "section", class_="card") == [
        "Về Nông Thị Mùi Đường làm tốt. Trả lời của Ban: Ban ghi nhận."
    ]
    for hidden in ("Lý Văn Dân", "0912", "Lời xúc phạm", "Không công khai.", "đồng ý", "phản đối"):
        assert hidden not in words
    assert "Góp ý về Nông Thị Mùi" not in words


def test_who_was_withdrawn_is_named_no_more(client, at, clock):
    consultation = opened(at, "Nông Thị Mùi", "Hoàng Văn Tỵ")
    page = f"/lay-y-kien/{consultation.pk}"
    assert "Hoàng Văn Tỵ" in main_text(client.get(page))
    gone = Nomination.objects.get(recipient_name="Hoàng Văn Tỵ")
    spoken(consultation, at, "Ông này nợ thuế.", nomination=gone, stance="against")
    Nomination.objects.filter(pk=gone.pk).update(outcome=Outcome.NOT_ELIGIBLE)
    clock.move_to(TOO_LATE)
    actions.close_public_consultation(consultation=consultation, summary="Đã xem xét.", by=at.officer)
    for address in (page, f"{page}?dinh-dang=csv"):
        assert "Hoàng Văn Tỵ" not in client.get(address).content.decode()
    assert "Về một đề cử không còn trong danh sách" in main_text(client.get(page))


def test_an_open_list_of_a_withdrawn_dossier_is_gone(client, at, consultation):
    assert client.get(f"/lay-y-kien/{consultation.pk}").status_code == 200
    actions.cancel_dossier(dossier=consultation.dossier, reason="Trùng hồ sơ.", by=at.officer)
    assert client.get(f"/lay-y-kien/{consultation.pk}").status_code == 404
    assert "Hiện không có đợt lấy ý kiến nào" in main_text(client.get("/lay-y-kien"))


def test_names_are_found_without_marks(client, at):
    consultation = opened(at, "Nông Thị Mùi", "Hoàng Văn Tỵ")
    page = client.get(f"/lay-y-kien/{consultation.pk}", {"q": "hoang van ty"})
    assert [text.split(" dữ")[0] for text in texts(page, "th", scope="row")] == ["Hoàng Văn Tỵ"]


def test_the_list_parts_the_open_ones_from_those_that_are_over(client, at, consultation, clock):
    page = client.get("/lay-y-kien")
    assert texts(page, "section", class_="card")[0].endswith(
        "1 đề cử của Xã Đề Thám. Bạn có thể góp ý đến hết ngày 30/03/2026."
    )
    assert texts(page, "p", class_="empty__title") == ["Chưa có đợt lấy ý kiến nào hết hạn"]
    clock.move_to(TOO_LATE)
    page = client.get("/lay-y-kien")
    assert texts(page, "p", class_="empty__title") == ["Hiện không có đợt lấy ý kiến nào"]
    assert texts(page, "strong", class_="tag") == ["đã hết hạn, đang tổng hợp"]


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_takes_as_many_queries_whatever_the_rows(
    client, at, clock, django_assert_num_queries, count
):
    rows = [opened(at) for _each in range(count)]
    clock.move_to(TOO_LATE)
    for _each in range(count):
        opened(at)
    for row in rows:
        actions.close_public_consultation(consultation=row, summary="Không có ý kiến.", by=at.officer)
    client.get("/lay-y-kien")
    with django_assert_num_queries(3):
        client.get("/lay-y-kien")


@pytest.mark.parametrize("count", [1, 3])
def test_a_closed_consultation_takes_as_many_queries_whatever_the_rows(
    client, at, clock, django_assert_num_queries, count
):
    consultation = opened(at, *(f"Nông Thị Mùi {number}" for number in range(count)))
    for nominee in Nomination.objects.all():
        spoken(consultation, at, "Tốt.", nomination=nominee, stance="agrees")
    clock.move_to(TOO_LATE)
    actions.close_public_consultation(consultation=consultation, summary="Đã xem xét.", by=at.officer)
    client.get(f"/lay-y-kien/{consultation.pk}")
    with django_assert_num_queries(6):
        client.get(f"/lay-y-kien/{consultation.pk}")


def test_on_the_english_page_what_stands_in_vietnamese_says_so(client, at, consultation, clock):
    consultation.grounds = "Điều 9 Quyết định số 12/2025/QĐ-UBND"
    consultation.save()
    spoken(consultation, at, "Tốt.", nomination=Nomination.objects.get(), stance="agrees")
    clock.move_to(TOO_LATE)
    actions.close_public_consultation(consultation=consultation, summary="Đã xem xét.", by=at.officer)
    page = client.get(f"/en/lay-y-kien/{consultation.pk}")
    expected = {consultation.grounds, "Nông Thị Mùi", "Đã xem xét.", "Tốt."}
    assert expected & set(texts(page, "span", lang="vi")) == expected
    same = client.get(f"/lay-y-kien/{consultation.pk}")
    assert expected & set(texts(same, "span", lang="vi")) == set()
