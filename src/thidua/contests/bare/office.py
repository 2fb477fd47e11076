"""A Word document without properties, names of who commented or changed it, and attachments."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO
from pathlib import PurePath
from typing import Final

from PIL import Image

from thidua.contests.bare.faults import CannotBeBared
from thidua.contests.bare.picture import bare_picture
from thidua.core.containers import DAMAGED

MOST_BYTES: Final = 200 * 1024 * 1024  # unpacked; a work of text with pictures stays far below
MOST_PICTURES: Final = 200
MOST_PIXELS_IN_ALL: Final = 100_000_000
_NAMED: Final = re.compile(rb"""(\s(?:\w+:)?(?:author|initials|userId|providerId)=)("[^"]*"|'[^']*')""")
_EMPTY: Final = {
    "docProps/core.xml": (
        b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><cp:coreProperties xmlns:cp='
        b'"http://schemas.openxmlformats.org/package/2006/metadata/core-properties"/>'
    ),
    "docProps/app.xml": (
        b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Properties xmlns='
        b'"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"/>'
    ),
    "docProps/custom.xml": (
        b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Properties xmlns='
        b'"http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"/>'
    ),
    "word/people.xml": (
        b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w15:people xmlns:w15='
        b'"http://schemas.microsoft.com/office/word/2012/wordml"/>'
    ),
}
# A picture of the first page as it once was, and the ways to folders named after an account.
_THUMBNAIL: Final = re.compile(r"^docProps/thumbnail\.", re.IGNORECASE)
_THUMBNAIL_LINK: Final = re.compile(rb"<Relationship\b[^>]*metadata/thumbnail[^>]*/>")
_FOLDER: Final = re.compile(rb"""(\sTarget=)(?:"file:[^"]*"|'file:[^']*')""", re.IGNORECASE)
_PICTURES: Final = {".jpg": "JPEG", ".jpeg": "JPEG", ".png": "PNG"}
_DAY: Final = (1980, 1, 1, 0, 0, 0)  # the first that a ZIP can tell


def bare_office(data: bytes) -> bytes:
    """Return the document written anew; raises CannotBeBared on a damaged or crafted one."""
    file = BytesIO()
    try:
        with (
            zipfile.ZipFile(BytesIO(data)) as source,
            zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as copy,
        ):
            if sum(part.file_size for part in source.infolist()) > MOST_BYTES:
                raise CannotBeBared("too large")
            _require_modest_pictures(source)
            for part in source.infolist():
                if _THUMBNAIL.match(part.filename):
                    continue
                if part.filename.startswith("word/embeddings/"):  # nobody can look into it for names
                    raise CannotBeBared(part.filename)
                copy.writestr(
                    zipfile.ZipInfo(part.filename, _DAY),
                    _bare_part(part.filename, source.read(part)),
                    zipfile.ZIP_DEFLATED,
                )
    except (*DAMAGED, RuntimeError, OSError, Image.DecompressionBombError) as fault:
        raise CannotBeBared(str(fault)) from fault
    return file.getvalue()


def _require_modest_pictures(source: zipfile.ZipFile) -> None:
    """Count the pixels that the headers tell before any is decoded: a few bytes can unpack to hours of work."""
    pixels = 0
    pictures = [part for part in source.infolist() if _is_picture(part.filename)]
    if len(pictures) > MOST_PICTURES:
        raise CannotBeBared("too many pictures")
    for part in pictures:
        with source.open(part) as file, Image.open(file, formats=("JPEG", "PNG")) as picture:
            pixels += picture.width * picture.height
        if pixels > MOST_PIXELS_IN_ALL:
            raise CannotBeBared("too many pixels")


def _is_picture(name: str) -> bool:
    return name.lower().startswith("word/media/") and PurePath(name).suffix.lower() in _PICTURES


def _bare_part(name: str, data: bytes) -> bytes:
    if name in _EMPTY:
        return _EMPTY[name]
    if name.startswith("customXml/item") and name.endswith(".xml") and "Props" not in name:
        return b'<?xml version="1.0" encoding="UTF-8"?><empty/>'
    ending = PurePath(name).suffix.lower()
    if _is_picture(name):
        return bare_picture(data, _PICTURES[ending])
    if name.lower().endswith(".rels"):
        return _FOLDER.sub(rb'\1"file:///template"', _THUMBNAIL_LINK.sub(b"", data))
    if ending == ".xml":
        return _NAMED.sub(rb'\1""', data)
    return data
