"""Handing out kept files."""

from __future__ import annotations

from django.http import FileResponse

from thidua.support.files.models import StoredFile


def download(file: StoredFile) -> FileResponse:
    """Return the file under the name with which it came; never shown inside a page of ours."""
    return FileResponse(
        file.content.open("rb"),
        as_attachment=True,
        filename=file.original_name,
        content_type=file.content_type,
    )
