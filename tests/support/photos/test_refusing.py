"""What is no photo is refused with a sentence, nothing is kept, and no memory is spent on it."""

import struct
from functools import cache

import pytest
from PIL import Image, ImageFile

from tests.factories.photos import photo_bytes, picture, png_bomb, webp_bomb
from thidua.support.photos.actions import keep_photo
from thidua.support.photos.models import Photo
from thidua.support.refusals import Refused

pytestmark = pytest.mark.django_db


def refused(data: bytes, name: str) -> str:
    """Return the one sentence by which `data` is refused, and see that nothing was kept."""
    with pytest.raises(Refused) as said:
        keep_photo(data=data, name=name, by=None, field="picture")
    assert Photo.objects.count() == 0
    assert list(said.value.faults) == ["picture"]
    return str(said.value)


def heic_that_says(width: int, height: int, made: Image.Image) -> bytes:
    """Return `made` as a HEIC whose own header says `width` × `height` pixels."""
    data = photo_bytes("HEIF", made)
    true = struct.pack(">II", *made.size)
    assert data.count(true) == 1
    return data.replace(true, struct.pack(">II", width, height))


@cache
def noisy_photo(kind: str) -> bytes:
    """Return a photo that no codec makes small; encoding it as HEIC is slow, so it is done once."""
    return photo_bytes(kind, Image.effect_noise((320, 200), 80).convert("RGB"))


def jpeg_bomb() -> bytes:
    """Return a JPEG whose header says 60 000 × 60 000 pixels."""
    size = struct.pack(">HH", 400, 640)
    data = photo_bytes()
    assert data.count(b"\xff\xc0\x00\x11\x08" + size) == 1
    return data.replace(size, struct.pack(">HH", 60_000, 60_000))


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (png_bomb(60_000, 60_000), "a.png"),
        (png_bomb(9_000, 6_000), "a.png"),
        (png_bomb(12_000, 9_000), "a.png"),
        (webp_bomb(), "a.webp"),
        (jpeg_bomb(), "a.jpg"),
    ],
    ids=["huge", "just above ours", "above Pillow's", "webp", "jpeg"],
)
def test_a_picture_of_too_many_pixels_is_refused_before_it_is_decoded(data, name, monkeypatch):
    def decode(self):
        raise AssertionError("decoded")

    monkeypatch.setattr(ImageFile.ImageFile, "load", decode)
    monkeypatch.setattr("PIL.WebPImagePlugin.WebPImageFile.load", decode)
    assert refused(data, name) == f"Ảnh “{name}” có hơn 50 triệu điểm ảnh. Hãy gửi bản nhỏ hơn."


@pytest.mark.parametrize(("width", "height"), [(60_000, 60_000), (9_000, 6_000)])
def test_a_heic_that_says_it_is_huge_is_refused(width, height):
    said = refused(heic_that_says(width, height, picture()), "a.heic")
    assert said == "Ảnh “a.heic” có hơn 50 triệu điểm ảnh. Hãy gửi bản nhỏ hơn."


def test_a_heic_that_is_larger_than_it_says_is_refused():
    data = heic_that_says(640, 400, Image.new("RGB", (1_280, 800)))
    said = refused(data, "a.heic")
    assert said == "Ảnh “a.heic” bị hỏng, không mở được. Hãy chụp hoặc lưu lại ảnh rồi gửi."


@pytest.mark.parametrize(
    ("kind", "name"), [("JPEG", "a.jpg"), ("PNG", "a.png"), ("WEBP", "a.webp"), ("HEIF", "a.heic")]
)
@pytest.mark.parametrize("share", [0.02, 0.5, 0.95])
def test_a_photo_that_breaks_off_is_refused(kind, name, share):
    data = noisy_photo(kind)
    cut = data[: max(16, int(len(data) * share))]
    assert refused(cut, name) == f"Ảnh “{name}” bị hỏng, không mở được. Hãy chụp hoặc lưu lại ảnh rồi gửi."


@pytest.mark.parametrize(
    ("data", "name", "sentence"),
    [
        (
            photo_bytes("PNG"),
            "a.jpg",
            "“a.jpg” không đúng với tên: đây là ảnh PNG. Hãy đổi lại đuôi tên tệp.",
        ),
        (
            b"<svg onload='alert(1)'/>",
            "a.png",
            "“a.png” không phải là ảnh, dù tên tệp ghi là ảnh. Hãy chọn đúng tệp ảnh.",
        ),
        (
            photo_bytes("GIF"),
            "a.gif",
            "“a.gif” không phải là ảnh nhận được. Hãy gửi một trong các loại: JPG, PNG, WEBP, HEIC.",
        ),
        (
            b"%PDF-1.7",
            "../../a.pdf",
            "“a.pdf” không phải là ảnh nhận được. Hãy gửi một trong các loại: JPG, PNG, WEBP, HEIC.",
        ),
        (b"", "a.jpg", "Ảnh “a.jpg” rỗng. Hãy chọn ảnh khác."),
        (
            photo_bytes("PNG", picture(1, 1)),
            "a.png",
            "Ảnh “a.png” chỉ có 1 × 1 điểm ảnh. Hãy gửi ảnh có mỗi cạnh ít nhất 100 điểm ảnh.",
        ),
        (
            photo_bytes("WEBP", picture(1000, 2)),
            "a.webp",
            "Ảnh “a.webp” chỉ có 1000 × 2 điểm ảnh. Hãy gửi ảnh có mỗi cạnh ít nhất 100 điểm ảnh.",
        ),
    ],
    ids=["another kind", "no picture", "gif", "pdf", "empty", "one pixel", "a line"],
)
def test_what_is_no_photo_is_refused_with_what_to_do(data, name, sentence):
    assert refused(data, name) == sentence


def test_a_photo_larger_than_the_installation_takes_is_refused(settings):
    settings.MAX_UPLOAD_BYTES = 1024 * 1024
    data = photo_bytes() + bytes(1024 * 1024)
    assert refused(data, "a.jpg") == "Ảnh “a.jpg” lớn hơn 1 MB. Hãy gửi bản nhỏ hơn."
