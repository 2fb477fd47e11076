"""Files to read or print."""

from __future__ import annotations

from django.http import FileResponse, HttpResponse

from thidua.support.files.models import StoredFile


def stored(file: StoredFile) -> FileResponse:
    """Give a kept file under its own name."""
    return FileResponse(
        file.content.open("rb"),
        as_attachment=True,
        filename=file.original_name,
        content_type=file.content_type,
    )


def pdf(data: bytes, name: str) -> HttpResponse:
    """Give a file that is made for this request and not kept."""
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(data, content_type="application/pdf", headers=headers)
