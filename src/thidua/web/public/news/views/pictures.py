"""Pictures of articles in the sizes that pages ask for."""

from __future__ import annotations

from typing import Final

from django.core.exceptions import SuspiciousFileOperation
from django.core.files.storage import storages
from django.http import FileResponse, Http404, HttpRequest
from django.views.decorators.http import require_safe

_YEAR: Final = 365 * 24 * 60 * 60  # seconds
_KINDS: Final = {
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "png": "image/png",
    "gif": "image/gif",
    "webp": "image/webp",
}


@require_safe
def picture(request: HttpRequest, name: str) -> FileResponse:
    """Give one size of a picture; its name changes with its content, so a browser keeps it for good."""
    kind = _KINDS.get(name.rpartition(".")[2].lower())
    if kind is None:
        raise Http404
    try:
        content = storages["pictures"].open(name, "rb")
    except (OSError, SuspiciousFileOperation) as missing:
        raise Http404 from missing
    answer = FileResponse(content, content_type=kind)
    answer["Cache-Control"] = f"public, max-age={_YEAR}, immutable"
    answer["X-Content-Type-Options"] = "nosniff"
    return answer
