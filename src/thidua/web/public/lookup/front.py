"""The newest decisions on the first page."""

from __future__ import annotations

from datetime import date
from typing import Final

from django.urls import reverse
from django.utils.translation import gettext as _

from thidua.registry.open_data.asking import public_asking
from thidua.web.public.lookup.helping import last_decisions
from thidua.web.shell.front_page import Block, Line

MOST: Final = 3


def newest_decisions(today: date) -> Block | None:
    """Return the newest decisions that are public."""
    lines = tuple(
        Line(
            title=one.paper,
            url=one.url,
            note=one.row.decided_by,
            provenance=one.row.provenance,
            language="vi",
        )
        for one in last_decisions(public_asking())[:MOST]
    )
    return Block(_("Newest decisions"), lines, _("Look up awards"), reverse("lookup")) if lines else None
