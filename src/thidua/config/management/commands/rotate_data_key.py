"""`thidua rotate-data-key`: seal all personal data anew with another key."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.utils import translation
from django.utils.translation import gettext as _

from thidua.config.registry_commands._console import actor, add_actor, refuse, sentences, speak_utf_8
from thidua.core.vietnamese.numbers import format_number
from thidua.orgs.actions import rotate_data_key
from thidua.support.refusals import Refused


class Command(BaseCommand):
    """Stopped in the middle it is finished by running it again; the old key stays for old backups."""

    help = "Put a new key of personal data in use and seal everything with it."

    def add_arguments(self, parser: CommandParser) -> None:
        """Declare who acts."""
        add_actor(parser)

    def handle(self, *_args: Any, **options: Any) -> None:
        """Rotate, and name whose values could not be opened."""
        speak_utf_8()
        with translation.override(options["lang"]):
            try:
                done = rotate_data_key(by=actor(self, options["account"]))
            except Refused as refused:
                refuse(self, *sentences(refused))
            told = {"key": done.key_id, "count": format_number(done.resealed)}
            self.stdout.write(_("Key %(key)s is in use; sealed anew: %(count)s.") % told)
            for person in done.unreadable:
                self.stderr.write(
                    _("Cannot be opened, enter again: person no. %(number)s") % {"number": person}
                )
            if done.unreadable:
                raise SystemExit(1)
