"""`thidua build-assets`: make the files that pages need and that are not kept in the repository."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _

from thidua.web.shell import fonts


class Command(BaseCommand):
    """Build what is out of date; a second run changes nothing."""

    help = "Make the fonts that the screens use."

    def handle(self, *_args: Any, **options: Any) -> None:
        """Cut the typeface down and tell the size of each file."""
        written = fonts.build(settings.ASSETS / "fonts")
        if options["verbosity"] == 0:
            return
        for path in written:
            size = round(path.stat().st_size / 1024)
            self.stdout.write(_("%(file)s: %(size)s KB") % {"file": path.name, "size": size})
        if not written:
            self.stdout.write(_("The fonts are up to date."))
