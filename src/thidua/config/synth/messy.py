"""A workbook as offices keep them: titles, two header lines, groups, subtotals, dittos, abbreviations. No Django.

It is untidy in the ways real lists are and still unambiguous: `WrittenRow` says what each award row means.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any, Final

import numpy as np
import xlsxwriter

from thidua.config.synth.labelled import birthdays, without_marks
from thidua.config.synth.names import Generator, names

ROWS_A_GROUP: Final = 40
GROUPS_A_SHEET: Final = 125
DITTO: Final = ("nt", "như trên", '"', "n.t")
UNITS: Final = (
    "UBND xã Hồng Phong", "Trường THCS Tân Lạc", "Phòng GD&ĐT huyện Yên Sơn", "Sở Y tế", "Trạm Y tế xã Vân Thủy",
    "Trường Tiểu học Đồng Tiến", "Công ty CP Xây dựng Minh Hà", "Hội LHPN huyện", "UBND xã Gia Cát", "Sở NN&PTNT",
)  # fmt: skip
POSTS: Final = (
    "Giáo viên", "PCT UBND xã", "Hiệu trưởng", "Chuyên viên", "Trưởng phòng", "Công nhân", "Bác sĩ", "Trưởng thôn",
)  # fmt: skip
AWARDS: Final = (  # code of the law data, and how books write it
    ("advanced_worker", ("LĐTT", "Lao động tiên tiến", "LDTT", "Lao động TT")),
    ("grassroots_emulation_fighter", ("CSTĐCS", "CSTĐ cơ sở", "Chiến sĩ thi đua cơ sở", "CSTD-CS")),
    (
        "provincial_certificate_of_merit",
        ("BK CT UBND tỉnh", "B/K CT tỉnh", "Bằng khen của Chủ tịch UBND tỉnh"),
    ),
    ("commendation_letter", ("GK", "Giấy khen")),
)
GROUPS: Final = ("Khối các sở, ban, ngành", "Khối huyện, thành phố", "Khối xã, phường", "Khối doanh nghiệp")
HEADINGS: Final = (
    "STT",
    "Họ và tên, chức vụ",
    "Năm sinh",
    "Đơn vị công tác",
    "Hình thức khen",
    "Số QĐ",
    "Ngày",
    "Tiền thưởng",
)
YOUNGEST: Final = 1984  # of age in the first year of the books


@dataclass(frozen=True)
class WrittenRow:
    """What an award row of the workbook means: where it stands and who received what by which decision."""

    sheet: str
    row: int  # from 1
    name: str
    post: str
    unit: str
    award: str
    decision_number: str
    decision_date: date


def messy_workbook(path: Path, count: int, seed: int) -> Iterator[WrittenRow]:
    """Write `count` award rows to `path`, sheets of at most 5,000, and yield the meaning of each; read it to the end.

    The same seed writes the same cells.
    """
    random = np.random.default_rng([seed, 6])
    book = xlsxwriter.Workbook(str(path), {"constant_memory": True})
    book.set_properties({"created": datetime(2025, 1, 1, tzinfo=UTC)})  # the same file for the same seed
    bold = book.add_format({"bold": True, "align": "center"})
    people = _people(random, count)
    day_format = book.add_format({"num_format": "dd/mm/yyyy"})
    done = 0
    while done < count:
        year = 2005 + done // (ROWS_A_GROUP * GROUPS_A_SHEET) % 19
        title = f"{year} ({done // (ROWS_A_GROUP * GROUPS_A_SHEET) + 1})"
        sheet = _Sheet(book.add_worksheet(title), title, bold, day_format, random)
        sheet.begin(year)
        for group in range(GROUPS_A_SHEET):
            amount = min(ROWS_A_GROUP, count - done)
            if not amount:
                break
            yield from sheet.group(group, year, people[done : done + amount])
            done += amount
        sheet.end()
    book.close()


def _people(random: Generator, count: int) -> list[tuple[str, int, bool]]:
    women = random.random(count) < 0.5
    born = np.minimum(birthdays(random, count)[:, 0], YOUNGEST)
    spelt = names().spell(names().draw(random, women, born)).tolist()
    return list(zip(spelt, born.tolist(), women.tolist(), strict=True))


class _Sheet:
    """One sheet, written downwards."""

    def __init__(self, sheet: Any, title: str, bold: Any, day_format: Any, random: Generator) -> None:
        self._sheet, self._title, self._bold, self._day_format, self._random = (
            sheet,
            title,
            bold,
            day_format,
            random,
        )
        self._row = 0

    def begin(self, year: int) -> None:
        """Write the title and the two header lines, some of them merged."""
        for words in ("UBND TỈNH VÂN SƠN", f"DANH SÁCH TẬP THỂ, CÁ NHÂN ĐƯỢC KHEN THƯỞNG NĂM {year}"):
            self._sheet.merge_range(self._row, 0, self._row, len(HEADINGS) - 1, words, self._bold)
            self._row += 1
        self._row += 1
        top = self._row
        for column in (0, 1, 2, 3, 4, 7):  # constant memory: the upper line first
            self._sheet.write(top, column, HEADINGS[column], self._bold)
        self._sheet.merge_range(top, 5, top, 6, "Quyết định", self._bold)
        self._sheet.write_row(top + 1, 5, HEADINGS[5:7], self._bold)
        self._row += 2

    def group(self, number: int, year: int, people: list[tuple[str, int, bool]]) -> Iterator[WrittenRow]:
        """Write a group with its heading, its rows under numbers that start again, and its subtotal."""
        random, first = self._random, self._row + 1
        heading = f"{_roman(number + 1)}. {GROUPS[number % len(GROUPS)]} ({len(people):02})"
        self._sheet.merge_range(self._row, 0, self._row, len(HEADINGS) - 1, heading, self._bold)
        self._row += 1
        decided = date(year, 1, 1) + timedelta(days=int(random.integers(0, 364)))
        paper, code, unit = f"{int(random.integers(1, 3000))}/QĐ-UBND", 0, ""
        for place, (name, born, woman) in enumerate(people):
            same_unit = place > 0 and random.random() < 0.4
            same_award = place > 0 and random.random() < 0.6
            unit = unit if same_unit else UNITS[int(random.integers(0, len(UNITS)))]
            code = code if same_award else int(random.integers(0, len(AWARDS)))
            post = POSTS[int(random.integers(0, len(POSTS)))]
            spoken = "Bà" if woman else "Ông"
            award, spellings = AWARDS[code]
            cells: list[object] = [
                place + 1 if random.random() < 0.9 else f"{place + 1:02}",
                f"{_typed(random, name)}, {post}" if random.random() < 0.7 else f"{spoken} {name}, {post}",
                born,
                DITTO[int(random.integers(0, len(DITTO)))] if same_unit else unit,
                "nt"
                if same_award and random.random() < 0.5
                else spellings[int(random.integers(0, len(spellings)))],
                paper if place == 0 or random.random() < 0.7 else paper.replace("/", " / "),
            ]
            self._sheet.write_row(self._row, 0, cells)
            self._day(decided, int(random.integers(0, 5)))
            self._sheet.write(self._row, 7, ("447.000đ", 447000, "1.490.000")[int(random.integers(0, 3))])
            self._row += 1
            yield WrittenRow(self._title, self._row, name, post, unit, award, paper, decided)
        self._sheet.write(self._row, 1, "Cộng", self._bold)
        self._sheet.write_formula(
            self._row, 2, f"=COUNTA(B{first + 1}:B{self._row})", self._bold, len(people)
        )
        self._row += 1

    def end(self) -> None:
        """Write the foot."""
        self._sheet.write(self._row + 1, 6, "NGƯỜI LẬP BIỂU", self._bold)

    def _day(self, day: date, form: int) -> None:
        """Write the day in one of the forms of the books: a date of the sheet, or text."""
        if form == 0:
            self._sheet.write_datetime(self._row, 6, day, self._day_format)
            return
        texts = (
            f"{day.day}/{day.month}/{day.year}",
            f"{day:%d.%m.%Y}",
            f"{day:%d-%m-%Y}",
            f"ngày {day.day} tháng {day.month} năm {day.year}",
        )
        self._sheet.write_string(self._row, 6, texts[form - 1])


def _typed(random: Generator, name: str) -> str:
    """Return the name as somebody typed it: properly, in capitals, without marks, with a blank too many."""
    chance = random.random()
    if chance < 0.75:
        return name
    if chance < 0.87:
        return name.upper()
    return without_marks(name) if chance < 0.93 else name.replace(" ", "  ", 1)


def _roman(number: int) -> str:
    signs = (
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    )
    text = ""
    for value, sign in signs:
        times, number = divmod(number, value)
        text += sign * times
    return text
