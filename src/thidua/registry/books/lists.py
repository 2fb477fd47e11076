"""Lists that are paragraphs, not tables: numbered or dashed lines under headings, names inside «Điều 1»."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from thidua.core.vietnamese.fold import fold
from thidua.registry.books import endings
from thidua.registry.books.awards import award_in
from thidua.registry.books.awards_of_row import AwardsOfRows
from thidua.registry.books.columns import Column, block_of
from thidua.registry.books.context import Context
from thidua.registry.books.grid import Line
from thidua.registry.books.groups import Group, Groups, read_group, split_mark, starts_like_unit
from thidua.registry.books.person_cells import is_person
from thidua.registry.books.records import Record
from thidua.registry.books.rows import BookLine, Field
from thidua.registry.books.titles import read_title, read_titles
from thidua.registry.books.words import one_line
from thidua.support.spreadsheets.sheets import SheetRow

_BLOCK: Final = block_of([Column(0, Field.NAME)])
_ARTICLE: Final = re.compile(r"Điều\s+(\d+)\s*[.:]\s*(?P<rest>.+)", re.IGNORECASE | re.DOTALL)
_HONORIFIC: Final = re.compile(
    r"(?:Ông|Bà|Đồng chí|Đ/c|Anh|Chị|Cụ|Em|Hộ (?:gia đình )?(?:ông|bà))\s+\S", re.IGNORECASE
)
_AWARDED_TO: Final = re.compile(
    r"^(?P<award>.+?)\s*(?:\b(?:tặng|cho|truy tặng|đối với|tặng cho)|[:–-])\s+(?P<who>(?:ông|bà"
    r"|đồng chí|đ/c|hộ)\s+.+)$",
    re.IGNORECASE | re.DOTALL,
)
_RUNNING: Final = re.compile(
    r"^(?P<head>[^:;]*):\s*(?P<names>(?:ông|bà|các ông|các bà|ông bà)\b.+)$", re.IGNORECASE | re.DOTALL
)
_GROUNDS: Final = re.compile(
    r"(can cu|xet de nghi|theo de nghi|xet to trinh|thuc hien|thua uy quyen|kinh gui)\b"
)
_UNIT_OF: Final = re.compile(r"^(?:[IVX\d]+[.)]\s*)?(?P<unit>.+?)\s+(?:có|gồm)\s+\d+\s+.*$", re.IGNORECASE)


class Paragraph(Line):
    """A paragraph as a line of one cell, which is named by its number."""

    def cell(self, column: int) -> str:
        """Return the paragraph's number: «¶5»."""
        return f"¶{self.number}"


