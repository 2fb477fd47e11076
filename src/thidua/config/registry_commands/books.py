"""`thidua registry books`: the books that were imported."""

from __future__ import annotations

import json
from typing import Any, Final

from django.core.management.base import BaseCommand, CommandParser
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from thidua.config.registry_commands._console import actor, add_actor, speak_utf_8
from thidua.core.vietnamese.dates import format_date
from thidua.registry.queries.books import books_seen_by

HELP: Final = "List the books that were imported, the newest first."


def add_arguments(parser: CommandParser) -> None:
    """Declare the form of the answer."""
    parser.add_argument("--json", action="store_true", help="print JSON")
    add_actor(parser)


def handle(command: BaseCommand, options: dict[str, Any]) -> None:
    """Print one line for each book."""
    speak_utf_8()
    with translation.override(options["lang"]):
        books = list(books_seen_by(actor(command, options["account"])))
        if options["json"]:
            told = [
                {
                    "batch": book.pk,
                    "title": book.title,
                    "sha256": book.sha256,
                    "state": book.state,
                    "rows": book.row_count,
                    "entered": book.reading.get("entered"),
                    "unit": book.kept_by.key,
                    "imported_at": book.imported_at.isoformat(),
                }
                for book in books
            ]
            command.stdout.write(json.dumps(told, ensure_ascii=False, indent=2))
            return
        for book in books:
            day = format_date(timezone.localdate(book.imported_at))
            rows = _("%(count)s rows") % {"count": book.row_count}
            command.stdout.write(f"{book.pk}  {day}  {book.get_state_display()}  {rows}  {book.title}")
        if not books:
            command.stdout.write(_("No book has been imported yet."))
