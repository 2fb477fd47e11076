"""`thidua bench`: how fast this machine keeps the promises of speed and size."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, Final

from django.core.management.base import BaseCommand, CommandParser

from thidua.config.bench import certificates, demonstration, dossiers, province_year
from thidua.config.bench.law import engine as law
from thidua.config.bench.measurement import Measurement, json_line, table
from thidua.config.bench.throwaway import throwaway_database

SUBJECTS: Final[dict[str, Callable[[str], Iterator[Measurement]]]] = {
    "law": law.measure,
    "province-year": province_year.measure,
    "certificates": certificates.measure,
    "dossiers": dossiers.measure,
    "demonstration": demonstration.measure,
}


class Command(BaseCommand):
    """Measure on generated data in a database of its own; print one JSON line per measurement and a table."""

    help = "Measure speed on generated data; one JSON line per measurement."

    def add_arguments(self, parser: CommandParser) -> None:
        """Declare what may be chosen."""
        parser.add_argument("--only", choices=SUBJECTS, help="one subject")

    def handle(self, *_args: Any, **options: Any) -> None:
        """Measure each subject in a fresh database."""
        measured = []
        for name, measure in SUBJECTS.items():
            if options["only"] not in {None, name}:
                continue
            with throwaway_database() as database:
                for measurement in measure(database):
                    measured.append(measurement)
                    self.stdout.write(json_line(measurement))
        self.stdout.write("")
        self.stdout.write(table(measured))
