"""A photo is kept as its picture alone: upright, small enough to send, without what the camera noted."""

from io import BytesIO

import pytest
from PIL import Image, ImageCms

from tests.factories.photos import BLUE, RED, camera_notes, photo_bytes, picture
from thidua.support.photos.actions import keep_photo
from thidua.support.photos.models import Photo
from thidua.web.shell.photos import photo_file

pytestmark = pytest.mark.django_db


def opened(file) -> Image.Image:
    with file.open("rb") as kept:
        return Image.open(BytesIO(kept.read()))


def colour_at(image: Image.Image, x: float, y: float) -> tuple[int, ...]:
    """Return the colour at a share of width and height, rounded to tens: JPEG keeps no exact colours."""
    pixel = image.getpixel((int(image.width * x), int(image.height * y)))
    return tuple(round(value, -1) for value in pixel)


@pytest.mark.parametrize(
    ("kind", "name"), [("JPEG", "a.JPG"), ("PNG", "a.png"), ("WEBP", "a.webp"), ("HEIF", "IMG_1.HEIC")]
)
def test_a_photo_of_each_kind_is_kept_as_jpeg_in_two_sizes(kind, name):
    photo = keep_photo(data=photo_bytes(kind, picture(2000, 1000)), name=name, by=None)
    large, small = opened(photo.large), opened(photo.small)
    assert (large.format, large.size, small.format, small.size) == ("JPEG", (1600, 800), "JPEG", (480, 240))
    assert (photo.width, photo.height, photo.original_name) == (1600, 800, name)
    assert (colour_at(large, 0.5, 0.2), colour_at(large, 0.5, 0.8)) == (RED, BLUE)


def test_a_small_photo_is_not_blown_up():
    photo = keep_photo(data=photo_bytes(made=picture(300, 200)), name="a.jpg", by=None)
    assert (opened(photo.large).size, opened(photo.small).size) == ((300, 200), (300, 200))


@pytest.mark.parametrize(("kind", "name"), [("JPEG", "a.jpg"), ("PNG", "a.png"), ("WEBP", "a.webp")])
def test_a_photo_taken_with_the_telephone_on_its_side_stands_upright(kind, name):
    data = photo_bytes(kind, picture(), exif=camera_notes(orientation=6))
    photo = keep_photo(data=data, name=name, by=None)
    large = opened(photo.large)
    assert large.size == (400, 640)
    assert (colour_at(large, 0.8, 0.5), colour_at(large, 0.2, 0.5)) == (RED, BLUE)


@pytest.mark.parametrize(
    ("kind", "name"), [("JPEG", "a.jpg"), ("PNG", "a.png"), ("WEBP", "a.webp"), ("HEIF", "a.heic")]
)
def test_where_and_with_what_a_photo_was_taken_is_forgotten(kind, name):
    data = photo_bytes(kind, picture(), exif=camera_notes(orientation=1))
    sent = Image.open(BytesIO(data)).getexif()
    assert (sent[0x010F], len(sent.get_ifd(0x8825))) == (
        "May anh cua ba Binh",
        4,
    )  # there is something to forget
    photo = keep_photo(data=data, name=name, by=None)
    for file in (photo.large, photo.small):
        kept = opened(file)
        assert (dict(kept.getexif()), set(kept.info) - {"jfif", "jfif_version"}) == (
            {},
            {"jfif_unit", "jfif_density", "progressive", "progression"},
        )
        with file.open("rb") as content:
            assert content.read().count(b"May anh") == 0


def test_the_comment_and_the_profile_of_a_jpeg_are_forgotten():
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    data = photo_bytes(comment=b"Nha rieng so 5", icc_profile=profile)
    assert (b"Nha rieng so 5" in data, b"ICC_PROFILE" in data) == (True, True)
    with keep_photo(data=data, name="a.jpg", by=None).large.open("rb") as file:
        kept = file.read()
    assert (b"Nha rieng so 5" in kept, b"ICC_PROFILE" in kept) == (False, False)


@pytest.mark.filterwarnings("ignore:Corrupt EXIF data:UserWarning")
def test_a_broken_profile_or_camera_note_does_not_lose_the_photo():
    data = photo_bytes(icc_profile=b"no profile at all", exif=b"Exif\x00\x00MM\x00*\x00\x00\xff\xff broken")
    photo = keep_photo(data=data, name="a.jpg", by=None)
    assert opened(photo.large).size == (640, 400)


@pytest.mark.parametrize("mode", ["CMYK", "L", "P", "1", "I;16", "RGBA"])
def test_whatever_way_colours_are_written_they_are_kept_as_rgb(mode):
    made = Image.new("I;16", (200, 200), 60_000) if mode == "I;16" else picture(200, 200, mode)
    kind, name = ("JPEG", "a.jpg") if mode == "CMYK" else ("PNG", "a.png")
    large = opened(keep_photo(data=photo_bytes(kind, made), name=name, by=None).large)
    assert (large.mode, large.size) == ("RGB", (200, 200))
    expected = {"L": (80, 80, 80), "1": None, "I;16": (230, 230, 230)}.get(mode, RED)
    if expected:
        assert colour_at(large, 0.5, 0.2) == pytest.approx(expected, abs=20)


def test_what_is_transparent_becomes_white():
    made = Image.new("RGBA", (200, 200), (0, 0, 0, 0))
    large = opened(keep_photo(data=photo_bytes("PNG", made), name="a.png", by=None).large)
    assert large.getpixel((100, 100)) == (255, 255, 255)


@pytest.mark.parametrize(("kind", "name"), [("PNG", "a.png"), ("WEBP", "a.webp")])
def test_of_an_animated_picture_the_first_frame_is_kept(kind, name):
    first, second = Image.new("RGB", (200, 200), RED), Image.new("RGB", (200, 200), BLUE)
    data = photo_bytes(kind, first, save_all=True, append_images=[second], duration=100)
    assert Image.open(BytesIO(data)).n_frames == 2
    large = opened(keep_photo(data=data, name=name, by=None).large)
    assert (colour_at(large, 0.5, 0.5), getattr(large, "n_frames", 1)) == (RED, 1)


def test_the_same_photo_of_one_uploader_is_kept_once(django_user_model):
    one, other = (django_user_model.objects.create(username=name) for name in ("mot", "hai"))
    data = photo_bytes()
    rows = [
        keep_photo(data=data, name=name, by=by)
        for name, by in (("a.jpg", one), ("b.jpg", one), ("a.jpg", other), ("a.jpg", None), ("c.jpg", None))
    ]
    assert [row.pk == rows[0].pk for row in rows] == [True, True, False, False, False]
    assert (rows[3].pk, Photo.objects.count()) == (rows[4].pk, 3)


@pytest.mark.parametrize(("public", "kept"), [(True, "public, max-age=300"), (False, "private, max-age=600")])
def test_a_photo_is_served_as_the_jpeg_it_is_and_kept_by_those_who_may(public, kept):
    photo = keep_photo(data=photo_bytes(), name="a.jpg", by=None)
    answer = photo_file(photo, "small", public=public)
    sent = b"".join(answer.streaming_content)
    with photo.small.open("rb") as file:
        assert sent == file.read()
    said = {name: answer[name] for name in ("Content-Type", "Cache-Control", "X-Content-Type-Options")}
    assert said == {
        "Content-Type": "image/jpeg",
        "Cache-Control": kept,
        "X-Content-Type-Options": "nosniff",
    }
    answer.close()
