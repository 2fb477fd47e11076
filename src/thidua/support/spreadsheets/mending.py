"""The values of the cells of a sheet: exact numbers, clean text, letters of old typefaces in Unicode."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from thidua.core.vietnamese.legacy import convert, convert_typeface, could_be, is_unicode, mend, recognise
from thidua.core.vietnamese.legacy_tables import Encoding, Typeface
from thidua.support.spreadsheets.extras import Place
from thidua.support.spreadsheets.sheets import SheetRow
from thidua.support.spreadsheets.table import Value, cell_name
from thidua.support.spreadsheets.values import value_of

_REMEMBERED: Final = 200_000
_FEW: Final = 3
# Text that needs no cleaning: composed letters and signs, single spaces inside. Most is so, and cleaning takes long.
_SIGN = "[!-~¡-¬®-ÏÑ-ïñ-ƈƊ-ơƤ-ɏḀ-ỿ‘’“”–…]"
_CLEAN = re.compile(f"{_SIGN}+(?: {_SIGN}+)*")


@dataclass
class _Column:
    """What the texts of one column are, counted."""

    old: Counter[Encoding] = field(default_factory=Counter)
    unicode: int = 0


@dataclass(frozen=True)
class _Text:
    value: Value
    encoding: Encoding | None = None
    is_unicode: bool = False
    is_plain: bool = True  # ASCII alone: no column learns anything from it


class Mender:
    """Turns the raw cells of one sheet into values; `converted` names the cells of old typefaces.

    A text that is Vietnamese either way («Bé», or «Bộ» in TCVN3) is read as the others of its column are: the
    cells are gone through again when a column proves to be in an old encoding throughout.
    """

    def __init__(self, typefaces: Mapping[Place, Typeface]) -> None:
        self.converted: dict[str, str] = {}
        self._typefaces = typefaces
        self._texts: dict[str, _Text] = {}
        self._numbers: dict[float, Value] = {}
        self._columns: dict[int, _Column] = {}
        self._settled: dict[int, Encoding] = {}

    def rows(self, grid: Iterable[list[Any]], hidden: set[int]) -> list[SheetRow]:
        """Return the rows that are not empty, numbered from 1."""
        rows = []
        for place, cells in enumerate(grid):
            values = [
                None if raw == "" else self._value(place, column, raw) for column, raw in enumerate(cells)
            ]
            while values and values[-1] is None:
                values.pop()
            if values:
                rows.append(SheetRow(place + 1, tuple(values), place in hidden))
        return rows

    def learn(self) -> bool:
        """Settle what the columns are written in; True when the cells are to be gone through again."""
        sheet: Counter[Encoding] = Counter()
        for column in self._columns.values():
            sheet.update(column.old)
        is_old_sheet = sum(sheet.values()) >= _FEW and not any(c.unicode for c in self._columns.values())
        for place, column in self._columns.items():
            if column.unicode:
                continue
            if column.old:
                self._settled[place] = column.old.most_common(1)[0][0]
            elif is_old_sheet:
                self._settled[place] = sheet.most_common(1)[0][0]
        if self._settled:
            self.converted.clear()
        return bool(self._settled)

    def _value(self, row: int, column: int, raw: Any) -> Value:
        if isinstance(raw, str):
            return self._text(row, column, raw)
        if isinstance(raw, bool) or not isinstance(raw, int | float):
            return value_of(raw)
        value = self._numbers.get(raw)
        if value is None:
            value = value_of(raw)
            if len(self._numbers) < _REMEMBERED:
                self._numbers[raw] = value
        return value

    def _text(self, row: int, column: int, raw: str) -> Value:
        typeface = self._typefaces.get((row, column)) if self._typefaces else None
        if typeface is not None:
            changed = convert_typeface(raw, typeface)
            if changed is not None:
                self._note(row, column, typeface.encoding)
                self._columns.setdefault(column, _Column()).old[typeface.encoding] += 1
                return _cleaned(changed)
        text = self._texts.get(raw) or self._remember(raw)
        if text.is_plain:
            return text.value
        if text.encoding is not None:
            self._note(row, column, text.encoding)
            self._columns.setdefault(column, _Column()).old[text.encoding] += 1
            return text.value
        settled = self._settled.get(column)
        if settled is not None and could_be(raw, settled):
            self._note(row, column, settled)
            return _cleaned(convert(raw, settled))
        self._columns.setdefault(column, _Column()).unicode += text.is_unicode
        return text.value

    def _remember(self, raw: str) -> _Text:
        if raw.isascii():
            text = _Text(_cleaned(raw))
        else:
            encoding = recognise(raw)
            value = _cleaned(raw if encoding is None else convert(raw, encoding))
            text = _Text(value, encoding, encoding is None and is_unicode(raw), is_plain=False)
        if len(self._texts) < _REMEMBERED:
            self._texts[raw] = text
        return text

    def _note(self, row: int, column: int, encoding: Encoding) -> None:
        self.converted[cell_name(row, column)] = str(encoding)


def _cleaned(text: str) -> Value:
    return text if _CLEAN.fullmatch(text) else value_of(mend(text))
