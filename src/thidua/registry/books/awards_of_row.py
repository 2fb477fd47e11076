"""From a row of data to awards: one line for each recipient and each award."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import cache, lru_cache
from typing import Final

from thidua.core.law.reading import load_law
from thidua.core.vietnamese.fold import fold
from thidua.registry.books.awards import AwardWords, award_in, read_awards
from thidua.registry.books.columns import Column
from thidua.registry.books.contents import is_mark
from thidua.registry.books.context import NOTHING, Context
from thidua.registry.books.dates import read_day, read_year
from thidua.registry.books.kinds import kind_of_name, read_kind, read_woman
from thidua.registry.books.money import read_amount
from thidua.registry.books.names import PersonCell, split_person
from thidua.registry.books.numbers import Paper, read_decision
from thidua.registry.books.posts import split_post_unit
from thidua.registry.books.records import EMPTY, Cell, Record
from thidua.registry.books.rows import AwardRead, BookLine, Field, Written
from thidua.registry.books.sentences import (
    AMOUNT,
    HIDDEN,
    NO_NAME,
    NO_NAME_HERE,
    SCHOOL_YEAR,
    SEVERAL,
    SEVERAL_AWARDS_IN_TITLE,
    SHIFTED,
    UNKNOWN_MARK,
    UNSURE_AWARD,
    YEAR,
    say,
)
from thidua.registry.books.several import split_many
from thidua.registry.books.words import is_nothing, one_line
from thidua.registry.enums import CommendationType, RecipientKind
from thidua.support.refusals import Sentence

_SURE: Final = 0.75
_PEOPLE_ONLY: Final = (Field.NAME, Field.POST, Field.UNIT)


@dataclass
class Told:
    """What a row says of itself apart from names and awards, with its faults and remarks."""

    number: str = ""
    decided_on: date | None = None
    authority: str = ""
    year: int | None = None
    own_day: bool = False
    amount: int | None = None
    values: dict[str, object] = field(default_factory=dict)
    written: dict[Field, Written] = field(default_factory=dict)
    faults: list[tuple[Sentence, str]] = field(default_factory=list)
    remarks: list[Sentence] = field(default_factory=list)


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
        told = self._told(shifted)
        people = self._people(shifted, told)
        kind_cell = self._kind_said(shifted)
        lines = []
        for person, name_cell in people:
            kind = self._kind(shifted, person, kind_cell)
            for named in self._awards(shifted, told, person, kind):
                lines.append(self._line(shifted, told, person, name_cell, kind, named))
        return lines

    # What a row says --------------------------------------------------------------------------------------------

    def _told(self, record: Record) -> Told:
        told = Told(faults=list(record.faults), remarks=list(record.remarks))
        if record.line.hidden:
            told.remarks.append(HIDDEN)
        self._paper(record, told)
        for said in (Field.REASON, Field.ETHNICITY, Field.NOTE, Field.HONORIFIC):
            cell = _first(record, said)
            if cell.text:
                told.values[said] = one_line(cell.text)
                told.written[said] = Written(cell.name, cell.text)
        self._year(record, told)
        self._amount(record, told)
        self._born(record, told)
        cell = _first(record, Field.TYPE)
        if cell.text:
            told.written[Field.TYPE] = Written(cell.name, cell.text)
        told.values[Field.TYPE] = _type_of(cell.text) or record.context.commendation_type
        return told

    def _paper(self, record: Record, told: Told) -> None:
        for column in record.block.of(Field.DECISION):
            cell = record.cell(column.index)
            if not cell.text or is_nothing(cell.text):
                continue
            paper = _paper_of(cell.value if cell.value is not None else cell.text)
            told.written.setdefault(Field.DECISION, Written(cell.name, cell.text))
            told.number, told.authority = told.number or paper.number, told.authority or paper.authority
            told.decided_on = told.decided_on or paper.date
            told.year = told.year or paper.year
            if paper.date is not None:
                told.written.setdefault(Field.DECIDED_ON, Written(cell.name, cell.text))
            if paper.fault is not None:
                told.faults.append((paper.fault, cell.name))
        for column in record.block.of(Field.DECIDED_ON):
            cell = record.cell(column.index)
            if not cell.text or is_nothing(cell.text):
                continue
            day = read_day(cell.value if cell.value is not None else cell.text)
            told.written[Field.DECIDED_ON] = Written(cell.name, cell.text)
            told.decided_on = day.day or told.decided_on
            told.year = told.year or (day.year if day.day is None else None)
            if day.fault is not None:
                told.faults.append((day.fault, cell.name))
            if day.remark is not None:
                told.remarks.append(day.remark)
        cell = _first(record, Field.AUTHORITY)
        if cell.text and not is_nothing(cell.text):
            told.authority = one_line(cell.text)
            told.written[Field.AUTHORITY] = Written(cell.name, cell.text)
        told.own_day = told.decided_on is not None

    def _year(self, record: Record, told: Told) -> None:
        cell = _first(record, Field.YEAR)
        if not cell.text or is_nothing(cell.text):
            return
        told.written[Field.YEAR] = Written(cell.name, cell.text)
        value = cell.value if cell.value is not None else cell.text
        year = read_year(value)
        if year is None:
            told.faults.append((say(YEAR, text=cell.text, cell=cell.name), cell.name))
            return
        told.year = year
        if "-" in cell.text and read_day(value).precision == "school_year":
            told.remarks.append(say(SCHOOL_YEAR, text=cell.text, year=year))

    def _amount(self, record: Record, told: Told) -> None:
        cell = _first(record, Field.AMOUNT)
        if not cell.text or is_nothing(cell.text) or cell.text == "0":
            return
        told.written[Field.AMOUNT] = Written(cell.name, cell.text)
        told.amount = read_amount(cell.value if cell.value is not None else cell.text)
        if told.amount is None and not any(
            word in fold(cell.text) for word in ("lan", "muc", "luong", "hien vat")
        ):
            told.faults.append((say(AMOUNT, text=cell.text, cell=cell.name), cell.name))

    def _born(self, record: Record, told: Told) -> None:
        cell = _first(record, Field.BORN)
        if cell.text and not is_nothing(cell.text):
            day = read_day(cell.value if cell.value is not None else cell.text)
            told.values["birth_date"], told.values["birth_year"] = day.day, day.year
            told.written[Field.BORN] = Written(cell.name, cell.text)
            if day.fault is not None:
                told.faults.append((day.fault, cell.name))
        for column in record.block.of(Field.WOMAN):
            cell = record.cell(column.index)
            if not cell.text:
                continue
            if not column.part:
                told.values["woman"] = read_woman(cell.text)
                told.written[Field.WOMAN] = Written(cell.name, cell.text)
            elif is_mark(cell.text) or read_day(cell.value).year is not None:
                told.values["woman"] = column.part == "female"
                told.written[Field.WOMAN] = Written(cell.name, cell.text)
                if not is_mark(cell.text):  # the birthday stands in the column of the sex
                    day = read_day(cell.value)
                    told.values["birth_date"], told.values["birth_year"] = day.day, day.year
                    told.written[Field.BORN] = Written(cell.name, cell.text)

    # Who ---------------------------------------------------------------------------------------------------------

    def _people(self, record: Record, told: Told) -> list[tuple[PersonCell, Cell]]:
        found: list[tuple[PersonCell, Cell]] = []
        column, cell = _name_cell(record)
        if column is None or not cell.text or is_nothing(cell.text):
            if column is None and record.context.name:
                return self._completed(
                    record, told, [(split_person(record.context.name, record.context.kind), EMPTY)]
                )
            place = cell.name or _place_of_name(record)
            told.faults.append((say(NO_NAME, cell=place), place))
            return self._completed(record, told, [(PersonCell(), Cell("", None, place))])
        told.written[Field.NAME] = Written(cell.name, cell.text)
        context_kind = self._kind_said(record) or record.context.kind
        kind = context_kind or (column.kind if column.kind != RecipientKind.INDIVIDUAL else "")
        texts = split_many(cell.text, kind) if _may_be_many(cell.text) else [cell.text]
        for text in texts:
            found.append((split_person(text, kind), cell))
        if len(found) > 1:
            told.remarks.append(say(SEVERAL, cell=cell.name, count=len(found)))
        return self._completed(record, told, found)

    def _completed(
        self, record: Record, told: Told, people: list[tuple[PersonCell, Cell]]
    ) -> list[tuple[PersonCell, Cell]]:
        posts = self._posts(record, told, len(people))
        units = self._units(record, told, len(people))
        outer = next(
            (r.text for c in record.block.of(Field.NAME) if (r := _collective_beside(record, c)).text), ""
        )
        completed = []
        for at, (person, cell) in enumerate(people):
            (post, post_unit), unit = posts[at], units[at] or outer
            own = person.unit if not unit else _joined_units(person.unit, unit)
            completed.append(
                (
                    replace(
                        person,
                        post=post or person.post,
                        unit=_joined_units(post_unit, own) if post_unit else own,
                    ),
                    cell,
                )
            )
        return completed

    def _posts(self, record: Record, told: Told, people: int) -> list[tuple[str, str]]:
        cells = [(c, record.cell(c.index)) for c in record.block.of(Field.POST)]
        cells = [(column, cell) for column, cell in cells if cell.text and not is_nothing(cell.text)]
        if not cells:
            return [("", "")] * people
        told.written[Field.POST] = Written(cells[0][1].name, cells[0][1].text)
        column, cell = cells[0]
        split = column.part == "post_unit" or not record.block.of(Field.UNIT)
        texts = _spread(cell.text, people)
        extra = ", ".join(one_line(other.text) for _c, other in cells[1:])
        read = [split_post_unit(text) if split else (one_line(text), "") for text in texts]
        return [(", ".join(part for part in (post, extra) if part), unit) for post, unit in read]

    def _units(self, record: Record, told: Told, people: int) -> list[str]:
        cells = [(c, record.cell(c.index)) for c in record.block.of(Field.UNIT)]
        cells = [(column, cell) for column, cell in cells if cell.text and not is_nothing(cell.text)]
        inner = [(column, cell) for column, cell in cells if column.part != "address"] or cells
        if not inner:
            return [""] * people
        told.written[Field.UNIT] = Written(inner[0][1].name, inner[0][1].text)
        spread = [_spread(cell.text, people) for _column, cell in inner]
        units = []
        for at in range(people):
            unit = ""
            for texts in spread:
                unit = _joined_units(unit, one_line(texts[at]).strip(" ;,"))
            units.append(unit)
        return units

    def _kind_said(self, record: Record) -> str:
        for column in record.block.of(Field.KIND):
            text = record.cell(column.index).text
            if not text:
                continue
            if column.part == "mark":
                if is_mark(text):
                    return column.kind or read_kind(column.heading)
            elif kind := read_kind(text):
                return kind
        return ""

    def _kind(self, record: Record, person: PersonCell, said: str) -> str:
        if said:
            return said
        column, _cell = _name_cell(record)
        context = record.context.kind
        honorific = person.honorific or _first(record, Field.HONORIFIC).text
        if person.kind_hint == RecipientKind.HOUSEHOLD or (person.kind_hint and not context):
            return person.kind_hint
        if honorific and context in ("", RecipientKind.COLLECTIVE):
            return str(RecipientKind.INDIVIDUAL)
        guess = kind_of_name(person.name) if person.name else ""
        heading = column.kind if column else ""
        return (
            context
            or guess
            or heading
            or self.hint.kind
            or (str(RecipientKind.INDIVIDUAL) if person.post else "")
        )

    # Which awards ------------------------------------------------------------------------------------------------

    def _awards(self, record: Record, told: Told, person: PersonCell, kind: str) -> list[Named]:
        named: list[Named] = []
        for column in record.block.of(Field.AWARD):
            cell = record.cell(column.index)
            if not cell.text or cell.text in ("-", "–", "0") or fold(cell.text) in ("khong", "ko", "k"):
                continue
            named.extend(self._in_cell(record, told, column, cell, kind))
        if named:
            return named
        if person.award_text and (read := self._read(person.award_text, kind, told)):
            return [Named(one) for one in read if one.code] or [self._default(record, told, kind)]
        return [self._default(record, told, kind)]

    def _in_cell(self, record: Record, told: Told, column: Column, cell: Cell, kind: str) -> list[Named]:
        if column.award:
            read = [one for one in self._read(cell.text, kind, told) if one.code and one.certainty >= _SURE]
            if read and not is_mark(cell.text):
                return [Named(one, cell.name) for one in read]
            words = next(iter(self._read(column.award, kind, told)), AwardWords(text=column.award))
            if is_mark(cell.text):
                return [Named(words, cell.name)]
            paper = _paper_of(cell.text) if "/" in cell.text else Paper()
            if any(letter.isdigit() for letter in paper.number):
                return [Named(words, cell.name, number=paper.number, decided_on=paper.date)]
            if (year := read_year(cell.value if cell.value is not None else cell.text)) is not None:
                return [Named(words, cell.name, year=year)]
            return [Named(words, cell.name, say(UNKNOWN_MARK, text=cell.text, cell=cell.name))]
        told.written[Field.AWARD] = Written(cell.name, cell.text)
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
        key = (text, kind, on, by, sentence)
        found = self.known.get(key)
        if found is None:
            if sentence:
                found = (award_in(text, kind, on, self.spellings, by),)
            else:
                found = tuple(read_awards(text, kind, on, self.spellings, by))
            if len(self.known) < 50_000:
                self.known[key] = found
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
        elif words.code and words.certainty < _SURE:
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
        if not post + 1 == unit or not unit + 1 == award or record.text(award):
            return record
        text = record.cell(unit).text
        if not text or not record.text(post):
            return record
        read = self._read(one_line(text), "", Told())
        if not read or not read[0].code or read[0].certainty < 0.9:
            return record
        over = {**record.over, award: record.cell(unit), unit: record.cell(post), post: EMPTY}
        return replace(record, name=None, over=over, remarks=[*record.remarks, SHIFTED])


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


@lru_cache(maxsize=20_000)
def _paper_of(value: object) -> Paper:
    return read_decision(value)


def told_text(record: Record, cell: str) -> str:
    """Return the text of a cell of the row."""
    for column in record.block.columns:
        if record.cell(column.index).name == cell:
            return record.cell(column.index).text
    return ""


def _first(record: Record, said: Field) -> Cell:
    for column in record.block.of(said):
        if record.text(column.index):
            return record.cell(column.index)
    return EMPTY


def _name_cell(record: Record) -> tuple[Column | None, Cell]:
    """Return the column and cell of who received it: a person before the collective that stands beside it."""
    if record.name is not None:
        return record.name
    record.name = found = _found_name(record)
    return found


def _found_name(record: Record) -> tuple[Column | None, Cell]:
    names = record.block.of(Field.NAME)
    if len(names) == 1:
        return names[0], record.cell(names[0].index)
    filled = [(column, record.cell(column.index)) for column in names if record.cell(column.index).text]
    if not filled:
        return (names[0], EMPTY) if names else (None, EMPTY)
    people = [one for one in filled if one[0].kind != RecipientKind.COLLECTIVE]
    column, cell = (people or filled)[0]
    if column.part == "family":
        given = next(
            (other for other, _ in filled if other.index == column.index + 1 and other.part == "given"), None
        )
        if given is not None:
            return column, Cell(f"{cell.text} {record.cell(given.index).text}", None, cell.name)
    return column, cell


def _collective_beside(record: Record, column: Column) -> Cell:
    chosen, _cell = _name_cell(record)
    if column is chosen or column.part == "given" or column.kind != RecipientKind.COLLECTIVE:
        return EMPTY
    return record.cell(column.index)


def _place_of_name(record: Record) -> str:
    names = record.block.of(Field.NAME)
    return record.line.cell(names[0].index if names else record.line.filled[0])


def _may_be_many(text: str) -> bool:
    return "\n" in text or ";" in text or " và " in text or "," in text or " và" in text


def _spread(text: str, people: int) -> list[str]:
    """Return one text for each person of a cell: its lines, where there are as many, else the whole for each."""
    parts = [part.strip(" ;-") for part in text.replace(";", "\n").split("\n") if part.strip(" ;-")]
    return parts if people > 1 and len(parts) == people else [text] * people


def _joined_units(inner: str, outer: str) -> str:
    """Return «Phòng A, Sở B»; a part that the other already says stands once."""
    if not inner or not outer:
        return inner or outer
    small, large = fold(inner), fold(outer)
    if small in large:
        return outer
    return inner if large in small else f"{inner}, {outer}"


@lru_cache(maxsize=1024)
def _type_of(text: str) -> str:
    folded = fold(text)
    for word, kind in (
        ("dot xuat", CommendationType.SUDDEN),
        ("chuyen de", CommendationType.MOVEMENT),
        ("phong trao", CommendationType.MOVEMENT),
        ("theo dot", CommendationType.MOVEMENT),
        ("cong hien", CommendationType.TENURE),
        ("cong trang", CommendationType.MERIT),
        ("thuong xuyen", CommendationType.MERIT),
        ("nien han", CommendationType.LONG_SERVICE),
        ("doi ngoai", CommendationType.EXTERNAL),
    ):
        if word in folded:
            return str(kind)
    return text if text in CommendationType.values else ""


def _award_name(code: str) -> str:
    award = load_law().awards.get(code)
    return award.name.vi if award else code
