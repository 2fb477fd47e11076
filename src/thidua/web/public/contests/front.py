"""The prizes and contests that take entries, on the first page."""

from __future__ import annotations

from datetime import date
from typing import Final

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from thidua.contests.enums import EditionStage
from thidua.contests.models import Edition
from thidua.contests.queries.published import public_editions
from thidua.contests.queries.stages import stage_of
from thidua.web.public.contests.following import stage_tag
from thidua.web.shell import formats
from thidua.web.shell.front_page import Block, Line

MOST: Final = 3


def open_contests(_today: date) -> Block | None:
    """Return what takes entries now, what closes first on top, then what opens soon; two queries."""
    waiting = public_editions().filter(
        rules__closes_at__gte=timezone.now().replace(microsecond=0), rules__codes_assigned_at=None
    )
    rows = [(stage_of(row), row) for row in waiting.order_by("rules__closes_at", "pk")[: 2 * MOST]]
    taking = [(stage, row) for stage, row in rows if stage == EditionStage.OPEN]
    ahead = [(stage, row) for stage, row in rows if stage == EditionStage.AHEAD]
    lines = tuple(_line(stage, row) for stage, row in (*taking, *ahead)[:MOST])
    if not lines:
        return None
    return Block(_("Prizes and contests"), lines, _("All prizes and contests"), reverse("contests"))


def _line(stage: EditionStage, row: Edition) -> Line:
    if stage == EditionStage.OPEN:
        note = _("Entries close at %(moment)s.") % {"moment": formats.moment(row.rules.closes_at)}
    else:
        note = _("Entries open at %(moment)s.") % {"moment": formats.moment(row.rules.opens_at)}
    return Line(
        row.competition.name,
        reverse("contest", args=[row.pk]),
        note,
        tag=stage_tag(stage),
        provenance=row.provenance,
        language="vi",
    )
