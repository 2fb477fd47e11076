"""`thidua send-notices`: remind of what is due, and send the e-mails of the outbox."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone
from django.utils.translation import gettext as _

from thidua.nominations.telling import remind_due_soon
from thidua.support.notices.actions import send_due


class Command(BaseCommand):
    """Meant for a timer every few minutes; run twice at once it sends nothing twice."""

    help = "Remind of dossiers that are due, and send the e-mails that wait in the outbox."

    def handle(self, *args: Any, **options: Any) -> None:
        """Remind, send, and say how many."""
        due = remind_due_soon(timezone.localdate())
        left, kept = send_due()
        self.stdout.write(
            _("%(due)s dossiers are due soon or late. E-mails sent: %(left)s, not sent: %(kept)s.")
            % {"due": due, "left": left, "kept": kept}
        )
