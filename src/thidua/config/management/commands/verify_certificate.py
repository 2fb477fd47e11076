"""`thidua verify-certificate`: whether the text of a certificate's QR is signed, with nothing but the public keys."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any, Final

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.translation import gettext as _

from thidua.core.vietnamese.dates import format_date
from thidua.support.documents.proof.keyring import read_public_keys
from thidua.support.documents.proof.keys import PublicKey
from thidua.support.documents.proof.payload import verify
from thidua.support.refusals import Refused

NOT_PROVED: Final = 1
BAD_INPUT: Final = 2


class Command(BaseCommand):
    """Needs neither network nor database; leaves 0 when proved, 1 when not, 2 for keys that cannot be read."""

    help = "Check the text of a certificate's QR with the public keys alone, without a network."
    requires_system_checks: list[str] = []  # nothing of the installation is used, least of all its database

    def add_arguments(self, parser: CommandParser) -> None:
        """Declare the text and the file of keys."""
        parser.add_argument(
            "text", nargs="?", default="-", help="what the QR says; - or nothing reads it from standard input"
        )
        parser.add_argument(
            "--keys", required=True, type=Path, help="khoa-cong-khai.json or .pem of /xac-minh"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Say what is proved, or why nothing is."""
        text = sys.stdin.read() if options["text"] == "-" else options["text"]
        try:
            proof = verify(text, _keys(options["keys"]))
        except Refused as refused:
            said = " ".join(str(one) for sentences in refused.faults.values() for one in sentences)
            raise CommandError(said, returncode=NOT_PROVED) from refused
        lines = [
            _("Proved: the office signed exactly these words."),
            f"  {_('Code')}: {proof.code}",
            f"  {_('Holder')}: {proof.name}",
            f"  {_('Award given')}: {proof.award}",
            f"  {_('Decision')}: {proof.decision_number}, {format_date(proof.decided_on)}",
            _("Whether it was replaced or revoked later, only /xac-minh knows."),
        ]
        self.stdout.write("\n".join(lines))


def _keys(path: Path) -> list[PublicKey]:
    try:
        keys = read_public_keys(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, KeyError, TypeError) as fault:
        keys = []
        cause: Exception | None = fault
    else:
        cause = None
    if not keys:
        raise CommandError(
            _("There are no public keys in %(file)s. Download them from /xac-minh.") % {"file": path},
            returncode=BAD_INPUT,
        ) from cause
    return keys
