"""A picture without what the camera noted."""

from __future__ import annotations

from io import BytesIO
from typing import Final

from PIL import Image, ImageOps

from thidua.contests.bare.faults import CannotBeBared, TooManyPixels

MOST_PIXELS: Final = 50_000_000
_QUALITY: Final = 92  # of a photograph that is judged


def bare_picture(data: bytes, decoder: str) -> bytes:
    """Return the picture upright, of the same size, with its colour profile alone; raises CannotBeBared."""
    try:
        with Image.open(BytesIO(data), formats=(decoder,)) as source:
            if source.width * source.height > MOST_PIXELS:
                raise TooManyPixels("too many pixels")
            profile = source.info.get("icc_profile")
            source.load()
            upright = ImageOps.exif_transpose(source)
            bare = upright.convert(upright.mode)
            bare.info = {}
            file = BytesIO()
            kept = {"icc_profile": profile} if profile else {}
            if decoder == "JPEG":
                bare.save(file, "JPEG", quality=_QUALITY, **kept)
            else:
                bare.save(file, decoder, **kept)
    except CannotBeBared:
        raise
    except Image.DecompressionBombError as fault:
        raise TooManyPixels(str(fault)) from fault
    except Exception as fault:  # decoders of distrusted bytes fail in every way there is
        raise CannotBeBared(str(fault)) from fault
    return file.getvalue()
