"""Counting years a person may write."""

from __future__ import annotations

from typing import Final

from django.utils import timezone
from django.utils.translation import gettext as _

from thidua.support.refusals import Sentence

FIRST_YEAR: Final = 1945  # the first emulation titles and orders of the Republic


def fault_of_year(year: int) -> Sentence | None:
    """Return what is wrong with a year, None when it can be one: from 1945 to next year."""
    last = timezone.localdate().year + 1
    if FIRST_YEAR <= year <= last:
        return None
    return _("Write the year with four digits, from %(first)s to %(last)s.") % {
        "first": FIRST_YEAR,
        "last": last,
    }
