"""Which years a record may speak of."""

from __future__ import annotations

from typing import Final

from django.utils.translation import gettext as _

from thidua.support.refusals import Sentence

FIRST_YEAR: Final = 1900
LAST_YEAR: Final = 2100


def year_fault(year: int) -> Sentence | None:
    """Return what is wrong with a year that was typed, or None."""
    if FIRST_YEAR <= year <= LAST_YEAR:
        return None
    return _("Write the year in four digits, for example 2019.")
