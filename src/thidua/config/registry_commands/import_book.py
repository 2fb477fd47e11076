"""`thidua registry import FILE`: an old book into the register, or only what would become of its rows."""

from __future__ import annotations

import hashlib
import json
import sys
from pathlib import Path
from typing import Any, Final

from django.core.management.base import BaseCommand, CommandParser
from django.db import DatabaseError
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from thidua.config.registry_commands._console import (
    DONE,
    OPEN,
    Progress,
    actor,
    add_actor,
    refuse,
    sentences,
    speak_utf_8,
    without_collector,
)
from thidua.orgs.enums import UnitKind
from thidua.orgs.models import Unit
from thidua.registry.actions import confirm_book, discard_book, read_book, take_book
from thidua.registry.actions.read_book import described
from thidua.registry.books.on_record import EmptyRegister, OnRecord, Register
from thidua.registry.books.staging import stored_line, twin_words, twins_of
from thidua.registry.books.storing import in_portions
from thidua.registry.books.telling import book_told, row_told
from thidua.registry.books.verdicts import judge
from thidua.registry.books.whole_reading import Choices, learned_spellings, read_file
from thidua.registry.enums import RowVerdict
from thidua.registry.models import BookImport, Conferral
from thidua.support.refusals import Refused

NAME: Final = "import"
HELP: Final = "Import an old book (XLSX, XLS, ODS, CSV, tables of DOCX); --dry-run only tells of its rows."
MOST_SHOWN: Final = 200
Told = dict[str, Any]


def add_arguments(parser: CommandParser) -> None:
    """Declare the file and what is to become of it."""
    parser.add_argument("file", type=Path, help="the book")
    parser.add_argument("--dry-run", action="store_true", help="only tell what would become of each row")
    parser.add_argument("--json", action="store_true", help="print JSON: rows, counts, sheets")
    parser.add_argument(
        "--unit", metavar="KEY", help="the unit that keeps the awards (default: the province)"
    )
    parser.add_argument("--title", default="", help="what the import is called (default: the file's name)")
    parser.add_argument("--yes", action="store_true", help="save without asking")
    add_actor(parser)


def handle(command: BaseCommand, options: dict[str, Any]) -> None:
    """Read, print, save; leaves 0 when every row was read, 1 for open rows, 2 when the file cannot be read."""
    speak_utf_8()
    with translation.override(options["lang"]), without_collector():
        try:
            told = _done(command, options)
        except Refused as refused:
            if options["json"]:
                command.stdout.write(json.dumps({"faults": sentences(refused)}, ensure_ascii=False, indent=2))
            refuse(command, *sentences(refused))
        if options["json"]:
            command.stdout.write(json.dumps(told, ensure_ascii=False, indent=2))
        else:
            _print(command, told)
    counts = told["counts"]
    raise SystemExit(OPEN if counts[RowVerdict.UNREADABLE] + counts[RowVerdict.CONFLICT] else DONE)


def _done(command: BaseCommand, options: dict[str, Any]) -> Told:
    path: Path = options["file"]
    try:
        data = path.read_bytes()
    except OSError as error:
        raise Refused(_why_not_opened(error) % {"file": path, "why": error.strerror}) from error
    progress = Progress(command.stderr.write)
    if options["dry_run"]:
        return _looked_at(path, data, progress)
    by = actor(command, options["account"])
    book = take_book(data=data, name=path.name, kept_by=_unit(options["unit"]), title=options["title"], by=by)
    book = read_book(book=book, by=by, progress=progress)
    if not options["yes"] and not options["json"] and sys.stdin.isatty():
        _print(command, _told(path, data, book, None))
        if input(_("Save the new rows? [y/N] ")).strip().lower() not in {"y", "yes", "c", "có"}:
            discard_book(book=book, by=by)
            raise Refused(_("Nothing was saved."))
    try:
        book = confirm_book(book=book, by=by, progress=progress)
    except Refused as refused:  # nothing in it is new, or nothing can be read: it is told, and nothing stays
        told = _told(path, data, book, None)
        told["remarks"] = list(dict.fromkeys([*told["remarks"], *sentences(refused)]))
        discard_book(book=book, by=by)
        return told
    return _told(path, data, book, book.pk)


