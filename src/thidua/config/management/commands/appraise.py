"""`thidua appraise FILE`: the cases of a file judged by the law, and compared with what they expect."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from thidua.core.language import Language, Wording
from thidua.core.law.book import LawBook
from thidua.core.law.cases.choices import read_choices_file
from thidua.core.law.cases.faults import Fault
from thidua.core.law.cases.judging import Outcome, judge
from thidua.core.law.cases.plain import plain
from thidua.core.law.cases.readable import Teller
from thidua.core.law.cases.reading import read_cases
from thidua.core.law.cases.sentences import sentence
from thidua.core.law.reading import LawRefused, load_law

AS_EXPECTED, DIFFERENT, BAD_INPUT = 0, 1, 2


class Command(BaseCommand):
    """Judge, print, and leave 0: as expected, 1: a difference, 2: bad input (what else was good is judged)."""

    help = (
        "Judge the cases of a YAML file by the law. "
        "Leaves 0 when all is as expected, 1 on a difference, 2 on bad input."
    )
    requires_system_checks: list[str] = []  # nothing of the installation is used, least of all its database

    def add_arguments(self, parser: CommandParser) -> None:
        """Declare the file, the form of the answer and the Board's choices."""
        parser.add_argument("file", help="the case file; - reads what is piped in")
        parser.add_argument("--json", action="store_true", help="print JSON: one object per case")
        parser.add_argument("--lang", choices=("vi", "en"), default="vi", help="language of the text")
        parser.add_argument("--choices", metavar="FILE", help="what the Board has settled (YAML)")
        parser.add_argument("--verbose", action="store_true", help="every condition of every alternative")

    def handle(self, *_args: Any, **options: Any) -> None:
        """Read, judge and print; raises SystemExit with what came of it."""
        speak_utf_8()
        language: Language = options["lang"]
        book, faults = self._book(options["choices"], language)
        name: str = options["file"]
        read = read_cases(self._bytes(name, language), book)
        for fault in read.all_faults:
            self.stderr.write(told(fault, name, language), self.style.ERROR)
        outcomes = list(judge(read.entries, book))
        if options["json"]:
            self.stdout.write(
                json.dumps([plain(one, book) for one in outcomes], ensure_ascii=False, indent=2)
            )
        else:
            self._print(outcomes, Teller(book, language, verbose=options["verbose"]))
        raise SystemExit(result(outcomes, faulty=faults or bool(read.all_faults)))

    def _print(self, outcomes: list[Outcome], teller: Teller) -> None:
        for number, outcome in enumerate(outcomes, start=1):
            self.stdout.write(teller.tell(number, outcome) + "\n")
        if outcomes:
            self.stdout.write(teller.summary(outcomes))

    def _book(self, choices: str | None, language: Language) -> tuple[LawBook, bool]:
        """Return the law with the Board's choices over it, and whether the choices have faults."""
        try:
            book = load_law()
        except LawRefused as refused:
            raise CommandError(str(refused), returncode=BAD_INPUT) from refused
        if choices is None:
            return book, False
        chosen, faults = read_choices_file(self._bytes(choices, language), book)
        for fault in faults:
            self.stderr.write(told(fault, choices, language), self.style.ERROR)
        return book.with_choices(chosen), bool(faults)

    def _bytes(self, name: str, language: Language) -> bytes:
        try:
            return sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
        except OSError as error:
            problem = sentence("no_file", problem=Wording(str(error.strerror), str(error.strerror)))
            self.stderr.write(f"{name}: {problem.say(language)}", self.style.ERROR)
            raise SystemExit(BAD_INPUT) from error


def told(fault: Fault, file: str, language: Language) -> str:
    """Return a fault on one line, its path first; the file's name where the file itself is at fault."""
    return f"{fault.path or file}: {fault.message.say(language)}"


def result(outcomes: list[Outcome], *, faulty: bool) -> int:
    """Return the exit code."""
    if faulty:
        return BAD_INPUT
    return DIFFERENT if any(outcome.mismatches for outcome in outcomes) else AS_EXPECTED


def speak_utf_8() -> None:
    """Print UTF-8 whatever the locale says: a case file and its answer are the same on every machine."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace")