class ListReader:
    """Reads paragraphs in order; what holds at their end holds for the table that follows."""

    def __init__(
        self, sheet: str, awards: AwardsOfRows, titles: Context, groups: Groups, *, ended: bool = False
    ) -> None:
        self.sheet, self.awards = sheet, awards
        self.titles, self.groups, self.ended = titles, groups, ended
        self.lines: list[BookLine] = []
        self.title_texts: list[str] = []
        self.open_text: list[str] = []
        self.named = 0
        self.is_plain = False

    def read(
        self, texts: Sequence[str], offset: int = 0, *, numbers: Sequence[int] | None = None
    ) -> list[BookLine]:
        """Return a line for each paragraph; `numbers`: of the rows, where the paragraphs are rows of a sheet."""
        self.is_plain = numbers is not None
        for at, text in enumerate(texts):
            number = numbers[at] if numbers is not None else offset + at + 1
            for part in text.split("\n"):
                if line := one_line(part):
                    self._paragraph(number, line)
        self._read_titles()
        return self.lines

    def _paragraph(self, number: int, line: str) -> None:
        if endings.is_signature(line) and (self.named or not self._heads_paper(line)):
            self.ended = True
            self._other(number, line, "signature")
        elif self.ended and not self._begins_again(line):
            self._other(number, line, "signature")
        elif endings.is_none(line):
            self._other(number, line, "empty")
        elif endings.is_total(line):
            self._other(number, line, "subtotal")
        elif endings.is_note(line):
            self._other(number, line, "note")
        elif found := _ARTICLE.fullmatch(line):
            self._article(number, line, found["rest"])
        elif _GROUNDS.match(fold(line)):
            self._other(number, line, "title")
        else:
            self._in_list(number, line)

    def _heads_paper(self, line: str) -> bool:
        """Tell whether a line that may sign also may head: the place and day above a decision's title."""
        return "ngay" in fold(line) and not self.named

    def _begins_again(self, line: str) -> bool:
        self.ended = not (fold(line).startswith(("danh sach", "phu luc")))
        return not self.ended

    def _article(self, number: int, line: str, rest: str) -> None:
        self._read_titles()
        self.groups.clear()
        if award_in(rest).code:
            title = read_title(rest)
            group = read_group(rest, may_be_unit=False)
            attached = "kem theo" in fold(rest)  # the names stand in a table behind
            said = group.said if group and not attached else None
            if attached:
                self.titles = title.over(self.titles)
            context = replace(title, award=rest)
            held = Group("article", context, said, saying=frozenset({"award"}))
            if who := _AWARDED_TO.match(rest):
                self._enter(number, line, held, silent=True)
                self._entry(number, line, who["who"])
                return
            self._enter(number, line, held)
        else:
            self._enter(number, line, Group("article", Context(), None, saying=frozenset({"closed"})))

    def _in_list(self, number: int, line: str) -> None:
        mark = split_mark(line)
        rest = mark[1] if mark else line
        ready = self._ready()
        if ready and _HONORIFIC.match(rest):
            self._entry(number, line, rest)
            return
        if (who := _AWARDED_TO.match(rest)) and (award_in(who["award"]).code) and len(who["award"]) < 120:
            self._read_titles()
            self._enter(number, line, self._awarding(mark, who["award"]), silent=True)
            self._entry(number, line, who["who"])
            return
        run = _RUNNING.match(line) if ready else None
        if run and (";" in run["names"] or _UNIT_OF.match(run["head"])):
            self._running(number, line, run["head"], run["names"])
            return
        group = read_group(line, may_be_unit=bool(mark) and ready)
        if group is not None and group.context.award and not mark and group.said is None and line[-1:] != ":":
            group = None  # a title: «Về việc tặng Bằng khen …»
            if self.named or self.groups.open:
                self._read_titles()
                self.groups.clear()
        heads = group is not None and bool(mark or not group.block)
        if group is not None and heads and (ready or group.saying & {"award", "kind", "unit"}):
            self._read_titles()
            self._enter(number, line, group)
            return
        if (mark and ready) or (ready and self._is_awaited(line)):
            self._entry(number, line, rest)
        elif ready and self.open_text and (line[:1].islower() or not self.open_text[-1].endswith((";", "."))):
            self._carry_on(number, line)
        else:
            self.open_text = []
            self.title_texts.append(line)
            self._other(number, line, "title")

    def _ready(self) -> bool:
        """Tell whether names may follow: a heading or title said what they receive or who they are."""
        if any("closed" in group.saying for group in self.groups.open):
            return False
        self._read_titles()
        context = self.groups.context().over(self.titles)
        return bool(self.groups.open and (context.award or context.kind)) or bool(context.award)

    def _is_awaited(self, line: str) -> bool:
        """Tell whether a line without a mark is one of those that the heading above has counted."""
        heading = self.groups.open[-1] if self.groups.open else None
        if heading is None or heading.said is None or heading.found >= heading.said or line.endswith(":"):
            return False
        return starts_like_unit(line) or is_person(line.split(",")[0])

    def _awarding(self, mark: tuple[str, str] | None, text: str) -> Group:
        return Group(
            mark[0] if mark else "", replace(read_title(text), award=text), None, saying=frozenset({"award"})
        )

    def _running(self, number: int, line: str, head: str, names: str) -> None:
        """Read «thị xã Điện Bàn có 5 trường hợp: bà A (SN 1890, xã …); bà B»."""
        unit = found["unit"] if (found := _UNIT_OF.match(head)) else ""
        group = Group("running", Context(unit=unit), None, saying=frozenset({"unit"}))
        self._enter(number, line, group, silent=True)
        for name in names.split(";"):
            if name.strip(" ."):
                self._entry(number, line, name.strip(" ."))
        self.groups.open = [one for one in self.groups.open if one is not group]

    def _entry(self, number: int, line: str, text: str) -> None:
        context = self.groups.context().over(self.titles)
        text = text[:1].upper() + text[1:]
        cleaned = text.strip().rstrip(";").rstrip()
        cleaned = (
            cleaned[:-1].rstrip()
            if cleaned.endswith(".") and not cleaned.endswith(("..", "TP."))
            else cleaned
        )
        row = SheetRow(number, (cleaned,))
        paragraph = Line(row) if self.is_plain else Paragraph(row)
        found = self.awards.lines(Record(paragraph, _BLOCK, context))
        self.lines.extend(found)
        self.open_text = [line]
        self.named += len(found)
        self.groups.count(len(found))

    def _carry_on(self, number: int, line: str) -> None:
        """Join a paragraph to the entry above that did not end."""
        last = self.lines[-1]
        if last.award is None:
            self._other(number, line, "title")
            return
        written = last.written[Field.NAME].text
        self.lines.pop()
        self.groups.count(-1)
        self.named -= 1
        self._entry(last.row, line, f"{written} {line}")
        self._other(number, line, "joined")

    def _enter(self, number: int, line: str, group: Group, *, silent: bool = False) -> None:
        if not silent:
            self._other(number, line, "group")
            group.line = self.lines[-1]
        self.groups.enter(group)
        self.open_text = []

    def _read_titles(self) -> None:
        if self.title_texts:
            self.titles = read_titles(self.title_texts).over(self.titles)
            self.title_texts = []

    def _other(self, number: int, line: str, why: str) -> None:
        self.lines.append(BookLine(self.sheet, number, ignored=why, text=line))


def reads_like_list(texts: Sequence[str]) -> bool:
    """Tell whether paragraphs behind a table go on with a list: an award in a heading, and numbered lines."""
    marked = sum(
        1 for text in texts if (found := split_mark(one_line(text))) and found[0] in ("digits", "dash")
    )
    return marked >= 2 and any(read_group(one_line(text), may_be_unit=False) for text in texts)