def _why_not_opened(error: OSError) -> str:
    if isinstance(error, FileNotFoundError):
        return _("There is no file %(file)s. Check its name and folder.")
    if isinstance(error, IsADirectoryError):
        return _("%(file)s is a folder. Give the file of one book.")
    if isinstance(error, PermissionError):
        return _("%(file)s may not be read by this account. Let it be read, or copy it.")
    return _("%(file)s cannot be opened: %(why)s.")


def _looked_at(path: Path, data: bytes, progress: Progress) -> Told:
    """Tell of a file without writing anything; a database that is not there yet holds nothing."""
    reading = read_file(
        data, path.name, Choices(), learned_spellings(), lambda *done: progress(_("Reading"), *done)
    )
    register, twins = _register(data)
    rows = judge(
        reading.book.lines,
        register,
        timezone.localdate(),
        progress=lambda *done: progress(_("Comparing with the register"), *done),
    )
    told = [row_told(row.line, row.verdict, row.faults, row.remarks, reading.tables) for row in rows]
    about = described(reading)
    about["remarks"] += twins
    return book_told(path.name, data, told, about, None)


def _register(data: bytes) -> tuple[OnRecord, list[str]]:
    try:
        Conferral.objects.exists()
        return Register(), [twin_words(twin) for twin in twins_of(hashlib.sha256(data).hexdigest())]
    except DatabaseError:
        return EmptyRegister(), []


def _told(path: Path, data: bytes, book: BookImport, batch: int | None) -> Told:
    tables = book.reading.get("tables", ())
    rows = [
        row_told(stored_line(row), row.verdict, row.faults, row.remarks, tables)
        for portion in in_portions(book.rows.order_by("ordinal").iterator(chunk_size=2000))
        for row in portion
    ]
    return book_told(path.name, data, rows, book.reading, batch)


def _unit(key: str | None) -> Unit:
    if key:
        found = Unit.objects.filter(key=key).first()
        if found is None:
            raise Refused(_("There is no unit with the key “%(key)s”.") % {"key": key})
        return found
    provinces = list(Unit.objects.filter(kind=UnitKind.PROVINCE, exists_to=None)[:2])
    if len(provinces) == 1:
        return provinces[0]
    if not Unit.objects.exists():
        raise Refused(
            _(
                "There is no unit yet that could keep the awards. Enter the province first "
                "(`thidua create-administrator`, or `thidua demo`), or look at the file with --dry-run."
            )
        )
    raise Refused(_("Say which unit keeps the awards: --unit KEY."))


def _print(command: BaseCommand, told: Told) -> None:
    shown = [row for row in told["rows"] if row["verdict"] != RowVerdict.IGNORED]
    if len(shown) > MOST_SHOWN:  # what needs somebody comes first
        shown.sort(key=lambda row: row["verdict"] in {RowVerdict.NEW.value, RowVerdict.SAME.value})
    for row in shown[:MOST_SHOWN]:
        source = row["source"]
        place = " ".join(str(part) for part in source.values() if part)
        paper = " ".join(str(row[name]) for name in ("decision_number", "decision_date", "year") if row[name])
        words = " | ".join(
            part for part in (row["name"], row["unit"], row["award"] or row["award_text"], paper) if part
        )
        command.stdout.write(f"{place}  {RowVerdict(row['verdict']).label}  {words}")
        for sentence in row["faults"]:
            command.stdout.write(f"    {sentence}")
        for sentence in row["remarks"]:
            command.stdout.write(f"    {sentence}")
    if len(shown) > MOST_SHOWN:
        command.stdout.write(_("… %(count)s rows in all") % {"count": len(shown)})
    for sentence in told["remarks"]:
        command.stdout.write(sentence)
    counts = told["counts"]
    command.stdout.write(
        ", ".join(f"{verdict.label}: {counts[verdict.value]}" for verdict in RowVerdict if counts[verdict])
    )
    if told["batch"] is not None:
        command.stdout.write(
            _("Saved as import no. %(number)s. `thidua registry undo %(number)s` takes it back.")
            % {"number": told["batch"]}
        )
    else:
        command.stdout.write(_("Nothing was saved."))
