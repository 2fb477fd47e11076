"""The file of a photo, as an answer to a browser."""

from __future__ import annotations

from typing import Final

from django.http import FileResponse, Http404

from thidua.support.photos.models import Photo

SIZES: Final = ("large", "small")
_MONTH: Final = 30 * 24 * 60 * 60  # seconds


def photo_file(photo: Photo, size: str, *, public: bool) -> FileResponse:
    """Give `photo` in a size of SIZES; the caller has checked that this person may see it.

    The bytes of a photo never change, so a browser keeps them a month. One that is not `public` stays in the
    browser of the one who may see it, for a session's work, and in no cache on the way. Raises Http404 where
    there is no such size, or no file.
    """
    if size not in SIZES:
        raise Http404
    try:
        kept = getattr(photo, size)
        content = kept.storage.open(kept.name, "rb")
    except FileNotFoundError as missing:
        raise Http404 from missing
    answer = FileResponse(content, content_type="image/jpeg", filename=f"{photo.pk}-{size}.jpg")
    keeping = f"public, max-age={_MONTH}, immutable" if public else "private, max-age=600"
    answer["Cache-Control"] = keeping
    answer["X-Content-Type-Options"] = "nosniff"
    return answer
