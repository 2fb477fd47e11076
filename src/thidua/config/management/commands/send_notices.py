"""`thidua send-notices`: remind of what is due, and send the e-mails of the outbox."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone
from django.utils.translation import gettext as _

from thidua.nominations.reminding import remind
from thidua.support.notices.actions import send_due
from thidua.web.workspace.notices.mail import foot


class Command(BaseCommand):
    """Meant for a timer every few minutes; run twice at once, or twice a day, it tells and sends nothing twice."""

    help = "Remind of dossiers that are due, and send the e-mails that wait in the outbox."

    def handle(self, *args: Any, **options: Any) -> None:
        """Remind, send, and say how many."""
        due = remind(timezone.localdate())
        left, kept = send_due(foot=foot)
        self.stdout.write(
            _("Reminded of %(due)s dossiers. E-mails sent: %(left)s, not sent: %(kept)s.")
            % {"due": due, "left": left, "kept": kept}
        )
