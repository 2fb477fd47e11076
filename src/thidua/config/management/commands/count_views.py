"""`thidua count-views`: add to the totals what the journal of views holds."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _

from thidua.portal.actions.count_views import count_views
from thidua.portal.counting.turn import Turn


class Command(BaseCommand):
    """The served site does it every few seconds by itself; for a site that stands still, or before a copy is made."""

    help = "Count the views that the journal holds, and delete what is no longer needed of it."

    def handle(self, *args: Any, **options: Any) -> None:
        """Count, and say how many lines."""
        turn = Turn()
        if not turn.take():
            self.stdout.write(_("The site is being served and counts by itself; nothing is to be done."))
            return
        try:
            self.stdout.write(_("Lines of the journal counted: %(count)s.") % {"count": count_views()})
        finally:
            turn.leave()
