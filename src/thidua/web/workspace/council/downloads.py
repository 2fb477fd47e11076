"""Files of the council, as attachments."""

from __future__ import annotations

from django.http import FileResponse

from thidua.council.access import nothing_here
from thidua.support.files.models import StoredFile
from thidua.web.shell.kept_files import handed_out


def download_of(file: StoredFile | None) -> FileResponse:
    """Give a stored file under its own name. Raises NotAllowed where there is none."""
    if file is None:
        raise nothing_here()
    return handed_out(file)
