"""`thidua simulate-year`: let a year of dossiers pass through the real actions, and print its statistics."""

from __future__ import annotations

import gc
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.test.utils import override_settings
from django.utils import translation
from django.utils.translation import gettext as _

from thidua.config.bench.throwaway import throwaway_database
from thidua.config.simulation.outcome import as_json, as_text, outcome_of
from thidua.config.simulation.year import simulate
from thidua.demo.load import is_loaded
from thidua.lawbook.queries import current_book
from thidua.orgs.models import Unit
from thidua.support.audit.queries import verify_chain

YEARS = range(2024, 2101)


class Command(BaseCommand):
    """Meant for measuring and for showing what the statistics look like; every dossier is marked as illustrative."""

    help = "Let a year of dossiers pass through the real actions, and print its statistics."

    def add_arguments(self, parser: CommandParser) -> None:
        """Declare what may be chosen."""
        parser.add_argument("--dossiers", type=int, default=12537, help="how many dossiers in the year")
        parser.add_argument("--seed", type=int, default=1, help="the same seed gives the same statistics")
        parser.add_argument("--year", type=int, default=2025, help="which year passes")
        parser.add_argument("--json", action="store_true", help="print the statistics as JSON")
        parser.add_argument(
            "--here",
            action="store_true",
            help="write into the installation's own database (empty or demonstration) instead of a throw-away one",
        )

    def handle(self, *_args: Any, **options: Any) -> None:
        """Simulate and print; progress goes to the error output, so that the figures can be piped."""
        if options["dossiers"] < 1:
            raise CommandError(_("Give at least one dossier."))
        if options["year"] not in YEARS:
            raise CommandError(_("Choose a year from %(first)s on.") % {"first": YEARS[0]})
        language = translation.get_language() or "vi"
        with self._place(options["here"]), translation.override(language):
            self._simulate(options)

    @contextmanager
    def _place(self, here: bool) -> Iterator[None]:
        if here:
            if Unit.objects.exists() and not is_loaded():
                raise CommandError(
                    _(
                        "This database is in use. Simulate in an empty one, in the demonstration, or without --here."
                    )
                )
            yield
            return
        with tempfile.TemporaryDirectory(prefix="thidua-year-") as folder:
            files = {"VAR": Path(folder), "MEDIA_ROOT": Path(folder) / "uploads", "CERTIFICATE_KEY": ""}
            with override_settings(**files), throwaway_database():
                yield

    def _simulate(self, options: dict[str, Any]) -> None:
        started, worked = time.monotonic(), time.process_time()
        month = 0

        def progress(day: date, in_flight: int) -> None:
            nonlocal month
            if day.month != month:
                month = day.month
                told = _("%(month)02d/%(year)s: %(count)s dossiers with the office, %(seconds).0f s")
                seconds = time.monotonic() - started
                named = {"month": month, "year": day.year, "count": in_flight, "seconds": seconds}
                self.stderr.write(told % named)

        # The law book and the code live as long as the process: the collector need not pass over them each time.
        current_book()
        gc.collect()
        gc.freeze()
        simulation = simulate(options["dossiers"], options["seed"], options["year"], progress)
        seconds, processor = time.monotonic() - started, time.process_time() - worked
        outcome = outcome_of(simulation, options["seed"])
        self.stdout.write(as_json(outcome) if options["json"] else as_text(outcome))
        verdict = verify_chain()
        if not verdict.intact:
            raise CommandError(_("The audit log does not verify after the simulation."))
        told = _(
            "The year took %(seconds).1f s (%(processor).1f s of this processor); "
            "the audit log is intact: %(rows)s rows."
        )
        named = {"seconds": seconds, "processor": processor, "rows": verdict.checked}
        self.stderr.write(told % named)
