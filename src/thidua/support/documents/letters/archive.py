"""Is this file a Word document that may be used as a template? Looked at before anything reads it."""

from __future__ import annotations

import re
import struct
import zipfile
import zlib
from io import BytesIO
from typing import Final

from django.utils.translation import gettext as _
from docx.oxml.parser import parse_xml

LARGEST: Final = 10 * 1024 * 1024  # bytes of the file
LARGEST_UNPACKED: Final = 40 * 1024 * 1024
MOST_PARTS: Final = 1000
LARGEST_TEXT: Final = 5 * 1024 * 1024  # bytes of one part that holds places
# Whoever hides words from a plain search writes them in another encoding: Word takes two, we take the one it writes.
UTF8_MARK: Final = b"\xef\xbb\xbf"
DECLARED: Final = re.compile(rb"<\?xml[^>]*\bencoding\s*=\s*[\"']([^\"']+)[\"']", re.IGNORECASE)


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
            return _fault_of_parts(archive, [part for part in parts if _is_xml(archive, part)])
    except (
        zipfile.BadZipFile,
        RuntimeError,
        ValueError,
        OSError,
        EOFError,
        struct.error,
        zlib.error,
        SyntaxError,
    ):
        return no_word  # each of them is what a damaged or locked container makes of `zipfile`


def _is_xml(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> bool:
    """Tell by its name or its first sign: a relation may call the letter itself by any name."""
    if part.filename.lower().endswith((".xml", ".rels")):
        return True
    with archive.open(part) as file:
        first = file.read(64).removeprefix(UTF8_MARK).lstrip(b"\0\xff\xfe \t\r\n")
    return first.startswith(b"<")


def _fault_of_parts(archive: zipfile.ZipFile, parts: list[zipfile.ZipInfo]) -> str:
    for part in parts:
        if part.file_size > LARGEST_TEXT:
            return _("The template's text is far longer than a letter. Write it anew in Word.")
        content = archive.read(part)
        if not _is_utf8(content) or b"<!DOCTYPE" in content or b"<!ENTITY" in content:
            return _("The template holds a document type that Word never writes. Write it anew in Word.")
        if part.filename.lower().endswith(".rels") and _loads_from_elsewhere(content):
            return _("The template loads something from elsewhere. Put pictures into the document itself.")
    return ""


def _is_utf8(content: bytes) -> bool:
    declared = DECLARED.match(content.removeprefix(UTF8_MARK))
    if b"\0" in content or (declared and declared[1].upper() not in (b"UTF-8", b"US-ASCII")):
        return False
    content.decode("utf-8")  # a ValueError is told as a damaged document
    return True


def _loads_from_elsewhere(relations: bytes) -> bool:
    """Tell whether a relation leads out of the document; links that a reader may click do not count."""
    for relation in parse_xml(relations).iter():
        said = {str(name).lower(): str(value).strip().lower() for name, value in relation.attrib.items()}
        if said.get("targetmode") == "external" and not said.get("type", "").endswith("/hyperlink"):
            return True
    return False
