"""What an XLS file holds beside values: merged cells, hidden rows, formulas, pictures, typefaces.

Source: [MS-XLS], sections 2.3 (records) and 2.4 (the single ones, by their numbers below).
"""

from __future__ import annotations

import struct
from dataclasses import dataclass, field
from typing import Final

from thidua.core.vietnamese.legacy_tables import Typeface, typeface_of
from thidua.support.spreadsheets import xls
from thidua.support.spreadsheets.codes import FaultCode
from thidua.support.spreadsheets.compound_file import CompoundFile
from thidua.support.spreadsheets.extras import SheetExtras
from thidua.support.spreadsheets.faults import file_fault
from thidua.support.spreadsheets.scan import Budget, SheetScan
from thidua.support.spreadsheets.sheets import Span

_FONT, _FORMAT, _EXTERNAL_BOOK, _EXTERNAL_SHEETS = 0x0031, 0x00E0, 0x01AE, 0x0017
_ROW, _MERGED, _FORMULA, _DRAWING, _ERROR = 0x0208, 0x00E5, 0x0006, 0x00EC, 0x0205
_CELLS: Final = frozenset({0x0203, 0x027E, 0x00FD, 0x0204, 0x00D6, 0x0006, 0x0205})
_HIDDEN_ROW: Final = 0x20
_SKIPPED_FONT: Final = 4  # there is no font of this number, by the format's own tradition
_TOKENS_3D: Final = frozenset({0x3A, 0x3B, 0x5A, 0x5B, 0x7A, 0x7B, 0x39, 0x59, 0x79})


@dataclass
class _Globals:
    starts: list[int] = field(default_factory=list)
    sizes: list[int] = field(default_factory=list)
    fonts: list[Typeface | None] = field(default_factory=list)
    formats: list[int] = field(default_factory=list)
    inner_books: list[bool] = field(default_factory=list)  # whether a listed book is this file itself
    sheets: list[int] = field(default_factory=list)  # the book of each sheet that formulas name

    def typeface(self, form: int) -> Typeface | None:
        """Return the old typeface of a cell format."""
        if form >= len(self.formats):
            return None
        number = self.formats[form]
        place = number - 1 if number > _SKIPPED_FONT else number
        return self.fonts[place] if place < len(self.fonts) else None

    def is_outside(self, sheet: int) -> bool:
        """Tell whether a sheet that a formula names is in another file."""
        book = self.sheets[sheet] if sheet < len(self.sheets) else len(self.inner_books)
        return book < len(self.inner_books) and not self.inner_books[book]


def look_through(container: CompoundFile, budget: Budget) -> list[SheetExtras]:
    """Return what stands in each sheet beside its values, in the order of the workbook."""
    xls.refuse_other_kinds(container)
    try:
        stream = container.stream("Workbook" if "Workbook" in container.names else "Book")
        starts, sizes = xls.globals_of(stream)
        known = _Globals(starts, sizes)
        _read_globals(stream, known)
        return [_look(stream, start, known, budget) for start in starts]
    except (struct.error, IndexError) as error:
        raise file_fault(FaultCode.DAMAGED) from error


def _read_globals(stream: bytes, known: _Globals) -> None:
    for kind, body in xls.records(stream, 0):
        if kind == _FONT:
            known.fonts.append(typeface_of(_font_name(body)))
        elif kind == _FORMAT:
            known.formats.append(struct.unpack_from("<H", body)[0])
        elif kind == _EXTERNAL_BOOK:
            known.inner_books.append(len(body) == 4)
        elif kind == _EXTERNAL_SHEETS:
            count = struct.unpack_from("<H", body)[0]
            known.sheets += [struct.unpack_from("<H", body, 2 + 6 * place)[0] for place in range(count)]


def _font_name(body: bytes) -> str:
    if len(body) < 16:
        return ""
    size, wide = body[14], body[15] & 1
    return body[16 : 16 + size * (2 if wide else 1)].decode("utf-16-le" if wide else "latin-1", "replace")


def _look(stream: bytes, start: int, known: _Globals, budget: Budget) -> SheetExtras:
    extras = SheetExtras(SheetScan(budget))
    for kind, body in xls.records(stream, start):
        reader = xls.READERS.get(kind)
        if reader is not None:
            reader(extras.scan, body, known.sizes)
        if kind in _CELLS:
            _note_cell(extras, kind, body, known)
        elif kind == _ROW:
            if struct.unpack_from("<H", body, 12)[0] & _HIDDEN_ROW:
                extras.hidden_rows.add(struct.unpack_from("<H", body)[0])
        elif kind == _MERGED:
            _note_merged(extras, body)
        elif kind == _DRAWING:
            extras.has_pictures = True
    return extras


def _note_cell(extras: SheetExtras, kind: int, body: bytes, known: _Globals) -> None:
    row, column, form = struct.unpack_from("<3H", body)
    typeface = known.typeface(form)
    if typeface is not None:
        extras.typefaces[row, column] = typeface
    if kind == _ERROR and body[7]:
        extras.errors.add((row, column))
    elif kind == _FORMULA:
        # A result that is no number is marked by 0xFFFF at its end, its kind stands first: 2 is an error.
        if body[12:14] == b"\xff\xff" and body[6] == 2:
            extras.errors.add((row, column))
        if _points_outside(body[22:], known):
            extras.outside.add((row, column))


def _points_outside(tokens: bytes, known: _Globals) -> bool:
    """Tell whether a formula begins with a place in another file, or names one."""
    return any(
        token in _TOKENS_3D
        and place + 3 <= len(tokens)
        and known.is_outside(struct.unpack_from("<H", tokens, place + 1)[0])
        for place, token in enumerate(tokens)
    )


def _note_merged(extras: SheetExtras, body: bytes) -> None:
    for place in range(struct.unpack_from("<H", body)[0]):
        top, bottom, left, right = struct.unpack_from("<4H", body, 2 + 8 * place)
        extras.spans.append(Span(top, left, bottom, right))
