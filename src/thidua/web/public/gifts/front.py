"""The drives that take gifts today, on the first page."""

from __future__ import annotations

from datetime import date
from typing import Final

from django.urls import reverse
from django.utils.translation import gettext as _

from thidua.contributions.models import Drive
from thidua.contributions.queries import running
from thidua.web.shell.front_page import Block, Line

MOST: Final = 3


def running_drives(today: date) -> Block | None:
    """Return the drives that began last; one query."""
    rows = running(Drive.objects.all(), today).order_by("-starts_on", "-pk")[:MOST]
    lines = tuple(
        Line(
            row.name,
            reverse("public-drive", args=[row.slug]),
            row.purpose,
            provenance=row.provenance,
            language="vi",
        )
        for row in rows
    )
    return (
        Block(_("Gifts"), lines, _("All drives, and where the gifts went"), reverse("public-gifts"))
        if lines
        else None
    )
