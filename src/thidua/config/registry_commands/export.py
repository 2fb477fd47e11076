"""`thidua registry export`: every decision and award with its sources, the same content always as the same bytes."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any, Final

from django.core.management.base import BaseCommand, CommandParser
from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _

from thidua.config.registry_commands._console import add_language, refuse, speak_utf_8
from thidua.registry.export.writing import FORMATS

HELP: Final = "Write every decision and award with its sources; the same register gives the same bytes."


def add_arguments(parser: CommandParser) -> None:
    """Declare where to, and in which form."""
    parser.add_argument("file", nargs="?", type=Path, help="the file to write (default: standard output)")
    parser.add_argument(
        "--format",
        choices=sorted(FORMATS),
        default="csv",
        help="csv: an award a line; json: a decision a line",
    )
    add_language(parser)


def handle(command: BaseCommand, options: dict[str, Any]) -> None:
    """Write the file; the count goes to the error output, so that the export can be piped."""
    speak_utf_8()
    write = FORMATS[options["format"]]
    with translation.override(options["lang"]), transaction.atomic():
        try:
            if options["file"] is None:
                count = write(getattr(command.stdout, "_out", sys.stdout))
            else:
                with options["file"].open("w", encoding="utf-8", newline="") as out:
                    count = write(out)
        except OSError as error:
            told = {"file": options["file"], "why": error.strerror}
            refuse(command, _("%(file)s cannot be written: %(why)s.") % told)
        command.stderr.write(_("%(count)s awards written.") % {"count": count})
