"""A certificate is checked by a photo of its QR; a file that lies or harms is told so, and nothing is kept."""

from __future__ import annotations

from io import BytesIO

import pytest
import segno
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image, ImageFilter

from tests.factories.decisions import office, printed
from tests.factories.photos import photo_bytes, picture, png_bomb, webp_bomb
from tests.web.reading import faults, main_text, texts
from thidua.decisions.models import Certificate
from thidua.support.documents.proof.link import qr_text
from thidua.support.photos.models import Photo
from thidua.web.public.views import certificate_photo

TITLE = "notification__title"


pytestmark = pytest.mark.usefixtures("nobody_has_asked_yet")


@pytest.fixture
def certificate(db) -> Certificate:
    printed(office())
    return Certificate.objects.get()


def qr_picture(text: str, scale: int = 4) -> Image.Image:
    """Return a sheet of paper with a QR on it, as a certificate has one."""
    file = BytesIO()
    segno.make(text, micro=False).save(file, kind="png", scale=scale)
    code = Image.open(file).convert("RGB")
    sheet = Image.new("RGB", (code.width * 3, code.height * 2), (246, 240, 220))
    sheet.paste(code, (code.width, code.height // 2))
    return sheet


def sent(client, data: bytes, name: str = "anh.jpg", **more):
    return client.post("/xac-minh/anh", {"photo": SimpleUploadedFile(name, data)}, **more)


@pytest.mark.parametrize(
    ("kind", "name"), [("JPEG", "a.jpg"), ("PNG", "a.png"), ("WEBP", "a.webp"), ("HEIF", "a.HEIC")]
)
def test_a_photo_of_the_qr_answers_like_its_text(client, certificate, kind, name):
    response = sent(client, photo_bytes(kind, qr_picture(certificate.payload)), name)
    assert texts(response, "p", class_=TITLE) == ["Giấy chứng nhận có thật"]
    assert "đúng: cơ quan đã ký chính nội dung này" in main_text(response)
    assert Photo.objects.count() == 0


def test_a_slanted_blurred_photo_from_a_large_sheet_is_read(client, certificate):
    turned = qr_picture(certificate.payload, 6).rotate(17, expand=True, fillcolor=(90, 90, 90))
    photo = turned.filter(ImageFilter.GaussianBlur(1.2))
    assert texts(sent(client, photo_bytes("JPEG", photo, quality=70)), "p", class_=TITLE) == [
        "Giấy chứng nhận có thật"
    ]


def test_the_address_in_a_qr_is_read_for_its_proof_or_its_code(client, certificate, settings):
    settings.SITE_URL = "https://thidua.langson.gov.vn"
    whole = qr_text(certificate.code, certificate.payload)
    assert texts(sent(client, photo_bytes("PNG", qr_picture(whole)), "a.png"), "p", class_=TITLE) == [
        "Giấy chứng nhận có thật"
    ]
    bare = sent(client, photo_bytes("PNG", qr_picture(whole.partition("#")[0])), "a.png")
    assert bare.url == f"/xac-minh/{certificate.code}"


def test_another_qr_and_a_photo_without_one_say_what_to_do(client, db):
    other = sent(client, photo_bytes("PNG", qr_picture("https://example.org/lua-dao")), "a.png")
    assert faults(other) == [
        "Mã QR trong ảnh không phải của giấy chứng nhận do cơ quan này cấp. Hãy chụp đúng mã in trên giấy."
    ]
    assert "example.org" not in other.content.decode()
    none = sent(client, photo_bytes("JPEG", picture()))
    assert faults(none)[0].startswith("Không đọc được mã QR trong ảnh này.")


@pytest.mark.parametrize(
    ("data", "name", "said"),
    [
        (b"", "a.jpg", "Ảnh rỗng. Hãy chọn ảnh khác."),
        (b"MZ" + bytes(500), "a.jpg", "“a.jpg” không phải là ảnh"),
        (b"<svg onload=alert(1)>", "a.svg", "“a.svg” không phải là ảnh"),
        (photo_bytes("PNG"), "a.jpg", "“a.jpg” không đúng"),
        (png_bomb(30_000, 30_000), "a.png", "Ảnh “a.png” có hơn 50 triệu điểm ảnh"),
        (webp_bomb(), "a.webp", "Ảnh “a.webp” có hơn 50 triệu điểm ảnh"),
        (photo_bytes("JPEG")[:300], "a.jpg", "Ảnh “a.jpg” bị hỏng"),
    ],
)
def test_what_is_no_photo_is_refused_with_a_sentence(client, db, data, name, said):
    response = sent(client, data, name)
    assert response.status_code == 200
    [fault] = faults(response)
    assert fault.startswith(said)


def test_a_form_without_a_photo_asks_for_one_and_the_address_leads_to_the_form(client, db):
    assert len(faults(client.post("/xac-minh/anh", {}))) == 1
    assert client.get("/xac-minh/anh").url == "/xac-minh"


def test_photos_are_tries_too(client, certificate):
    data = photo_bytes("PNG", picture(120, 120))
    for _try in range(10):
        assert sent(client, data, "a.png").status_code == 200
    assert sent(client, data, "a.png").status_code == 429
    assert client.get(f"/xac-minh/{certificate.code}").status_code == 429


def test_a_flood_from_many_addresses_leaves_each_reader_a_turn_and_the_other_way(
    client, certificate, monkeypatch
):
    monkeypatch.setattr(certificate_photo, "MOST_FOR_ALL", 2)
    data = photo_bytes("JPEG", qr_picture(certificate.payload))
    for number in range(2):
        assert sent(client, data, REMOTE_ADDR=f"198.51.100.{number}").status_code == 200
    for reader in ("203.0.113.1", "203.0.113.2"):
        assert sent(client, data, REMOTE_ADDR=reader).status_code == 200
    told = sent(client, data, REMOTE_ADDR="203.0.113.1")
    assert (told.status_code, texts(told, "p", class_=TITLE)) == (429, ["Đang có rất nhiều ảnh cần đọc"])
    assert int(told["Retry-After"]) > 0
    assert "Hãy nhập mã in cạnh mã QR: có kết quả ngay, không cần ảnh." in main_text(told)
    typed = client.get(f"/xac-minh/{certificate.code}", REMOTE_ADDR="203.0.113.1")
    assert texts(typed, "p", class_=TITLE) == ["Giấy chứng nhận có thật"]


def test_the_page_may_ask_for_the_camera_and_nothing_else(client, db):
    assert client.get("/xac-minh")["Permissions-Policy"] == "camera=(self), microphone=(), geolocation=()"


def test_the_title_of_the_page_says_that_a_photo_could_not_be_read(client, db):
    response = sent(client, b"no photo", "anh.jpg")
    (title,) = texts(response, "title")
    assert title == "Lỗi: Kiểm tra giấy chứng nhận – Ban Thi đua – Khen thưởng"
    assert texts(client.get("/xac-minh"), "title") == ["Kiểm tra giấy chứng nhận – Ban Thi đua – Khen thưởng"]
