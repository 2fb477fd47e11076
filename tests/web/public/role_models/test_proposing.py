"""Proposing a good example without an account, with photos, and following it up."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import translation

from tests.factories.movements import SmallProvince
from tests.factories.photos import photo_bytes, png_bomb
from tests.factories.role_models import published, said, verified
from tests.web.public.role_models.conftest import ADDRESS
from tests.web.reading import elements, faults, main_text, texts
from thidua.movements.actions.ask_unit_about_role_model import ask_unit_about_role_model
from thidua.movements.actions.decline_role_model import decline_role_model
from thidua.movements.models import ProposedPhoto, RoleModelProposal
from thidua.support.audit.models import AuditEntry
from thidua.support.photos.models import Photo

SEND = {"buoc": "xac-nhan"}


def file(name: str = "anh.jpg", data: bytes = b"") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, data or photo_bytes())


def test_a_proposal_is_checked_then_sent_and_gets_a_code(client, propose):
    checked = propose(field="economy", proposer_name="Vi Văn Kín")
    assert texts(checked, "h1") == ["Kiểm tra rồi gửi"]
    assert texts(checked, "dd") == [
        "Một người",
        "Lương Thị Bình",
        "thôn Nà Ao 2, xã Đề Thám",
        "Bà Bình hiến 500 m² đất để thôn làm đường.",
        "Kinh tế",
        "Vi Văn Kín",
        "không ghi",
    ]
    assert not RoleModelProposal.objects.exists()

    sent = propose(
        **SEND, proposer_name="Vi Văn Kín", photo_1=file(), alternative_1="Bà Bình bên con đường mới"
    )

    receipt = client.get(sent["Location"])
    row = RoleModelProposal.objects.get()
    assert (row.state, row.subject_name, row.proposer_name) == ("new", "Lương Thị Bình", "Vi Văn Kín")
    assert [one.alternative for one in row.photos.all()] == ["Bà Bình bên con đường mới"]
    assert texts(receipt, "strong", class_="code") == [row.follow_up_code]
    assert "no-store" in receipt["Cache-Control"]
    assert receipt["X-Robots-Tag"] == "noindex"


def test_a_heic_of_a_telephone_is_taken(propose):
    sent = propose(**SEND, photo_2=file("IMG_0001.HEIC", photo_bytes("HEIF")), alternative_2="Con đường")
    assert sent.status_code == 302
    assert ProposedPhoto.objects.get().photo.original_name == "IMG_0001.HEIC"


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        (
            "anh.png",
            png_bomb(30_000, 30_000),
            "Ảnh “anh.png” có hơn 50 triệu điểm ảnh. Hãy gửi bản nhỏ hơn.",
        ),
        (
            "anh.jpg",
            b"MZ\x90\x00 this is a program",
            "“anh.jpg” không phải là ảnh, dù tên tệp ghi là ảnh. Hãy chọn đúng tệp ảnh.",
        ),
        (
            "anh.jpg",
            photo_bytes("PNG"),
            "“anh.jpg” không đúng với tên: đây là ảnh PNG. Hãy đổi lại đuôi tên tệp.",
        ),
    ],
)
def test_what_is_no_photo_is_refused_and_nothing_else_is_lost(propose, name, data, told):
    page = propose(
        **SEND,
        photo_1=file("duong.jpg"),
        alternative_1="Con đường",
        photo_2=file(name, data),
        alternative_2="Bà Bình",
        proposer_contact="0912 000 111",
    )
    assert len(faults(page)) == 1
    assert name in faults(page)[0]
    assert faults(page) == [told]
    assert not RoleModelProposal.objects.exists()
    assert "Đã nhận ảnh “duong.jpg”." in main_text(page)
    kept = elements(page, "input", name_="kept_1")[0].attributes["value"]

    sent = propose(
        **SEND, kept_1=kept, alternative_1="Con đường", photo_2=file("khac.png", photo_bytes("PNG")),
        alternative_2="Bà Bình",
    )  # fmt: skip

    assert sent.status_code == 302
    assert [one.photo.original_name for one in ProposedPhoto.objects.all()] == ["duong.jpg", "khac.png"]


def test_the_words_of_a_photo_are_asked_for_at_its_own_place(propose):
    page = propose(**SEND, photo_3=file("ba.jpg"))
    assert faults(page) == ["Hãy viết vài chữ ảnh chụp gì, dành cho người không nhìn được ảnh."]
    assert texts(page, "a", href="#id_alternative_3") == [faults(page)[0]]
    page = propose(**SEND, alternative_1="Bà Bình")
    assert faults(page) == ["Hãy chọn ảnh của lời mô tả này, hoặc xóa lời mô tả."]


def test_a_forged_key_brings_no_strange_photo(propose):
    assert propose(**SEND, photo_1=file(), alternative_1="Con đường").status_code == 302
    strange = Photo.objects.get()
    page = propose(**SEND, kept_1=str(strange.pk), alternative_1="Con đường")
    assert faults(page) == ["Hãy chọn ảnh của lời mô tả này, hoặc xóa lời mô tả."]
    assert RoleModelProposal.objects.count() == 1


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({"subject_kind": ""}, ["Chọn một ý ở mục “Lời giới thiệu nói về ai?”."]),
        ({"subject_name": "  "}, ["Điền mục “Tên tấm gương”."]),
        ({"deed": "a" * 1_000_000}, ["“Họ đã làm gì?” chỉ nhận nhiều nhất 5.000 ký tự. Hãy rút gọn."]),
        ({"place": "Th\ufffdn"}, ["Một số chữ không đến nơi. Hãy gõ lại ở chỗ có dấu �."]),
        ({"subject_name": "A" * 201}, ["“Tên tấm gương” chỉ nhận nhiều nhất 200 ký tự. Hãy rút gọn."]),
    ],
)
def test_what_is_missing_or_too_long_is_told_beside_the_field(propose, given, told):
    page = propose(**given, proposer_name="Vi Văn Kín")
    assert faults(page) == told
    assert elements(page, "input", name_="proposer_name")[0].attributes["value"] == "Vi Văn Kín"


def test_who_wants_to_change_something_finds_what_they_typed(propose):
    page = propose(buoc="sua", proposer_name="Vi Văn Kín")
    assert texts(page, "h1") == ["Giới thiệu một tấm gương"]
    assert faults(page) == []
    assert texts(page, "textarea") == ["Bà Bình hiến 500 m² đất để thôn làm đường."]
    assert elements(page, "input", name_="proposer_name")[0].attributes["value"] == "Vi Văn Kín"


def test_html_stays_text(propose):
    page = propose(deed="<script>alert(1)</script> http://a.vn")
    assert "&lt;script&gt;alert(1)&lt;/script&gt; http://a.vn" in page.content.decode()
    assert 'href="http://a.vn"' not in page.content.decode()


def test_a_flood_waits_and_loses_nothing(propose):
    for number in range(10):
        assert propose(**SEND, subject_name=f"Người số {number}").status_code == 302
    page = propose(**SEND, subject_name="Người thứ mười một")
    assert page.status_code == 429
    assert int(page["Retry-After"]) > 0
    assert "Người thứ mười một" in main_text(page)
    assert RoleModelProposal.objects.count() == 10


def test_the_log_keeps_neither_name_nor_contact_nor_code(propose):
    propose(**SEND, proposer_name="Vi Văn Kín", proposer_contact="0912 000 111")
    row, kept = RoleModelProposal.objects.get(), str(AuditEntry.objects.values_list())
    assert "movements.role_model_proposed" in kept
    for secret in ("Vi Văn Kín", "0912 000 111", row.follow_up_code):
        assert secret in f"{row.proposer_name} {row.proposer_contact} {row.follow_up_code}"
        assert secret not in kept


def told(client, clock, row: RoleModelProposal) -> tuple[list[str], str]:
    clock.shift(61)
    page = client.post("/theo-doi", {"ma": row.follow_up_code.lower()})
    return texts(page, "strong", class_="tag"), main_text(page)


def test_the_code_tells_what_became_of_it(client, clock, propose, place: SmallProvince):
    propose(**SEND)
    row = RoleModelProposal.objects.get()
    assert told(client, clock, row)[0] == ["đã nhận"]
    with translation.override("vi"):
        ask_unit_about_role_model(proposal=row, unit=place.de_tham, by=place.officer)
        assert told(client, clock, row)[0] == ["đang xác minh với đơn vị"]
        decline_role_model(proposal=row, reason="Việc này đã được nêu năm 2018.", by=place.officer)
    tags, words = told(client, clock, row)
    assert tags == ["đã kết thúc"]
    assert "Việc này đã được nêu năm 2018." in words


def test_the_code_leads_to_the_story_and_never_tells_who_refused(client, clock, place: SmallProvince):
    story = published(place)
    row = RoleModelProposal.objects.get()
    tags, _words = told(client, clock, row)
    assert tags == ["đã đăng"]
    page = client.post("/theo-doi", {"ma": row.follow_up_code})
    assert texts(page, "a", href="/guong-dien-hinh/nguoi-hien-dat-mo-duong") == ["Đọc câu chuyện"]
    said(place, story.role_model, given=False)
    tags, words = told(client, clock, row)
    assert tags == ["đã kết thúc"]
    assert "Hiện không có bài viết công khai về tấm gương này." in words
    assert "đồng ý" not in words
    other = verified(place).proposal
    assert "hỏi người được nêu tên có đồng ý không" in told(client, clock, other)[1]


def test_the_english_form_speaks_english(propose):
    page = propose("/en", subject_name="")
    assert texts(page, "h1") == ["Propose a good example"]
    assert faults(page) == ["Fill in “Name of the good example”."]
    assert ADDRESS.startswith("/")
