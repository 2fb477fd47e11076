"""`thidua audit verify`: is the log as it was written?"""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from thidua.support.audit.queries import Break, verify_chain


class Command(BaseCommand):
    """Checks the hash chain and names the first broken row."""

    help = "Check the audit log: `thidua audit verify` reads the whole chain and names the first broken row."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("what", choices=["verify"])

    def handle(self, *args: Any, **options: Any) -> None:
        verdict = verify_chain()
        if verdict.intact:
            self.stdout.write(
                _("The audit log is intact: %(count)s rows checked.") % {"count": verdict.checked}
            )
            return
        sentences = {
            Break.MISSING: _("Row %(row)s of the audit log is missing."),
            Break.CHANGED: _("Row %(row)s of the audit log was changed after it was written."),
            Break.UNLINKED: _("Row %(row)s of the audit log does not follow the row before it."),
            Break.TAIL: _("The audit log ends too early: row %(row)s and later are missing."),
        }
        assert verdict.why is not None
        raise CommandError(
            sentences[verdict.why] % {"row": verdict.broken_sequence}
            + " "
            + _("The %(count)s rows before it are intact. Compare with a backup.")
            % {"count": verdict.checked}
        )
