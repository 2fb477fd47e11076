"""What visitors send without an account, and how long what leads to them is kept: for the page and for the sweep."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from django.utils.functional import Promise
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from thidua.accounts.models import User
from thidua.contests.actions import forget_entrants
from thidua.contributions.actions import forget_contacts
from thidua.movements.actions import forget_proposals
from thidua.nominations.actions import forget_speakers
from thidua.support.files.queries import abandoned_files
from thidua.support.photos.queries import abandoned_photos

# Whoever breaks off a form may come back to it within these days.
UNSENT_DAYS: Final = 2


@dataclass(frozen=True)
class SentIn:
    """One kind: what is erased of it, how many days after what, and how many rows are past that now.

    `days` None: nothing of it leads to a person but what they chose to say, so that it stays.
    """

    label: Promise
    days: int | None
    since: Promise
    count: int


def sent_in(now: datetime, by: User | None) -> list[SentIn]:
    """Return every kind; a query for each. With `by`, promises count only of the drives that the person keeps."""
    today = localdate(now)
    until = now - timedelta(days=UNSENT_DAYS)
    return [
        SentIn(
            _("Proposals of role models: who proposed, how to reach them, and their photos"),
            forget_proposals.KEPT_DAYS,
            _("after the proposal was settled"),
            forget_proposals.to_forget(today).count(),
        ),
        SentIn(
            _("Promises of gifts: how to reach the donor"),
            forget_contacts.KEPT_DAYS,
            _("after the promise was settled"),
            forget_contacts.contacts_to_forget(today, by).count(),
        ),
        SentIn(
            _("Entries of contests: telephone and e-mail"),
            forget_entrants.KEPT_DAYS,
            _("after the results were published"),
            forget_entrants.entrants_to_forget(today),
        ),
        SentIn(
            _("Opinions on nominees: how to reach the speaker"),
            forget_speakers.KEPT_DAYS,
            _("after the consultation was closed"),
            forget_speakers.speakers_to_forget(today),
        ),
        SentIn(
            _("Comments of readers: name and text"),
            None,
            _("no contact is asked for; they go with the article"),
            0,
        ),
        SentIn(
            _("Photos that were chosen but never sent"),
            UNSENT_DAYS,
            _("after they were chosen"),
            abandoned_photos(until).count(),
        ),
        SentIn(
            _("Files of visitors that nothing holds"),
            UNSENT_DAYS,
            _("after they arrived"),
            abandoned_files(until).count(),
        ),
    ]
