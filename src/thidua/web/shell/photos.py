"""The file of a photo, as an answer to a browser."""

from __future__ import annotations

from typing import Final

from django.http import FileResponse, Http404

from thidua.support.photos.models import Photo

SIZES: Final = ("large", "small")
# Whoever takes their consent back is not to be seen for another month in somebody's cache.
_SHORT: Final = 5 * 60  # seconds


def photo_file(photo: Photo, size: str, *, public: bool) -> FileResponse:
    """Give `photo` in a size of SIZES; the caller has checked that this person may see it.

    One that is `public` is kept for minutes only, since it may be withdrawn. One that is not stays in the browser of
    the one who may see it, for a session's work, and in no cache on the way. Raises Http404 where there is no such
    size, or no file.
    """
    if size not in SIZES:
        raise Http404
    try:
        kept = getattr(photo, size)
        content = kept.storage.open(kept.name, "rb")
    except FileNotFoundError as missing:
        raise Http404 from missing
    answer = FileResponse(content, content_type="image/jpeg", filename=f"{photo.pk}-{size}.jpg")
    keeping = f"public, max-age={_SHORT}" if public else "private, max-age=600"
    answer["Cache-Control"] = keeping
    answer["X-Content-Type-Options"] = "nosniff"
    return answer
