"""Files, as attachments."""

from __future__ import annotations

from django.http import FileResponse, HttpResponse
from django.utils.http import content_disposition_header

from thidua.decisions.access import nothing_here
from thidua.support.files.models import StoredFile
from thidua.web.shell.kept_files import handed_out


def download_of(file: StoredFile | None) -> FileResponse:
    """Give a stored file under its own name. Raises NotAllowed where there is none."""
    if file is None:
        raise nothing_here()
    return handed_out(file)


def attachment(content: bytes, name: str, content_type: str) -> HttpResponse:
    """Give bytes under a name."""
    said = content_disposition_header(as_attachment=True, filename=name)
    return HttpResponse(content, content_type=content_type, headers={"Content-Disposition": said or ""})
