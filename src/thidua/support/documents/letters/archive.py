"""Is this file a Word document that may be used as a template? Looked at before anything reads it."""

from __future__ import annotations

import re
import struct
import zipfile
import zlib
from io import BytesIO
from typing import Final

from django.utils.translation import gettext as _

LARGEST: Final = 10 * 1024 * 1024  # bytes of the file
LARGEST_UNPACKED: Final = 40 * 1024 * 1024
MOST_PARTS: Final = 1000
LARGEST_TEXT: Final = 5 * 1024 * 1024  # bytes of one part that holds places
EXTERNAL: Final = re.compile(rb"<Relationship\b[^>]*TargetMode\s*=\s*[\"']External[\"'][^>]*>", re.IGNORECASE)


def fault_of_file(template: bytes) -> str:
    """Return why the file cannot be a template, or "" when it can."""
    no_word = _("This is no Word document (.docx). Open it in Word and save it as .docx.")
    if len(template) > LARGEST:
        return _("The template is larger than 10 MB. Take large pictures out of it.")
    try:
        with zipfile.ZipFile(BytesIO(template)) as archive:
            parts = archive.infolist()
            if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > LARGEST_UNPACKED:
                return _("The template unpacks to far more than a letter holds. Write it anew in Word.")
            if archive.testzip() is not None:
                return no_word
            names = {part.filename for part in parts}
            if not {"[Content_Types].xml", "word/document.xml"} <= names:
                return no_word
            if any("vbaproject" in name.lower() or "/embeddings/" in name.lower() for name in names):
                return _("The template holds a macro or an embedded file. Save it as .docx without them.")
            return _fault_of_parts(
                archive, [part for part in parts if part.filename.endswith((".xml", ".rels"))]
            )
    except (zipfile.BadZipFile, RuntimeError, ValueError, OSError, EOFError, struct.error, zlib.error):
        return no_word  # each of them is what a damaged or locked container makes of `zipfile`


def _fault_of_parts(archive: zipfile.ZipFile, parts: list[zipfile.ZipInfo]) -> str:
    for part in parts:
        if part.file_size > LARGEST_TEXT:
            return _("The template's text is far longer than a letter. Write it anew in Word.")
        content = archive.read(part)
        if b"<!DOCTYPE" in content or b"<!ENTITY" in content:
            return _("The template holds a document type that Word never writes. Write it anew in Word.")
        if any(b"hyperlink" not in found.lower() for found in EXTERNAL.findall(content)):
            return _("The template loads something from elsewhere. Put pictures into the document itself.")
    return ""
