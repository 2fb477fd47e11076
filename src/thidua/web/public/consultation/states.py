"""Where a consultation stands, in the words of the public page."""

from __future__ import annotations

from datetime import date
from enum import Enum

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from thidua.nominations.models import PublicConsultation
from thidua.nominations.queries import is_open_to_the_public
from thidua.web.shell import formats
from thidua.web.shell.tags import Tag, Tone


class Stage(Enum):
    """What a visitor may do and read."""

    OPEN = "open"
    SUMMED_UP = "summed_up"  # the last day is over, the office has not closed it yet
    CLOSED = "closed"


def stage_of(row: PublicConsultation, today: date) -> Stage:
    """Return the stage of a consultation on a day."""
    if row.closed_at is not None:
        return Stage.CLOSED
    return Stage.OPEN if is_open_to_the_public(row, today) else Stage.SUMMED_UP


def stage_tag(row: PublicConsultation, today: date) -> Tag:
    """Return the stage in words; an open one says how many days are left."""
    stage = stage_of(row, today)
    if stage is Stage.CLOSED:
        return Tag(_("closed"))
    if stage is Stage.SUMMED_UP:
        return Tag(_("over, being summed up"), Tone.WARNING)
    days = (row.closes_on - today).days
    if days == 0:
        return Tag(_("open: the last day is today"), Tone.WARNING)
    left = ngettext("open: %(days)s day left", "open: %(days)s days left", days)
    return Tag(left % {"days": formats.number(days)}, Tone.INFO)
