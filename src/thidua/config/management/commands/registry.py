"""`thidua registry`: the register without a browser; each subcommand is a module of `config.registry_commands`."""

from __future__ import annotations

import importlib
import pkgutil
from typing import Any, Protocol, cast

from django.core.management.base import BaseCommand, CommandParser

from thidua.config import registry_commands


class Subcommand(Protocol):
    """What a module of `registry_commands` holds."""

    HELP: str

    def add_arguments(self, parser: CommandParser) -> None:
        """Declare what may be chosen."""

    def handle(self, command: BaseCommand, options: dict[str, Any]) -> None:
        """Do it, and write to the command's output."""


def subcommands() -> dict[str, Subcommand]:
    """Return the subcommands by the word that is typed: that of the module, or its `NAME`."""
    found = sorted(module.name for module in pkgutil.iter_modules(registry_commands.__path__))
    modules = {
        name: importlib.import_module(f"{registry_commands.__name__}.{name}")
        for name in found
        if not name.startswith("_")
    }
    return {
        getattr(module, "NAME", name.replace("_", "-")): cast(Subcommand, module)
        for name, module in modules.items()
    }


class Command(BaseCommand):
    """Hand the options to the subcommand that was named."""

    help = "The register: import and undo books, look for identities."

    def add_arguments(self, parser: CommandParser) -> None:
        """Declare each subcommand with its own options."""
        chosen = parser.add_subparsers(dest="subcommand", metavar="SUBCOMMAND", required=True)
        for name, module in subcommands().items():
            module.add_arguments(chosen.add_parser(name, help=module.HELP, description=module.HELP))

    def handle(self, *_args: Any, **options: Any) -> None:
        """Run the subcommand."""
        subcommands()[options["subcommand"]].handle(self, options)
