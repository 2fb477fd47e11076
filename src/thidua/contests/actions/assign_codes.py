"""Draw the codes that stand for the entries before the jury."""

from __future__ import annotations

import secrets
from typing import Final

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.contests.access import require_keeping_contests
from thidua.contests.enums import EntryState
from thidua.contests.models import EditionRules, Entry
from thidua.support.audit.actions.record import record
from thidua.support.refusals import Refused

ALPHABET: Final = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"  # no 0, O, 1, I or L, which look alike
LENGTH: Final = 6


def assign_codes(*, rules: EditionRules, by: User) -> int:
    """Give each entry that takes part a code drawn by chance and return how many there are; once, after closing.

    A code tells neither when its entry came nor what the next one is. Raises NotAllowed, or Refused while
    entries may still come, when there are none, or when the codes have been drawn.
    """
    require_keeping_contests(by, rules.edition.competition.organiser)
    with transaction.atomic():
        row = EditionRules.objects.select_for_update().get(pk=rules.pk)
        if row.codes_assigned_at is not None:
            raise Refused(_("The codes of this edition have been drawn already."))
        now = timezone.now()
        if now.replace(microsecond=0) <= row.closes_at:
            raise Refused(_("Entries may still come. Draw the codes after the closing moment."))
        entries = list(Entry.objects.filter(category__edition=row.edition_id, state=EntryState.RECEIVED))
        if not entries:
            raise Refused(_("There is no entry to draw a code for."))
        for entry, code in zip(entries, _fresh_codes(len(entries)), strict=True):
            entry.code = code
        Entry.objects.bulk_update(entries, ["code"], batch_size=200)
        row.codes_assigned_at = now
        row.save(update_fields=["codes_assigned_at"])
        record(by=by, action="contests.codes_assigned", subject=row, details={"entries": len(entries)})
    return len(entries)


def _fresh_codes(count: int) -> list[str]:
    """Return so many different codes that no entry of any edition bears."""
    found: set[str] = set()
    while len(found) < count:
        drawn = {
            "".join(secrets.choice(ALPHABET) for _sign in range(LENGTH)) for _one in range(count - len(found))
        }
        found |= drawn - set(Entry.objects.filter(code__in=drawn).values_list("code", flat=True))
    codes = list(found)
    secrets.SystemRandom().shuffle(codes)
    return codes
