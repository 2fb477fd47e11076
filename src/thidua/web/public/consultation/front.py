"""The open consultations on the first page."""

from __future__ import annotations

from datetime import date
from typing import Final

from django.urls import reverse
from django.utils.translation import gettext as _

from thidua.web.public.consultation.views.listing import open_now
from thidua.web.shell.front_page import Block, Line

MOST: Final = 3


def open_consultations(today: date) -> Block | None:
    """Return the consultations that end first; one query."""
    rows = open_now(today)
    lines = tuple(
        Line(
            title=one.row.dossier.title,
            language="vi",
            url=reverse("consultation", args=[one.row.pk]),
            tag=one.tag,
            provenance=one.row.dossier.provenance,
        )
        for one in rows[:MOST]
    )
    return (
        Block(_("Give your opinion"), lines, _("All consultations"), reverse("consultations"))
        if lines
        else None
    )
