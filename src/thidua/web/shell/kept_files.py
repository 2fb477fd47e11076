"""Kept files, handed out."""

from __future__ import annotations

from django.http import FileResponse, Http404

from thidua.support.files.models import StoredFile


def handed_out(file: StoredFile | None) -> FileResponse:
    """Return a file as a download under the name with which it came; it is never shown inside a page of ours.

    Raises Http404 where there is none.
    """
    if file is None:
        raise Http404
    return FileResponse(
        file.content.open("rb"),
        as_attachment=True,
        filename=file.original_name,
        content_type=file.content_type,
    )
