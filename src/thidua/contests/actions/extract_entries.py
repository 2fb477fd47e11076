"""Give an entrant everything that is held about the own entries."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.accounts.rights import Right
from thidua.contests.access import require_keeping_contests
from thidua.contests.extracts import told_entry
from thidua.contests.models import Entry
from thidua.contests.queries.entrants import FoundEntry
from thidua.orgs.access import may
from thidua.orgs.actions.personal_fields import checked_reason
from thidua.registry.extract import ExtractSection
from thidua.registry.extract.papers import zipped
from thidua.support.audit.actions.record import record
from thidua.support.audit.words import subject_words
from thidua.support.refusals import NotAllowed, Refused


def extract_entries(*, found: Sequence[FoundEntry], name: str, reason: str, by: User) -> bytes:
    """Return a ZIP of JSON and PDF with what is held about the entries, under the `name` of whoever asked.

    The log keeps it at each entry. Raises NotAllowed, or Refused without a reason, a name or an entry.
    """
    for one in found:
        organiser = one.entry.category.edition.competition.organiser
        require_keeping_contests(by, organiser)
        if not may(by, Right.SEE_PERSONAL_DATA, organiser):
            raise NotAllowed(_("Only who may see personal data may make an extract. Ask the administrator."))
    said = checked_reason(reason)
    if not name.strip():
        raise Refused({"name": _("Write the name of whoever asks: it stands on the extract.")})
    if not found:
        raise Refused({"entries": _("Tick the entries that are theirs, after checking who they are.")})
    rows = tuple(told_entry(one) for one in found)
    kind = Entry._meta.label_lower
    section = ExtractSection(kind, subject_words(kind), rows)
    with transaction.atomic():
        for one in found:
            details = {"reason": said, "with_contact": one.is_reached}
            record(by=by, action="contests.entry_extracted", subject=one.entry, details=details)
    return zipped(name.strip(), [section], made_at=timezone.localtime())
