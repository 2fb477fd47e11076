"""Reasons that stay with what was done."""

from __future__ import annotations

from typing import Final

from django.utils.translation import gettext as _

from thidua.core.vietnamese.hygiene import clean_text
from thidua.support.refusals import Refused

LONGEST: Final = 1000


def cleaned_reason(reason: str, field: str = "reason") -> str:
    """Return the reason without what cannot be seen; raises Refused on `field` when empty or too long."""
    why = clean_text(reason)
    if not why:
        raise Refused({field: _("Write the reason; it stays with the record.")})
    if len(why) > LONGEST:
        raise Refused({field: _("Give the reason in at most 1,000 characters.")})
    return why
