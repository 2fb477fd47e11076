"""From a row of data to awards: one line for each recipient and each award."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache, lru_cache
from typing import Final

from thidua.core.law.reading import load_law
from thidua.core.vietnamese.fold import fold
from thidua.registry.books.awards import SURE, AwardWords, award_in, read_awards
from thidua.registry.books.columns import Column
from thidua.registry.books.contents import is_mark
from thidua.registry.books.context import NOTHING, Context
from thidua.registry.books.dates import read_year
from thidua.registry.books.names import PersonCell
from thidua.registry.books.numbers import Paper
from thidua.registry.books.records import EMPTY, Cell, Record
from thidua.registry.books.row_cells import paper_of, told_text
from thidua.registry.books.row_people import kind_of, kind_said, people_of
from thidua.registry.books.row_told import Told, told_by_row
from thidua.registry.books.rows import AwardRead, BookLine, Field, Written
from thidua.registry.books.sentences import (
    NO_MARK,
    NO_NAME_HERE,
    SCHOOL_YEAR,
    SEVERAL_AWARDS_IN_TITLE,
    SHIFTED,
    UNKNOWN_MARK,
    UNSURE_AWARD,
    say,
)
from thidua.registry.books.words import key, one_line
from thidua.support.refusals import Sentence

_PEOPLE_ONLY: Final = (Field.NAME, Field.POST, Field.UNIT)


@dataclass(frozen=True)
class Named:
    """One award of a row: its words, or why none can be read."""

    words: AwardWords
    cell: str = ""
    fault: Sentence | None = None
    number: str = ""
    decided_on: date | None = None
    year: int | None = None


class AwardsOfRows:
    """Turns rows of data into lines; remembers what it read, since awards and papers repeat from row to row."""

    def __init__(
        self,
        sheet: str,
        spellings: Mapping[str, str],
        defaults: AwardRead | None = None,
        hint: Context = NOTHING,
    ) -> None:
        self.sheet, self.spellings, self.defaults, self.hint = sheet, spellings, defaults, hint
        self.known: dict[tuple[str, str, date | None, str, bool], tuple[AwardWords, ...]] = {}

    def lines(self, record: Record) -> list[BookLine]:
        """Return the lines of a row, at least one."""
        shifted = self._shifted(record)
        told = told_by_row(shifted)
        if self._is_unmarked(shifted):
            text = record.line.joined
            return [BookLine(self.sheet, record.line.number, remarks=(NO_MARK,), ignored="empty", text=text)]
        people = people_of(shifted, told)
        kind_cell = kind_said(shifted)
        lines = []
        for person, name_cell in people:
            kind = kind_of(shifted, person, kind_cell, self.hint)
            for named in self._awards(shifted, told, person, kind):
                lines.append(self._line(shifted, told, person, name_cell, kind, named))
        return lines

    def _is_unmarked(self, record: Record) -> bool:
        """Tell whether a row of a matrix has nothing in any of its columns of awards."""
        columns = record.block.of(Field.AWARD)
        if not columns or not all(column.award or column.part == "year" for column in columns):
            return False
        return not record.context.award and not any(record.text(column.index) for column in columns)

    # Which awards ------------------------------------------------------------------------------------------------

    def _awards(self, record: Record, told: Told, person: PersonCell, kind: str) -> list[Named]:
        named: list[Named] = []
        for column in record.block.of(Field.AWARD):
            cell = record.cell(column.index)
            if (
                column.part == "class"
                or not cell.text
                or cell.text in ("-", "–", "0")
                or fold(cell.text) in ("khong", "ko", "k")
            ):
                continue
            named.extend(self._in_cell(record, told, column, cell, kind))
        if named:
            return named
        if person.award_text and (read := self._read(person.award_text, kind, told)):
            return [Named(one) for one in read if one.code] or [self._default(record, told, kind)]
        return [self._default(record, told, kind)]

    def _in_cell(self, record: Record, told: Told, column: Column, cell: Cell, kind: str) -> list[Named]:
        if column.award:
            read = [one for one in self._read(cell.text, kind, told) if one.code and one.certainty >= SURE]
            if read and not is_mark(cell.text):
                return [Named(one, cell.name) for one in read]
            words = next(iter(self._read(column.award, kind, told)), AwardWords(text=column.award))
            if is_mark(cell.text):
                return [Named(words, cell.name)]
            paper = paper_of(cell.text) if "/" in cell.text else Paper()
            if any(letter.isdigit() for letter in paper.number):
                return [Named(words, cell.name, number=paper.number, decided_on=paper.date)]
            if (year := read_year(cell.value if cell.value is not None else cell.text)) is not None:
                return [Named(words, cell.name, year=year)]
            return [Named(words, cell.name, say(UNKNOWN_MARK, text=cell.text, cell=cell.name))]
        told.written[Field.AWARD] = Written(cell.name, cell.text)
        if column.part == "year":
            year = read_year(key(column.heading)[-4:])
            return [Named(one, cell.name, year=year) for one in self._read(one_line(cell.text), kind, told)]
        cell = self._with_class(record, cell)
        read = (
            list(self._read(one_line(cell.text), kind, told))
            if "\n" not in cell.text
            else [
                one
                for part in cell.text.split("\n")
                if part.strip()
                for one in self._read(part.strip(" -;"), kind, told)
            ]
        )
        if "\n" in cell.text and not all(one.code for one in read):
            read = list(self._read(one_line(cell.text), kind, told))  # wrapped words, not several awards
        if is_mark(cell.text) and record.context.award:
            return [self._default(record, told, kind)]
        if not any(one.code for one in read):
            return [Named(AwardWords(text=one_line(cell.text)), cell.name)]
        return [Named(one, cell.name) for one in read if one.code]

    @staticmethod
    def _with_class(record: Record, cell: Cell) -> Cell:
        """Return «Huân chương Lao động» with the class that stands in a column of its own."""
        for column in record.block.of(Field.AWARD):
            said = record.cell(column.index).text if column.part == "class" else ""
            if said and not key(said).startswith("hang"):
                said = f"hạng {said}"
            if said and not re.search(r"\bhang\b", key(cell.text)):
                return Cell(f"{cell.text} {said}", None, cell.name)
        return cell

    def _default(self, record: Record, told: Told, kind: str) -> Named:
        context = record.context
        for sentence in (context.award, self.hint.award):
            if sentence:
                words = self._read(sentence, kind, told, context.authority, sentence=True)
                if words and words[0].code:
                    return Named(words[0])
            if context.several_awards:
                told.remarks.append(say(SEVERAL_AWARDS_IN_TITLE, text=context.several_awards))
                break
        return Named(AwardWords())

    def _read(
        self, text: str, kind: str, told: Told, authority: str = "", *, sentence: bool = False
    ) -> tuple[AwardWords, ...]:
        by, on = told.authority or authority, _same_law(told.decided_on)
        asked = (text, kind, on, by, sentence)
        found = self.known.get(asked)
        if found is None:
            if sentence:
                found = (award_in(text, kind, on, self.spellings, by),)
            else:
                found = tuple(read_awards(text, kind, on, self.spellings, by))
            if len(self.known) < 50_000:
                self.known[asked] = found
        return found

    # The line ----------------------------------------------------------------------------------------------------

    def _line(
        self, record: Record, told: Told, person: PersonCell, name_cell: Cell, kind: str, named: Named
    ) -> BookLine:
        context, defaults = record.context, self.defaults or AwardRead()
        words = named.words
        remarks, faults = list(told.remarks), list(told.faults)
        if named.fault is not None:
            faults.append((named.fault, named.cell))
        elif words.code and words.certainty < SURE:
            remarks.append(say(UNSURE_AWARD, text=words.text, award=_award_name(words.code)))
        if not person.name and name_cell.text:
            faults.append(
                (say(NO_NAME_HERE, text=one_line(name_cell.text), cell=name_cell.name), name_cell.name)
            )
        # A decision number and its day belong together: those of the title hold only where the row has neither.
        bare = not told.number and told.decided_on is None
        number = (
            named.number
            or told.number
            or (context.number if bare or told.decided_on == context.decided_on else "")
        )
        decided_on = named.decided_on or told.decided_on
        if decided_on is None and not named.number and (bare or told.number == context.number):
            decided_on = context.decided_on
        number, decided_on = number or defaults.decision_number, decided_on or defaults.decision_date
        year = named.year or self._year_of(told, context, decided_on) or defaults.year
        if context.school_year and year == context.year and not told.year:
            remarks.append(say(SCHOOL_YEAR, text=context.school_year, year=year))
        woman = told.values.get("woman", person.woman)
        honorific = person.honorific or str(told.values.get(Field.HONORIFIC, ""))
        if woman is None and fold(honorific).strip(" .") in ("ong", "ba"):
            woman = fold(honorific).strip(" .") == "ba"
        unit = person.unit or (context.unit if context.unit != person.name else "")
        written = dict(told.written)
        if named.cell:
            written[Field.AWARD] = Written(named.cell, words.text or told_text(record, named.cell))
        elif not words.code and not words.text:
            _place_of_what_lacks(record, written, Field.AWARD)
        if decided_on is None and year is None and not told.faults:
            _place_of_what_lacks(record, written, Field.DECIDED_ON)
        award = AwardRead(
            kind=kind or defaults.kind,
            name=person.name,
            honorific=honorific,
            post=person.post,
            unit=unit or defaults.unit,
            award_code=words.code or (defaults.award_code if not words.text else ""),
            award_text=words.text,
            commendation_type=str(told.values.get(Field.TYPE) or "") or defaults.commendation_type,
            decision_number=number,
            decision_date=decided_on,
            authority=told.authority or context.authority or defaults.authority,
            year=year,
            amount=told.amount if told.amount is not None else defaults.amount,
            birth_year=told.values.get("birth_year") or person.birth_year,  # type: ignore[arg-type]
            birth_date=told.values.get("birth_date") or person.birth_date,  # type: ignore[arg-type]
            woman=woman,  # type: ignore[arg-type]
            ethnicity=str(told.values.get(Field.ETHNICITY, "")),
            reason=str(told.values.get(Field.REASON, ""))
            or re.sub(r",?\s*gồm(?: có)?\s*:?$", "", words.reason or context.reason),
        )
        return BookLine(
            sheet=self.sheet,
            row=record.line.number,
            award=award,
            written=written,
            faults=tuple(sentence for sentence, _cell in faults),
            faults_at=tuple(cell for _sentence, cell in faults),
            remarks=tuple(remarks),
        )

    def _year_of(self, told: Told, context: Context, decided_on: date | None) -> int | None:
        if told.year is not None:
            return told.year
        # A title's year is what the awards are for; a row's own decision of quite another year says otherwise.
        if context.year and not (
            told.own_day and decided_on and decided_on.year not in (context.year, context.year + 1)
        ):
            return context.year
        return decided_on.year if decided_on else self.hint.year

    def _shifted(self, record: Record) -> Record:
        """Return the row with cells moved back that stand one column to the left of their heads."""
        block = record.block
        posts, units, awards = block.of(Field.POST), block.of(Field.UNIT), block.of(Field.AWARD)
        if len(posts) != 1 or len(units) != 1 or len(awards) != 1 or awards[0].award:
            return record
        post, unit, award = posts[0].index, units[0].index, awards[0].index
        if post + 1 != unit or unit + 1 != award or record.text(award):
            return record
        text = record.cell(unit).text
        if not text or not record.text(post):
            return record
        read = self._read(one_line(text), "", Told())
        if not read or not read[0].code or read[0].certainty < 0.9:
            return record
        over = {**record.over, award: record.cell(unit), unit: record.cell(post), post: EMPTY}
        return replace(record, name=None, over=over, remarks=[*record.remarks, SHIFTED])


def _place_of_what_lacks(record: Record, written: dict[Field, Written], said: Field) -> None:
    """Note the empty cell where a value should stand, for somebody to write it there."""
    columns = [column for column in record.block.of(said) if not column.award and not column.part]
    if columns and said not in written:
        written[said] = Written(record.line.cell(columns[0].index), "")


@lru_cache(maxsize=20_000)
def _same_law(day: date | None) -> date | None:
    """Return one day for all days on which the same names of awards held."""
    if day is None:
        return None
    starts = _law_starts()
    at = bisect_right(starts, day)
    return starts[at - 1] if at else date(1945, 1, 1)


@cache
def _law_starts() -> list[date]:
    found: set[date] = set()
    for award in load_law().awards.values():
        for given in award.decided_by:
            found.add(given.validity.since)
            if given.validity.until is not None:
                found.add(given.validity.until + timedelta(days=1))
    return sorted(found)


def _award_name(code: str) -> str:
    award = load_law().awards.get(code)
    return award.name.vi if award else code
