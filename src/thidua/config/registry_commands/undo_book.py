"""`thidua registry undo BATCH`: take an imported book out of the register as a whole."""

from __future__ import annotations

from typing import Any, Final

from django.core.management.base import BaseCommand, CommandParser
from django.utils import translation
from django.utils.translation import gettext as _

from thidua.config.registry_commands._console import actor, add_actor, refuse, sentences, speak_utf_8
from thidua.registry.actions import undo_book
from thidua.registry.models import BookImport
from thidua.support.refusals import Refused

NAME: Final = "undo"
HELP: Final = "Take an imported book out of the register as a whole."


def add_arguments(parser: CommandParser) -> None:
    """Declare which import, and why."""
    parser.add_argument("batch", type=int, metavar="BATCH", help="number of the import; `books` tells them")
    parser.add_argument("--reason", default="", help="why; it stays with the record")
    add_actor(parser)


def handle(command: BaseCommand, options: dict[str, Any]) -> None:
    """Undo, or say what rests on it and leave 2."""
    speak_utf_8()
    with translation.override(options["lang"]):
        by = actor(command, options["account"])
        book = BookImport.objects.filter(pk=options["batch"]).first()
        if book is None:
            refuse(command, _("There is no import no. %(number)s.") % {"number": options["batch"]})
        reason = options["reason"] or _("Undone on the command line.")
        try:
            undo_book(book=book, reason=reason, by=by)
        except Refused as refused:
            refuse(command, *sentences(refused))
        command.stdout.write(_("Import no. %(number)s is undone.") % {"number": book.pk})
