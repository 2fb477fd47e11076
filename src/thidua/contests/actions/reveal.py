"""Open the codes: whose works they stand for."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.contests.access import require_keeping_contests
from thidua.contests.enums import TieSettling
from thidua.contests.models import Edition, EditionRules
from thidua.contests.queries.rounds import final_round_of
from thidua.contests.queries.standings import CategoryStanding, standings_of
from thidua.support.audit.actions.record import record
from thidua.support.refusals import Refused


def reveal(*, edition: Edition, by: User) -> EditionRules:
    """Open the codes of the edition, once and for all, and return the rules; who did it and when is kept.

    Raises NotAllowed, or Refused before the last round is closed or while the chair has a tie for a prize to settle.
    """
    require_keeping_contests(by, edition.competition.organiser)
    with transaction.atomic():
        row = EditionRules.objects.select_for_update(of=("self",)).get(edition=edition)
        if row.revealed_at is not None:
            raise Refused(_("The codes of this edition have been opened already."))
        final = final_round_of(edition)
        if final is None:
            raise Refused(_("Codes are opened after the last round is closed."))
        standings = standings_of(final)
        if row.tie_rule == TieSettling.CHAIR and (open_ties := _ties_for_prizes(standings)):
            raise Refused(
                _("The chair has to settle first: %(ties)s.")
                % {"ties": "; ".join(" = ".join(group) for group in open_ties)}
            )
        row.revealed_at, row.revealed_by = timezone.now(), by
        row.save(update_fields=["revealed_at", "revealed_by"])
        order = [
            f"{one.place.place if one.place else '–'}. {one.code}"
            for category in standings
            for one in category.entries
        ]
        record(by=by, action="contests.revealed", subject=row, details={"edition": edition, "places": order})
    return row


def _ties_for_prizes(standings: list[CategoryStanding]) -> list[tuple[str, ...]]:
    return [
        group
        for category in standings
        for group in category.unsettled
        if any(one.award is not None for one in category.entries if one.code in group)
    ]
