"""The photo of an article: readers get a size of it with nothing attached, and never the original."""

from __future__ import annotations

import gc
import io
import re
import warnings
from pathlib import Path

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from PIL import Image

from tests.factories import portal
from thidua.portal.models import EditorialImage
from thidua.portal.pictures import without_metadata

pytestmark = pytest.mark.django_db
CAMERA = "Canon of Nong Van Dan"


def photo_with_a_name(kind: str = "JPEG") -> bytes:
    """Return a photo whose metadata tell who owns the camera."""
    picture = Image.new("RGB", (1600, 900), "#3366aa")
    exif = Image.Exif()
    exif[0x013B] = CAMERA  # the artist
    stream = io.BytesIO()
    picture.save(stream, kind, exif=exif)
    return stream.getvalue()


def test_a_reader_gets_the_photo_without_what_the_camera_noted(client: Client) -> None:
    upload = SimpleUploadedFile("anh.jpg", photo_with_a_name(), content_type="image/jpeg")
    assert Image.open(io.BytesIO(photo_with_a_name())).getexif()[0x013B] == CAMERA
    photo = EditorialImage.objects.create(title="Hội nghị", file=upload)
    portal.article("a", photo=photo, photo_caption="Quang cảnh", photo_alternative="Hội trường đông người")
    with warnings.catch_warnings():
        # Wagtail leaves the temporary file of each new size to the collector.
        warnings.simplefilter("ignore", ResourceWarning)
        html = client.get("/tin-tuc/a").content.decode()
        gc.collect()
    address = re.search(r'<img[^>]*src="([^"]+)"', html.split("<article", 1)[1])
    assert address is not None
    assert address[1].startswith("/anh/images/")
    response = client.get(address[1])
    assert (response.status_code, response.headers["Content-Type"]) == (200, "image/jpeg")
    assert "immutable" in response.headers["Cache-Control"]
    shown = Image.open(io.BytesIO(b"".join(response.streaming_content)))  # type: ignore[attr-defined]
    assert (shown.size, dict(shown.getexif())) == ((720, 405), {})


def test_no_other_upload_is_reached_that_way(client: Client) -> None:
    upload = SimpleUploadedFile("anh.jpg", photo_with_a_name(), content_type="image/jpeg")
    photo = EditorialImage.objects.create(title="Hội nghị", file=upload)
    assert Path(settings.MEDIA_ROOT, photo.file.name).exists()
    for name in (photo.file.name, f"../uploads/{photo.file.name}", "..%2Fsecret_key", "khong-co.jpg"):
        assert client.get(f"/anh/{name}").status_code == 404


@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
def test_taking_the_notes_away_leaves_the_picture_as_it_is(kind: str) -> None:
    data = photo_with_a_name(kind)
    plain = Image.open(io.BytesIO(without_metadata(data)))
    assert dict(plain.getexif()) == {}
    assert plain.tobytes() == Image.open(io.BytesIO(data)).tobytes()


@pytest.mark.parametrize(
    "data", [b"", b"\xff\xd8", b"\xff\xd8\xff\xe1\xff\xff", b"\x89PNG\r\n\x1a\n\0\0", b"GIF89a"]
)
def test_broken_bytes_stop_nothing(data: bytes) -> None:
    assert isinstance(without_metadata(data), bytes)
