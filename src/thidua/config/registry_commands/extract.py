"""`thidua registry extract`: everything that is held about one person, as a ZIP."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

from django.core.management.base import BaseCommand, CommandParser
from django.utils import translation
from django.utils.translation import gettext as _

from thidua.config.registry_commands._console import actor, add_actor, refuse, sentences, speak_utf_8
from thidua.orgs.models import Person
from thidua.registry.actions import extract_person
from thidua.support.documents.secret_files import write_secret
from thidua.support.refusals import Refused

HELP: Final = "Write everything that is held about a person into a ZIP; the log keeps who did it and why."


def add_arguments(parser: CommandParser) -> None:
    """Declare whom, why and where to."""
    parser.add_argument("person", type=int, help="number of the person, as in the address of their page")
    parser.add_argument("file", type=Path, help="the ZIP to write; it must not be there yet")
    parser.add_argument("--reason", required=True, help="why, for example the number of the request")
    add_actor(parser)


def handle(command: BaseCommand, options: dict[str, Any]) -> None:
    """Write the file, readable by its owner only."""
    speak_utf_8()
    with translation.override(options["lang"]):
        person = Person.objects.filter(pk=options["person"]).first()
        if person is None:
            refuse(command, _("There is no person no. %(number)s.") % {"number": options["person"]})
        if options["file"].exists():
            refuse(command, _("%(file)s is there already. Name another file.") % {"file": options["file"]})
        by = actor(command, options["account"])
        try:
            content = extract_person(person=person, reason=options["reason"], by=by)
            write_secret(options["file"], content)
        except Refused as refused:
            refuse(command, *sentences(refused))
        except OSError as error:
            told = {"file": options["file"], "why": error.strerror}
            refuse(command, _("%(file)s cannot be written: %(why)s.") % told)
        command.stdout.write(_("Written: %(file)s") % {"file": options["file"]})
