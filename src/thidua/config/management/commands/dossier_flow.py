"""`thidua dossier-flow`: the page about the way of a dossier, made from the table of moves."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from thidua.core.workflow.flow_page import dossier_page


class Command(BaseCommand):
    """Print the page, or write it to a file."""

    help = "Print the way of a dossier: diagram, states with both labels, moves; or write it to a file."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        """Declare where to write."""
        parser.add_argument("file", nargs="?", help="a Markdown file to write")

    def handle(self, *args: Any, **options: Any) -> None:
        """Write the page."""
        if options["file"]:
            Path(options["file"]).write_text(dossier_page(), encoding="utf-8")
        else:
            self.stdout.write(dossier_page())
