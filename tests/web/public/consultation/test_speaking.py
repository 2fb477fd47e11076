"""Saying an opinion without an account, and following it up."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from tests.factories.photos import photo_bytes
from tests.web.public.consultation.conftest import LAST_SECOND, TOO_LATE, opened
from tests.web.reading import elements, faults, main_text, texts
from thidua.nominations import actions
from thidua.nominations.models import Nomination, Opinion
from thidua.support.audit.models import AuditEntry
from thidua.web.shell import public_forms

BACKEND = "django.contrib.auth.backends.ModelBackend"


def test_an_opinion_is_checked_then_sent_and_gets_a_code(client, consultation, say):
    nominee = Nomination.objects.get()
    said = {"nomination": nominee.pk, "sender_name": "Lý Văn Dân", "contact": "0912 000 111"}
    checked = say(consultation.pk, **said)
    assert texts(checked, "h1") == ["Kiểm tra rồi gửi"]
    assert texts(checked, "dd") == [
        "Nông Thị Mùi", "Tôi không đồng ý", "Tôi có ý kiến.", "Lý Văn Dân", "0912 000 111"
    ]  # fmt: skip
    assert not Opinion.objects.exists()

    sent = say(consultation.pk, buoc="xac-nhan", **said)

    receipt = client.get(sent["Location"])
    opinion = Opinion.objects.get()
    assert (opinion.nomination, opinion.stance, opinion.show_name, opinion.state, opinion.recorded_by) == (
        nominee,
        "against",
        False,
        "waiting",
        None,
    )
    assert texts(receipt, "strong", class_="code") == [opinion.code]
    assert "no-store" in receipt["Cache-Control"]
    assert receipt["X-Robots-Tag"] == "noindex"


def test_the_code_tells_what_became_of_the_opinion(client, at, consultation, say, clock):
    say(consultation.pk, buoc="xac-nhan", contact="0912 000 111")
    opinion = Opinion.objects.get()

    def told():
        clock.shift(61)
        page = client.post("/theo-doi", {"ma": opinion.code.lower()})
        return texts(page, "strong", class_="tag"), main_text(page)

    assert told()[0] == ["đang chờ đọc"]
    actions.answer_opinion(opinion=opinion, answer="Ban đã xác minh.", by=at.officer)
    tags, words = told()
    assert tags == ["đã trả lời"]
    assert "Ban đã đọc ý kiến và trả lời dưới đây." in words
    assert "chưa đọc xong" not in words
    opinion.refresh_from_db()
    actions.moderate_opinion(opinion=opinion, publish=False, reason="Có lời xúc phạm.", by=at.officer)
    tags, words = told()
    assert tags == ["đã trả lời"]
    assert "vì: Có lời xúc phạm." in words
    assert "Ban đã xác minh." in words
    assert "0912" not in words


def test_the_log_keeps_neither_name_nor_contact_nor_code(consultation, say):
    say(consultation.pk, buoc="xac-nhan", sender_name="Lý Văn Dân", contact="0912 000 111")
    opinion = Opinion.objects.get()
    entry = AuditEntry.objects.get(action="nominations.opinion_received")
    kept = str(AuditEntry.objects.values_list())
    assert '"stance":"against"' in entry.details
    for secret in ("Lý Văn Dân", "0912", opinion.code):
        assert secret in f"{opinion.sender_name} {opinion.contact} {opinion.code}"
        assert secret not in kept


def test_the_last_second_counts_and_the_next_one_does_not(client, consultation, say, clock):
    clock.move_to("2026-03-30T16:59:40Z")
    form = client.get(f"/lay-y-kien/{consultation.pk}/gop-y")
    said = {"stance": "agrees", "text": "Kịp giờ.", "buoc": "xac-nhan"}
    said["stamp"] = elements(form, "input", name_="stamp")[0].attributes["value"]
    clock.move_to(LAST_SECOND)
    assert client.post(f"/lay-y-kien/{consultation.pk}/gop-y", said).status_code == 302
    clock.move_to(TOO_LATE)
    late = client.post(f"/lay-y-kien/{consultation.pk}/gop-y", said | {"text": "Muộn một giây."})
    assert texts(late, "div", class_="error-summary")[0].startswith(
        "Có lỗi cần sửa Đã hết thời gian lấy ý kiến."
    )
    assert "Muộn một giây." in main_text(late)
    assert [row.text for row in Opinion.objects.all()] == ["Kịp giờ."]
    assert client.get(f"/lay-y-kien/{consultation.pk}/gop-y")["Location"] == f"/lay-y-kien/{consultation.pk}"


def test_a_form_that_is_over_says_so_before_anything_is_checked(client, consultation, say, clock):
    clock.move_to("2026-03-30T16:59:55Z")
    late = say(consultation.pk, text="Đang viết thì hết giờ.")
    assert texts(late, "h1") == ["Góp ý"]
    assert texts(late, "textarea") == ["Đang viết thì hết giờ."]


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({"text": ""}, ["Điền mục “Ý kiến của bạn”."]),
        ({"stance": ""}, ["Chọn một ý ở mục “Ý kiến của bạn thế nào?”."]),
        ({"text": "a" * 1_000_000}, ["“Ý kiến của bạn” chỉ nhận nhiều nhất 5.000 ký tự. Hãy rút gọn."]),
        ({"text": "Ch\ufffdo"}, ["Một số chữ không đến nơi. Hãy gõ lại ở chỗ có dấu �."]),
    ],
)
def test_what_is_missing_or_too_long_is_told_beside_the_field(consultation, say, given, told):
    page = say(consultation.pk, sender_name="Lý Văn Dân", **given)
    assert faults(page) == told
    assert elements(page, "input", name_="sender_name")[0].attributes["value"] == "Lý Văn Dân"


def test_html_is_text_and_a_nominee_of_another_list_is_refused(at, client, consultation, say):
    other = opened(at, "Hứa Văn Khác").dossier.nominations.get()
    assert faults(say(consultation.pk, nomination=other.pk)) != []
    checked = say(consultation.pk, text="<b>Tốt</b> http://a.vn")
    assert "&lt;b&gt;Tốt&lt;/b&gt; http://a.vn" in checked.content.decode()
    assert 'href="http://a.vn"' not in checked.content.decode()


def test_a_photo_goes_to_the_office_alone(client, at, consultation, say):
    data = SimpleUploadedFile("anh.jpg", photo_bytes())
    assert say(consultation.pk, buoc="xac-nhan", upload=data).status_code == 302
    opinion = Opinion.objects.get()
    address = reverse("opinion-file", args=[consultation.dossier.code, opinion.pk])
    assert opinion.photo is not None
    client.force_login(at.officer, backend=BACKEND)
    answer = client.get(address)
    assert (answer["Content-Type"], answer["Cache-Control"]) == ("image/jpeg", "private, max-age=600")
    assert b"".join(answer.streaming_content).startswith(b"\xff\xd8\xff")
    client.force_login(at.place.other_clerk, backend=BACKEND)
    assert client.get(address).status_code == 403
    client.logout()
    assert client.get(address).status_code == 302


def test_a_file_that_is_no_photo_is_told_and_the_words_stay(consultation, say):
    page = say(consultation.pk, buoc="xac-nhan", upload=SimpleUploadedFile("virus.exe", b"MZ\x90\x00abc"))
    assert faults(page) == [
        "“virus.exe” không phải ảnh hoặc tệp PDF. Hãy gửi một trong các loại: JPG, PNG, WEBP, HEIC, PDF."
    ]
    assert texts(page, "h1") == ["Kiểm tra rồi gửi"]
    assert "Tôi có ý kiến." in main_text(page)


def test_a_flood_waits_and_nothing_is_lost(consultation, say, monkeypatch):
    monkeypatch.setattr(public_forms, "MOST_OF_ONE", 1)
    assert say(consultation.pk, buoc="xac-nhan").status_code == 302
    stopped = say(consultation.pk, buoc="xac-nhan", text="Ý kiến thứ hai.")
    assert (stopped.status_code, int(stopped["Retry-After"]) > 0) == (429, True)
    assert "Ý kiến thứ hai." in main_text(stopped)
    assert Opinion.objects.count() == 1


def test_the_receipt_is_for_the_browser_that_sent_and_stands_in_no_address(client, consultation, say):
    sent = say(consultation.pk, buoc="xac-nhan")
    assert sent["Location"] == f"/lay-y-kien/{consultation.pk}/bien-nhan"
    assert Opinion.objects.get().code in main_text(client.get(sent["Location"]))
    client.cookies["bien-nhan-lay-y-kien"] = "IllLLTEi:1:abc"
    assert client.get(sent["Location"])["Location"] == "/theo-doi?khong-co-bien-nhan=1"


def test_changing_the_answers_shows_them_without_faults(consultation, say):
    page = say(consultation.pk, buoc="sua", sender_name="Lý Văn Dân", text="")
    assert texts(page, "div", class_="error-summary") == []
    assert elements(page, "input", name_="sender_name")[0].attributes["value"] == "Lý Văn Dân"


def test_the_english_form_speaks_english(client, consultation):
    page = client.get(f"/en/lay-y-kien/{consultation.pk}/gop-y")
    assert texts(page, "h1") == ["Give your opinion"]
