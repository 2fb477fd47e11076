"""`thidua`: the one command-line entry, listing only what a person would use."""

from __future__ import annotations

import os
import sys
from typing import Final

# command as typed → (Django command, what it does)
COMMANDS: Final = {
    "serve": ("serve", "Serve the site on this machine."),
    "migrate": ("migrate", "Bring the database up to this version."),
    "demo": ("demo", "Load the demonstration province (Lạng Sơn 2019)."),
    "create-administrator": ("create_administrator", "Open the first account of an installation."),
    "closing-report": ("closing_report", "Print or export the closing report of a movement or year."),
    "import-observations": ("import_observations", "Import figures from an XLSX or CSV file."),
    "appraise": ("appraise", "Judge the cases of a YAML file by the law, with reasons."),
    "law": ("law", "Show an award as the law has it on a day, or what changed between two days."),
    "simulate-year": ("simulate_year", "Let a year of invented dossiers pass, and print its statistics."),
    "synth": ("synth", "Write a synthetic country for measuring into a new or empty database."),
    "registry": ("registry", "The register: import and undo old books, look for identities."),
    "retention": ("retention", "List what is past its period of retention; with --erase, erase it."),
    "rotate-data-key": ("rotate_data_key", "Seal personal data anew with another key."),
    "dossier-flow": ("dossier_flow", "Print the way of a dossier: diagram, states and moves."),
    "send-notices": ("send_notices", "Remind of what is due and send the e-mails of the outbox."),
    "publish-scheduled": ("publish_due", "Publish the articles whose hour has come."),
    "count-views": ("count_views", "Count the views in the journal; the served site does it by itself."),
    "verify-certificate": (
        "verify_certificate",
        "Check the text of a certificate's QR with the public keys alone.",
    ),
    "audit": ("audit", "`audit verify` checks the audit log and names the first broken row."),
    "bench": ("bench", "Measure speed on generated data; one JSON line per measurement."),
    "build-assets": ("build_assets", "Make the fonts that the screens use."),
    "collectstatic": ("collectstatic", "Gather static files for serving."),
    "check": ("check", "Check the installation for faults."),
    "shell": ("shell", "A Python prompt inside the installation, for technicians."),
}


def usage() -> str:
    """Return the help text: one line per command."""
    width = max(map(len, COMMANDS))
    lines = [f"  {name:<{width}}  {purpose}" for name, (_, purpose) in COMMANDS.items()]
    return "\n".join(
        [
            "thidua – emulation and commendation for a province",
            "",
            "usage: thidua COMMAND [options]",
            "",
            *lines,
            "",
            "`thidua COMMAND --help` tells the options of a command.",
        ]
    )


def main(arguments: list[str] | None = None) -> None:
    """Run the command named on the command line; unknown names print the list and exit with 2."""
    given = sys.argv[1:] if arguments is None else arguments
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "thidua.config.settings")
    if not given or given[0] in {"-h", "--help", "help"}:
        print(usage())
        return
    name, rest = given[0], given[1:]
    if name not in COMMANDS:
        print(f"thidua: there is no command “{name}”.\n\n{usage()}", file=sys.stderr)
        raise SystemExit(2)
    from django.core.management import execute_from_command_line

    try:
        execute_from_command_line(["thidua", COMMANDS[name][0], *rest])
        sys.stdout.flush()
    except BrokenPipeError:
        # The reader has seen enough (`thidua appraise FILE | head`): no fault, and nothing more to print.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise SystemExit(0) from None
