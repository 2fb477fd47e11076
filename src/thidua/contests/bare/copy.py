"""The copy of a work that a jury reads."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from thidua.contests.bare.faults import CannotBeBared, TooManyPixels
from thidua.contests.bare.office import bare_office
from thidua.contests.bare.pdf import bare_pdf
from thidua.contests.bare.picture import bare_picture
from thidua.support.files.kinds import DOCX, JPEG, PDF, PNG

__all__ = ["CannotBeBared", "TooManyPixels", "bare_copy"]

_COPIERS: Final[dict[str, Callable[[bytes], bytes]]] = {
    PDF.content_type: bare_pdf,
    DOCX.content_type: bare_office,
    JPEG.content_type: lambda data: bare_picture(data, "JPEG"),
    PNG.content_type: lambda data: bare_picture(data, "PNG"),
}


def bare_copy(data: bytes, content_type: str) -> bytes:
    """Return the work anew in its own format without properties, comments' authors, camera notes and attachments.

    Raises CannotBeBared. What is written on the page stays: the rules tell entrants to write no name there.
    """
    copier = _COPIERS.get(content_type)
    if copier is None:
        raise CannotBeBared(content_type)
    return copier(data)
