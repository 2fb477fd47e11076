"""When something happened that is recorded later."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext as _

from thidua.support.refusals import Refused


def past_moment(at: datetime | None, now: datetime, *, field: str) -> datetime:
    """Return `at`, or `now` when it is None; raises Refused on `field` for a moment still to come."""
    if at is not None and at > now:
        raise Refused({field: _("This moment is still to come. Write when it really happened.")})
    return at or now
