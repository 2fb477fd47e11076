"""Names of people that a file carries besides its pages: of authors, of who changed or noted something, of accounts."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from html import unescape
from io import BytesIO
from typing import Any, Final

from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.reader import PdfFileReader

from thidua.core.containers import DAMAGED

MOST_BYTES: Final = 50 * 1024 * 1024  # of one part that is looked into
# What programs and shared computers write; these name nobody.
_NOBODY: Final = frozenset(
    {"", "admin", "administrator", "user", "author", "windows user", "microsoft office user", "python-docx",
     "openpyxl", "unknown", "hp", "dell", "asus", "acer", "lenovo", "pc", "none", "libreoffice", "typst"}
)  # fmt: skip
_PROPERTY: Final = re.compile(
    r"<(?:dc:creator|cp:lastModifiedBy|Manager|meta:initial-creator|meta:printed-by)[^>]*>([^<]*)<"
)
_ATTRIBUTE: Final = re.compile(r"""\s(?:\w+:)?author=(?:"([^"]*)"|'([^']*)')""")
_XLSX_AUTHOR: Final = re.compile(r"<(?:\w+:)?author>([^<]*)<")
_ACCOUNT: Final = re.compile(
    r"(?:Users|Documents and Settings|home)(?:/|\\|%5C)+([^/\\\"%<]+)", re.IGNORECASE
)
_XMP: Final = re.compile(r"<dc:creator>(.*?)</dc:creator>", re.DOTALL)
_ITEM: Final = re.compile(r"<rdf:li[^>]*>([^<]*)<")
_THUMBNAIL: Final = re.compile(r"^(docProps/thumbnail\.|Thumbnails/)", re.IGNORECASE)
_OFFICE: Final = (".docx", ".xlsx", ".odt", ".ods")
THUMBNAIL: Final = "thumbnail"  # stands in the list of names, last


def hidden_names(data: bytes, name: str) -> list[str]:
    """Return the names that the file `name` hides, each once; nothing for a damaged file or one of another kind.

    A picture of the first page kept beside it («thumbnail») counts, for it may show an earlier version. A signed
    PDF is taken as it is: nothing in it can be changed, and its signature names the signer.
    """
    ending = name.lower()
    if data.startswith(b"%PDF-"):
        found = _of_pdf(data)
    elif ending.endswith(_OFFICE):
        found = _of_container(data)
    elif ending.endswith(".zip"):
        found = _of_archive(data)
    else:
        return []
    told = (" ".join(unescape(one).split()) for one in found)
    return list(dict.fromkeys(one for one in told if one.casefold() not in _NOBODY))


def _of_archive(data: bytes) -> list[str]:
    """Return what the files inside hide; an archive within an archive is not opened."""
    found: list[str] = []
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            for part in archive.infolist():
                if part.filename.lower().endswith((*_OFFICE, ".pdf")) and part.file_size <= MOST_BYTES:
                    found += hidden_names(archive.read(part), part.filename)
    except (*DAMAGED, RuntimeError):
        return found
    return found


def _of_container(data: bytes) -> list[str]:
    found: list[str] = []
    pictured: list[str] = []
    try:
        with zipfile.ZipFile(BytesIO(data)) as container:
            for part in container.infolist():
                if _THUMBNAIL.match(part.filename):
                    pictured = [THUMBNAIL]
                elif part.filename.lower().endswith((".xml", ".rels")) and part.file_size <= MOST_BYTES:
                    found += _of_part(part.filename, container.read(part).decode("utf-8", "replace"))
    except (*DAMAGED, RuntimeError):
        return found + pictured
    return found + pictured


def _of_part(name: str, text: str) -> Iterator[str]:
    if name.endswith(".rels"):
        yield from _ACCOUNT.findall(text)
        return
    yield from _PROPERTY.findall(text)
    for double, single in _ATTRIBUTE.findall(text):
        yield double or single
    if "comments" in name.lower():
        yield from _XLSX_AUTHOR.findall(text)


def _of_pdf(data: bytes) -> list[str]:
    try:
        reader = PdfFileReader(BytesIO(data), strict=False)
        if reader.encrypted or reader.embedded_signatures:
            return []
        found = (
            [str(reader.trailer_view["/Info"].get("/Author", ""))] if "/Info" in reader.trailer_view else []
        )
        metadata = _read(reader.root.get("/Metadata"))
        if isinstance(metadata, generic.StreamObject):
            told = metadata.data.decode("utf-8", "replace")
            found += [name for block in _XMP.findall(told) for name in _ITEM.findall(block)]
        return found + list(_of_notes(_read(reader.root.get("/Pages")), depth=0))
    except Exception:  # readers of distrusted bytes fail in every way there is
        return []


def _of_notes(node: Any, depth: int) -> Iterator[str]:
    """Yield who wrote the notes on the pages below `node`."""
    if not isinstance(node, generic.DictionaryObject) or depth > 20:
        return
    for note in map(_read, _read(node.get("/Annots", ()))):
        if isinstance(note, generic.DictionaryObject) and note.get("/Subtype") not in ("/Widget", "/Link"):
            yield str(note.get("/T", ""))
    for child in _read(node.get("/Kids", ())):
        yield from _of_notes(_read(child), depth + 1)


def _read(one: Any) -> Any:
    return one.get_object() if isinstance(one, generic.IndirectObject) else one  # type: ignore[no-untyped-call]
