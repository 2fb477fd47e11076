"""Cells whose value the file does not hold: formulas without a result, errors, formulas of other books."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Final

from thidua.registry.books.rows import BookLine, Field
from thidua.support.refusals import Sentence
from thidua.support.spreadsheets.sheets import Sheet
from thidua.support.spreadsheets.table import position

# Without these a row is not what its book says; of others it is only told.
_NEEDED: Final = frozenset({Field.NAME, Field.AWARD, Field.DECISION, Field.DECIDED_ON})


def with_unknown(lines: Iterable[BookLine], sheet: Sheet, columns: Mapping[int, Field]) -> list[BookLine]:
    """Return the lines, each told which of its cells hold no value; `columns`: column from 0 → what it says."""
    by_row: dict[int, list[tuple[str, Field]]] = defaultdict(list)
    for cell in sheet.unknown:
        place = position(cell)
        if place is not None and (said := columns.get(place[1])) is not None:
            by_row[place[0] + 1].append((cell, said))
    return [
        _told(line, sheet, by_row[line.row]) if line.award and line.row in by_row else line for line in lines
    ]


def _told(line: BookLine, sheet: Sheet, cells: Iterable[tuple[str, Field]]) -> BookLine:
    for cell, said in cells:
        sentence: Sentence = sheet.unknown[cell].sentence
        places = line.faults_at or ("",) * len(line.faults)
        if said in _NEEDED:
            kept = [pair for pair in zip(line.faults, places, strict=True) if pair[1] != cell]
            line = replace(
                line, faults=tuple(one for one, _ in kept), faults_at=tuple(one for _, one in kept)
            )
            line = line.with_fault(sentence, cell)
        else:
            line = replace(line, remarks=(*line.remarks, sentence))
    return line
