"""`thidua synth`: write a synthetic country for measuring, all of it marked as test data."""

from __future__ import annotations

import time
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.translation import gettext as _

from thidua.config.synth.country import Size, reporter, write_country
from thidua.config.synth.loading import undisturbed
from thidua.config.synth.target import NotHere, connected_to, new_file, require_empty, thrown_away_if_broken


class Command(BaseCommand):
    """Write units, persons with careers, decisions and awards into a new or empty database."""

    help = "Write a synthetic country for measuring into a new or empty database."

    def add_arguments(self, parser: CommandParser) -> None:
        """Declare what may be chosen."""
        parser.add_argument("--awards", type=int, required=True, help="how many awards")
        parser.add_argument("--seed", type=int, default=1, help="the same seed writes the same rows")
        parser.add_argument(
            "--provinces", type=int, default=0, help="about 1,030 units each; 0 for as many as fit"
        )
        parser.add_argument(
            "--into", default="", help="database address; left out, a new SQLite file in the VAR folder"
        )

    def handle(self, *_args: Any, **options: Any) -> None:
        """Write; progress goes to the error output."""
        if options["awards"] < 1 or options["provinces"] < 0:
            raise CommandError(_("Give at least one award."))
        size = Size(options["awards"], options["seed"], options["provinces"])
        started = time.monotonic()
        try:
            made = None if options["into"] else new_file(settings.VAR, size.awards, size.seed)
            url = options["into"] or f"sqlite:///{made}"
            with thrown_away_if_broken(made), connected_to(url):
                call_command("migrate", verbosity=0)
                require_empty()
                say, progress = reporter(self.stderr.write)
                with undisturbed():
                    counts = write_country(size, say=say, progress=progress)
        except NotHere as refusal:
            raise CommandError(str(refusal)) from refusal
        for name, count in counts.items():
            self.stdout.write(f"{count:>12,}  {name}")
        self.stdout.write(f"{time.monotonic() - started:>12,.0f}  s")
        self.stdout.write(url)
