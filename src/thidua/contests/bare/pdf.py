"""A PDF without properties, notes, attachments and earlier versions."""

from __future__ import annotations

from io import BytesIO
from typing import Any, Final

from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.pdf_utils.writer import PdfFileWriter, copy_into_new_writer

from thidua.contests.bare.faults import CannotBeBared

# Properties anywhere, editors' own data, notes with their authors, attachments, what runs or leads elsewhere, forms.
_DROPPED: Final = frozenset(
    generic.pdf_name(name)
    for name in (
        "/Metadata",
        "/PieceInfo",
        "/LastModified",
        "/EmbeddedFiles",
        "/AF",
        "/Annots",
        "/AcroForm",
        "/OpenAction",
        "/AA",
        "/JavaScript",
        "/Perms",
        "/Collection",
        "/Threads",
        "/SpiderInfo",
        "/StructTreeRoot",
    )
)


def bare_pdf(data: bytes) -> bytes:
    """Return the pages written anew; raises CannotBeBared on a damaged or locked file."""
    try:
        reader = PdfFileReader(BytesIO(data), strict=False)
        if reader.encrypted:
            raise CannotBeBared("locked")
        _drop(reader.root, reader)
        writer = copy_into_new_writer(reader, {"info": None})
        return _written(writer)
    except CannotBeBared:
        raise
    except Exception as fault:  # readers of distrusted bytes fail in every way there is
        raise CannotBeBared(str(fault)) from fault


def _drop(root: Any, reader: PdfFileReader) -> None:
    """Take what is dropped out of everything that the pages lead to, before any of it is copied."""
    seen: set[tuple[int, int]] = set()
    waiting: list[Any] = [root]
    while waiting:
        one = waiting.pop()
        if isinstance(one, generic.IndirectObject):
            key = (one.idnum, one.generation)
            if key in seen:
                continue
            seen.add(key)
            one = one.get_object()  # type: ignore[no-untyped-call]
        if isinstance(one, generic.DictionaryObject):
            for name in _DROPPED.intersection(one.keys()):
                del one[name]
            waiting += [one.raw_get(name) for name in one]
        elif isinstance(one, generic.ArrayObject):
            waiting += [one.raw_get(index) for index in range(len(one))]


def _written(writer: PdfFileWriter) -> bytes:
    file = BytesIO()
    writer.write(file)  # type: ignore[no-untyped-call]
    return file.getvalue()
