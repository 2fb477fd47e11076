"""Keep the copy of a work's file that a jury reads."""

from __future__ import annotations

from typing import Final

from django.utils.translation import gettext as _

from thidua.contests.bare import CannotBeBared, TooManyPixels, bare_copy
from thidua.contests.bare.picture import MOST_PIXELS
from thidua.support.files.actions import store_file
from thidua.support.files.kinds import DOCX, JPEG, PDF, PNG, FileKind
from thidua.support.files.models import StoredFile
from thidua.support.refusals import Refused

WORKS: Final[tuple[FileKind, ...]] = (PDF, DOCX, JPEG, PNG)
_PICTURES: Final = (JPEG, PNG)


def bare_file(file: StoredFile) -> StoredFile:
    """Store the file anew without anything that tells whose it is and return it; raises Refused on `files`."""
    kind = next((one for one in WORKS if one.content_type == file.content_type), None)
    if kind is None:
        raise Refused(
            {"files": _("“%(name)s” is no work: send PDF, DOCX, JPG or PNG.") % {"name": file.original_name}}
        )
    with file.content.open("rb") as stream:
        data = stream.read()
    try:
        copy = bare_copy(data, file.content_type)
    except CannotBeBared as fault:
        raise Refused({"files": _what_to_do(fault, kind, file.original_name)}) from fault
    return store_file(data=copy, name=f"work{kind.endings[0]}", by=None, field="files", kinds=WORKS)


def _what_to_do(fault: CannotBeBared, kind: FileKind, name: str) -> str:
    if isinstance(fault, TooManyPixels):
        said = _("The photo “%(name)s” has more than %(limit)s million pixels. Send a smaller copy of it.")
        return said % {"name": name, "limit": MOST_PIXELS // 1_000_000}
    if kind in _PICTURES:
        said = _("The photo “%(name)s” is damaged and cannot be opened. Take or save it again, then send it.")
    else:
        said = _(
            "“%(name)s” is locked or damaged, or holds other files inside, so your name cannot be taken "
            "out of it. Save it as a plain PDF and send it again."
        )
    return said % {"name": name}
