"""`thidua registry identities`: look for lines that may be about one person; officers answer them on screen."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any, Final

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.translation import gettext as _

from thidua.registry.actions import find_identities
from thidua.registry.identities.engines import Engine, EngineMissing
from thidua.support.refusals import Refused

HELP: Final = "Look for lines of the register that may be about one person; nobody is merged."


def add_arguments(parser: CommandParser) -> None:
    """Declare the engine and the form of the answer."""
    parser.add_argument(
        "--engine",
        choices=[str(one) for one in Engine],
        default=str(Engine.DUCKDB),
        help="duckdb on this machine; spark for a country (pip install 'thidua[spark]')",
    )
    parser.add_argument("--json", action="store_true", help="print the counts as JSON")


def handle(command: BaseCommand, options: dict[str, Any]) -> None:
    """Look, store what was found, and say how much."""
    try:
        found = find_identities(by=None, engine=Engine(options["engine"]))
    except (EngineMissing, Refused) as fault:
        raise CommandError(str(fault)) from fault
    if options["json"]:
        command.stdout.write(json.dumps(asdict(found), ensure_ascii=False))
        return
    command.stdout.write(
        _(
            "%(persons)s persons and %(awards)s awards without a person were compared in %(seconds)s s: "
            "%(waiting)s pairs wait for an answer, %(new)s of them new."
        )
        % asdict(found)
    )
