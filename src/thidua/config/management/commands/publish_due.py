"""`thidua publish-scheduled`: bring out the articles whose hour has come."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _

from thidua.portal.actions.publish_due import publish_due


class Command(BaseCommand):
    """Meant for a timer every few minutes; run twice, it publishes nothing twice."""

    help = "Publish the articles whose hour has come, and take away those that have expired."

    def handle(self, *args: Any, **options: Any) -> None:
        """Publish, and say how many."""
        done = publish_due()
        self.stdout.write(
            _("Articles published: %(published)s, taken away: %(taken_away)s.")
            % {"published": done.published, "taken_away": done.taken_away}
        )
