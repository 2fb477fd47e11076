"""The texts of the QR codes in a photo that anybody may send."""

from __future__ import annotations

from typing import Final

import zxingcpp

from thidua.support.photos.checking import checked_kind, opened_or_refused, shown_name
from thidua.support.photos.pictures import grey_picture_of

MOST_CODES: Final = 5


def qr_texts_of(*, data: bytes, name: str, field: str = "photo") -> list[str]:
    """Return what the QR codes in a photo say, [] where none can be read; nothing is kept of the photo.

    Raises Refused on `field` for what is no photo, as `keep_photo` does.
    """
    shown = shown_name(name)
    kind = checked_kind(data, shown, field)
    with opened_or_refused(shown, field):
        picture = grey_picture_of(data, kind)
    found = zxingcpp.read_barcodes(picture, formats=zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode))
    return [one.text for one in found[:MOST_CODES] if one.text]
