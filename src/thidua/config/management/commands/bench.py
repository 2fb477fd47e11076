"""`thidua bench`: how fast this machine keeps the promises of speed and size."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Final

from django.core.management.base import BaseCommand, CommandParser

from thidua.config.bench import (
    certificates,
    demonstration,
    dossiers,
    province_year,
    register,
    register_identities,
    views,
)
from thidua.config.bench.law import engine as law
from thidua.config.bench.measurement import Measurement, json_line, table
from thidua.config.bench.throwaway import throwaway_database

SUBJECTS: Final[dict[str, Callable[[str], Iterator[Measurement]]]] = {
    "law": law.measure,
    "province-year": province_year.measure,
    "certificates": certificates.measure,
    "dossiers": dossiers.measure,
    "demonstration": demonstration.measure,
    "views": views.measure,
}
# What is measured in a register of `--awards`; identities need none.
LARGE: Final[dict[str, register.Part]] = {
    "register": register.searches,
    "books": register.books,
    "identities": register.searches,
}


class Command(BaseCommand):
    """Measure on generated data in a database of its own; print one JSON line per measurement and a table."""

    help = "Measure speed on generated data; one JSON line per measurement."

    def add_arguments(self, parser: CommandParser) -> None:
        """Declare what may be chosen."""
        parser.add_argument(
            "subject", nargs="?", choices=LARGE, help="a large subject, measured only when asked for"
        )
        parser.add_argument("--only", choices=SUBJECTS, help="one subject")
        parser.add_argument(
            "--awards", type=int, default=1_000_000, help="size of the register, or records to link"
        )
        parser.add_argument(
            "--seed", type=int, default=register_identities.SEED, help="which books identities link"
        )
        parser.add_argument("--engine", choices=["duckdb", "spark"], default="duckdb", help="of identities")
        parser.add_argument(
            "--keep", type=Path, help="folder that keeps the register's SQLite file for the next run"
        )

    def handle(self, *_args: Any, **options: Any) -> None:
        """Measure each subject in a fresh database."""
        if options["subject"]:
            if options["subject"] == "identities":
                told = register_identities.measure(options["awards"], options["seed"], options["engine"])
            else:
                told = self._large(options["subject"], options["awards"], options["keep"])
            self._tell(told)
            return
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

    def _large(self, subject: str, awards: int, keep: Path | None) -> Iterator[Measurement]:
        with throwaway_database() as database:
            yield from register.measure(database, awards, keep, LARGE[subject], self.stderr.write)

    def _tell(self, measurements: Iterator[Measurement]) -> None:
        measured = []
        for measurement in measurements:
            measured.append(measurement)
            self.stdout.write(json_line(measurement))
        self.stdout.write("")
        self.stdout.write(table(measured))
