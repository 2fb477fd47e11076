"""From the bytes that somebody sent to two clean JPEG pictures, or to a grey one that a QR is read from."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from typing import Final

from PIL import Image, ImageCms, ImageOps
from pillow_heif import register_heif_opener

from thidua.support.photos.kinds import JPEG, WEBP, PhotoKind, size_of_webp

register_heif_opener()

LARGE: Final = 1600  # pixels of the longer side
SMALL: Final = 480
EMBLEM: Final = 144  # three times what a page shows, for dense screens
EMBLEM_BYTES: Final = 16 * 1024  # it stands on every page; above this its colours are reduced to 256
FINE: Final = 3000  # of a picture that is only read: a QR in the corner of a sheet keeps its dots
MOST_PIXELS: Final = 50_000_000  # a telephone's best camera mode; decoded, 200 MB at the very most
LEAST_SIDE: Final = 100  # pixels; below this nothing can be made out
_QUALITY: Final = 82
_WHITE: Final = (255, 255, 255)


class Damaged(Exception):
    """The bytes begin like a picture and are none."""


class TooManyPixels(Exception):
    """The picture would fill the memory when decoded."""


class TooSmall(Exception):
    """The picture shows nothing; its arguments are width and height."""


@dataclass(frozen=True)
class Emblem:
    """A small PNG without metadata, and its size in pixels."""

    png: bytes
    width: int
    height: int


@dataclass(frozen=True)
class Pictures:
    """Two JPEG pictures of one photo, upright, without metadata; `width` and `height` are those of the large one."""

    large: bytes
    small: bytes
    width: int
    height: int


def pictures_of(data: bytes, kind: PhotoKind) -> Pictures:
    """Return the pictures of a photo, the first frame of an animated one.

    Raises TooManyPixels before anything is decoded, TooSmall, or Damaged.
    """
    with _opened(data, kind) as source:
        large = _cleaned(source, kind)
    small = large.copy()
    small.thumbnail((SMALL, SMALL))
    return Pictures(_written(large), _written(small), large.width, large.height)


def grey_picture_of(data: bytes, kind: PhotoKind) -> Image.Image:
    """Return a photo in grey on white, at most FINE pixels long, turned as it was stored; raises as `pictures_of`."""
    with _opened(data, kind) as source:
        if kind is JPEG:
            source.draft("L", (FINE, FINE))
        source.load()
        grey = _in_colours(source).convert("L") if source.has_transparency_data else source.convert("L")
        grey.thumbnail((FINE, FINE))
    return grey


def emblem_of(data: bytes, kind: PhotoKind) -> Emblem:
    """Return a PNG that keeps what is transparent, at most EMBLEM pixels long; raises as `pictures_of`."""
    with _opened(data, kind) as source:
        source.load()
        plain = _upright(source)
        plain = plain.convert("RGBA") if plain.has_transparency_data else _in_colours(plain)
        plain.thumbnail((EMBLEM, EMBLEM))
        bare = Image.new(plain.mode, plain.size)
        bare.paste(plain)
    return Emblem(_written_small(bare), bare.width, bare.height)


@contextmanager
def _opened(data: bytes, kind: PhotoKind) -> Iterator[Image.Image]:
    """Open a picture once its size is known to be bearable; whatever fails meanwhile is one of our exceptions."""
    try:
        if kind is WEBP:
            _measure(size_of_webp(data))
        with Image.open(BytesIO(data), formats=(kind.decoder,)) as source:
            _measure(source.size)
            yield source
    except (TooManyPixels, TooSmall):
        raise
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as bomb:
        raise TooManyPixels from bomb
    except Exception as fault:  # decoders of distrusted bytes fail in every way there is
        raise Damaged from fault


def _measure(size: tuple[int, int]) -> None:
    width, height = size
    if width * height > MOST_PIXELS:
        raise TooManyPixels
    if min(size) < LEAST_SIDE:
        raise TooSmall(width, height)


def _cleaned(source: Image.Image, kind: PhotoKind) -> Image.Image:
    """Return the picture upright, at most LARGE pixels long, in sRGB on white, with nothing attached."""
    if kind is JPEG:
        source.draft("RGB", (LARGE, LARGE))  # decodes a large photo at a half or a quarter of its size
    source.load()
    turned = _upright(source)
    plain = _in_colours(turned)
    plain.thumbnail((LARGE, LARGE))
    bare = Image.new("RGB", plain.size)
    bare.paste(plain)
    return bare


def _upright(picture: Image.Image) -> Image.Image:
    try:
        return ImageOps.exif_transpose(picture)
    except Exception:  # a broken note about the camera is no reason to lose the photo
        return picture


def _in_colours(picture: Image.Image) -> Image.Image:
    """Return `picture` in sRGB; what is transparent becomes white."""
    if picture.has_transparency_data:
        seen = picture.convert("RGBA")
        ground = Image.new("RGB", seen.size, _WHITE)
        ground.paste(seen, mask=seen.getchannel("A"))
        return ground
    if picture.mode.startswith("I;16"):  # grey in 65 536 steps, which a plain conversion would cut off
        return picture.convert("I").point(lambda value: value / 256).convert("RGB")
    profile = picture.info.get("icc_profile")
    if profile and picture.mode in ("RGB", "CMYK"):
        try:
            given = ImageCms.ImageCmsProfile(BytesIO(profile))
            wanted = ImageCms.createProfile("sRGB")
            changed = ImageCms.profileToProfile(picture, given, wanted, outputMode="RGB")
        except (ImageCms.PyCMSError, OSError, ValueError):  # a broken profile: colours as they stand
            changed = None
        if changed is not None:
            return changed
    return picture.convert("RGB")


def _written(picture: Image.Image) -> bytes:
    file = BytesIO()
    picture.save(file, "JPEG", quality=_QUALITY, optimize=True, progressive=True)
    return file.getvalue()


def _written_small(picture: Image.Image) -> bytes:
    file = BytesIO()
    picture.save(file, "PNG", optimize=True)
    if file.tell() > EMBLEM_BYTES:
        file = BytesIO()
        picture.quantize(256, Image.Quantize.FASTOCTREE).save(file, "PNG", optimize=True)
    return file.getvalue()
