"""Open the next round of an edition for the marks of its jury."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.contests.access import judges, require_keeping_contests
from thidua.contests.models import Edition, EditionRules, Entry, JudgingRound, RoundEntry
from thidua.contests.queries.blind import coded_entries
from thidua.contests.queries.rounds import last_closed_of, next_round_of, open_round_of
from thidua.contests.queries.standings import standings_of
from thidua.support.audit.actions.record import record
from thidua.support.refusals import Refused


def open_round(*, edition: Edition, by: User) -> JudgingRound:
    """Open the round that comes next and return it; its entries are fixed now.

    The first takes every coded entry, a later one those that go on. Raises NotAllowed, or Refused while a round is
    open, before codes and criteria stand, or where a category has entries and no juror.
    """
    require_keeping_contests(by, edition.competition.organiser)
    with transaction.atomic():
        rules = EditionRules.objects.select_for_update(of=("self",)).filter(edition=edition).first()
        if rules is None or rules.codes_assigned_at is None:
            raise Refused(_("Draw the codes first: a jury judges works without names."))
        if open_round_of(edition) is not None:
            raise Refused(_("A round is open already. Close it before the next."))
        current = next_round_of(edition)
        if current is None or not edition.criteria.exists():
            raise Refused(_("Write criteria and rounds first, or all rounds are over."))
        entries = _entries(edition)
        _require_jurors(edition, entries)
        current.opened_at = timezone.now()
        current.save(update_fields=["opened_at"])
        RoundEntry.objects.bulk_create(RoundEntry(round=current, entry=entry) for entry in entries)
        details = {"edition": edition, "entries": len(entries)}
        record(by=by, action="contests.round_opened", subject=current, details=details)
    return current


def _entries(edition: Edition) -> list[Entry]:
    before = last_closed_of(edition)
    entries = coded_entries(edition)
    if before is not None:
        on = [one.code for category in standings_of(before) for one in category.entries if one.goes_on]
        entries = entries.filter(code__in=on)
    found = list(entries)
    if not found:
        raise Refused(_("No entry takes part in this round."))
    return found


def _require_jurors(edition: Edition, entries: list[Entry]) -> None:
    jurors = list(edition.jurors.prefetch_related("categories"))
    without = sorted(
        {entry.category.name for entry in entries if not any(judges(one, entry.category) for one in jurors)}
    )
    if without:
        raise Refused(
            {
                "jurors": _("Nobody judges %(categories)s. Appoint jurors first.")
                % {"categories": ", ".join(f"“{name}”" for name in without)}
            }
        )
