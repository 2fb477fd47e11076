"""Sizes of pictures that readers get: kept apart from every other upload, with nothing attached to them."""

from __future__ import annotations

from typing import Any, Final

from django.core.files.base import ContentFile
from django.core.files.storage import FileSystemStorage

_JPEG: Final = b"\xff\xd8"
_PNG: Final = b"\x89PNG\r\n\x1a\n"
_SCAN: Final = 0xDA  # from here on the picture itself
# APP1 holds EXIF (place, camera, owner) and XMP, APP13 the notes of editors, COM a comment.
_ATTACHED: Final = frozenset({0xE1, 0xED, 0xFE})
_ATTACHED_CHUNKS: Final = frozenset({b"eXIf", b"tEXt", b"iTXt", b"zTXt", b"tIME"})


class PublicPictures(FileSystemStorage):
    """A folder of its own: what lies here may be read by everybody, the originals may not."""

    def _save(self, name: str, content: Any) -> str:
        content.seek(0)
        return super()._save(name, ContentFile(without_metadata(content.read())))  # type: ignore[misc]  # not in the stubs


def without_metadata(data: bytes) -> bytes:
    """Return a JPEG or PNG without place, camera, owner and notes; other bytes, and broken ones, as they are."""
    if data.startswith(_JPEG):
        return _plain_jpeg(data)
    if data.startswith(_PNG):
        return _plain_png(data)
    return data


def _plain_jpeg(data: bytes) -> bytes:
    """Leave out the segments of ITU-T T.81 (B.1.1) that say something beside the picture."""
    kept, here = [_JPEG], 2
    while here + 4 <= len(data) and data[here] == 0xFF and data[here + 1] != _SCAN:
        end = here + 2 + int.from_bytes(data[here + 2 : here + 4], "big")
        if data[here + 1] not in _ATTACHED:
            kept.append(data[here:end])
        here = end
    return b"".join([*kept, data[here:]])


def _plain_png(data: bytes) -> bytes:
    """Leave out the chunks of PNG (third edition, 11.3) that say something beside the picture."""
    kept, here = [_PNG], len(_PNG)
    while here + 12 <= len(data):
        end = here + 12 + int.from_bytes(data[here : here + 4], "big")
        if data[here + 4 : here + 8] not in _ATTACHED_CHUNKS:
            kept.append(data[here:end])
        here = end
    return b"".join([*kept, data[here:]])
