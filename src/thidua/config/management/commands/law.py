"""`thidua law`: an award as the law has it on a day, what changed between two days, and the pages of the docs."""

from __future__ import annotations

import difflib
import json
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any, Final, NoReturn

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from thidua.core.language import Language, Wording
from thidua.core.law.book import LawBook
from thidua.core.law.reading import LawRefused, load_law
from thidua.core.law.summaries.award import summarise
from thidua.core.law.summaries.award_outline import award_outline
from thidua.core.law.summaries.changes_outline import changes_outline
from thidua.core.law.summaries.diff import compare
from thidua.core.law.summaries.pages import in_order, pages
from thidua.core.law.summaries.plain_data import as_data
from thidua.core.law.summaries.text import as_text
from thidua.core.vietnamese.dates import DateRefused, format_date, parse_date

BAD_INPUT: Final = 2


class Command(BaseCommand):
    """Answer from the law data alone; bad input is told in a sentence and leaves 2."""

    help = "Show an award as the law has it on a day, or what changed between two days."
    requires_system_checks: list[str] = []  # nothing of the installation is used, least of all its database

    def add_arguments(self, parser: CommandParser) -> None:
        """Declare the four questions."""
        subjects = parser.add_subparsers(dest="subject", required=True)
        show = subjects.add_parser("show", help="an award on a day: who decides, standards, bonus, procedure")
        show.add_argument("award", help="the award's code; `thidua law list` tells them")
        show.add_argument("--on", metavar="DATE", help="the day (default: today)")
        diff = subjects.add_parser("diff", help="what changed for an award between two days")
        diff.add_argument("award", help="the award's code; `thidua law list` tells them")
        diff.add_argument("--from", dest="before", metavar="DATE", required=True, help="the earlier day")
        diff.add_argument("--to", dest="after", metavar="DATE", required=True, help="the later day")
        list_ = subjects.add_parser("list", help="every award: its code and its name on a day")
        list_.add_argument("--on", metavar="DATE", help="the day (default: today)")
        docs = subjects.add_parser("docs", help="write a page per award, in both languages")
        docs.add_argument("folder", type=Path, help="where to: FOLDER/vi/*.md and FOLDER/en/*.md")
        docs.add_argument("--on", metavar="DATE", help="the day (default: today)")
        for subject in (show, diff, list_, docs):
            subject.add_argument("--lang", choices=("vi", "en"), default="vi", help="language of the answer")
        for subject in (show, diff, list_):
            subject.add_argument("--json", action="store_true", help="print JSON, in both languages")

    def handle(self, *_args: Any, **options: Any) -> None:
        """Answer one question."""
        speak_utf_8()
        self.language: Language = options["lang"]
        try:
            self.book = load_law()
        except LawRefused as refused:
            raise CommandError(str(refused), returncode=BAD_INPUT) from refused
        answers: dict[str, Callable[[dict[str, Any]], None]] = {
            "show": self.show, "diff": self.diff, "list": self.list, "docs": self.docs,
        }  # fmt: skip
        answers[options["subject"]](options)

    def show(self, options: dict[str, Any]) -> None:
        """Print an award on a day."""
        summary = summarise(self.book, self.award(options["award"]), self.day(options["on"]))
        if options["json"]:
            self.print_json(summary)
        else:
            self.stdout.write(as_text(award_outline(summary, self.language)), ending="")

    def diff(self, options: dict[str, Any]) -> None:
        """Print what changed for an award between two days."""
        award = self.award(options["award"])
        before, after = self.day(options["before"]), self.day(options["after"])
        if after < before:
            days = f"--from {format_date(before)}, --to {format_date(after)}"
            self.refuse(
                f"Ngày sau có trước ngày đầu ({days}): đổi chỗ hai ngày.",
                f"The later day comes before the earlier one ({days}): swap them.",
            )
        changes = compare(self.book, award, before, after)
        if options["json"]:
            self.print_json(changes)
        else:
            self.stdout.write(as_text(changes_outline(changes, self.language)), ending="")

    def list(self, options: dict[str, Any]) -> None:
        """Print every award: its code and its name on the day."""
        on = self.day(options["on"])
        awards = in_order(self.book)
        if options["json"]:
            self.print_json([{"code": award.code, "name": award.name_on(on)} for award in awards])
            return
        width = max(len(award.code) for award in awards)
        for award in awards:
            self.stdout.write(f"{award.code:<{width}}  {award.name_on(on).say(self.language)}")

    def docs(self, options: dict[str, Any]) -> None:
        """Write the pages of the docs."""
        folder: Path = options["folder"]
        written = 0
        for name, text in pages(self.book, self.day(options["on"])):
            target = folder / name
            try:
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_text(text, encoding="utf-8")
            except OSError as error:
                self.refuse(
                    f"Không ghi được {target}: {error.strerror}.",
                    f"{target} cannot be written: {error.strerror}.",
                )
            written += 1
        self.tell(f"Đã ghi {written} trang vào {folder}.", f"Wrote {written} pages to {folder}.")

    def award(self, code: str) -> str:
        """Return an award's code; refuse one that the book does not hold, naming the nearest."""
        if code not in self.book.awards:
            near = nearest(self.book, code)
            vi = f" Có phải: {', '.join(near)}?" if near else " Xem `thidua law list`."
            en = f" Did you mean: {', '.join(near)}?" if near else " See `thidua law list`."
            self.refuse(f"Không có danh hiệu, hình thức “{code}”.{vi}", f"There is no award “{code}”.{en}")
        return code

    def day(self, typed: str | None) -> date:
        """Return the day typed, today when none is; refuse what is no day, or lies before the first text."""
        if typed is None:
            return timezone.localdate()
        try:
            day = parse_date(typed)
        except DateRefused:
            self.refuse(
                f"“{typed}” không phải là một ngày: hãy viết như 2024-01-31 hoặc 31/01/2024.",
                f"“{typed}” is not a date: write it as 2024-01-31 or 31/01/2024.",
            )
        first = self.book.first_day()
        if day < first:
            self.refuse(
                f"Ngày {format_date(day)} có trước văn bản đầu tiên trong dữ liệu: hãy chọn từ {format_date(first)}.",
                f"{format_date(day)} lies before the first text of the data: choose {format_date(first)} or later.",
            )
        return day

    def refuse(self, vi: str, en: str) -> NoReturn:
        """End with a sentence and the code for bad input."""
        self.stderr.write(Wording(vi, en).say(self.language), self.style.ERROR)
        raise SystemExit(BAD_INPUT)

    def tell(self, vi: str, en: str) -> None:
        """Print a sentence."""
        self.stdout.write(Wording(vi, en).say(self.language))

    def print_json(self, value: object) -> None:
        """Print plain data."""
        self.stdout.write(json.dumps(as_data(value), ensure_ascii=False, indent=2))


def nearest(book: LawBook, typed: str) -> list[str]:
    """Return the codes most like what was typed: as letters, or by one of the award's names."""
    codes = difflib.get_close_matches(typed.lower().replace("-", "_"), book.awards, n=3, cutoff=0.6)
    if codes:
        return codes
    names = {
        name.lower(): award.code for award in book.awards.values() for name in (award.name.vi, award.name.en)
    }
    found = [names[name] for name in difflib.get_close_matches(typed.lower(), names, n=3, cutoff=0.6)]
    within = [code for name, code in names.items() if typed.lower() in name]
    return list(dict.fromkeys([*found, *within]))[:3]


def speak_utf_8() -> None:
    """Print UTF-8 whatever the locale says."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace")
