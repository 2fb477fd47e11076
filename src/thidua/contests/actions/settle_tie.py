"""Settle equal totals as the chair."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import transaction
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.contests.access import conflicts_in, require_juror
from thidua.contests.enums import TieSettling
from thidua.contests.models import ConflictDeclared, Edition, EditionRules, TieDecision
from thidua.contests.queries.rounds import final_round_of
from thidua.contests.queries.standings import standings_of
from thidua.core.vietnamese.hygiene import clean_line
from thidua.support.audit.actions.record import record
from thidua.support.edits import misfits
from thidua.support.refusals import NotAllowed, Refused


def settle_tie(*, edition: Edition, order: Sequence[str], reason: str, by: User) -> TieDecision:
    """Put entries with equal totals in the order of their codes, best first, and return the decision.

    Only in the last round, after it is closed and before the codes are opened. Raises NotAllowed unless `by` is
    the chair and has no conflict with any of them; Refused without a reason or where they are not tied.
    """
    juror = require_juror(by, edition)
    if not juror.is_chair:
        raise NotAllowed(_("Only the chair of the jury settles a tie."))
    values = {"reason": clean_line(reason)}
    faults = misfits(TieDecision, values)
    if not values["reason"]:
        faults["reason"] = _("Write why the one stands before the other; it is kept with the decision.")
    if faults:
        raise Refused(faults)
    with transaction.atomic():
        rules = EditionRules.objects.select_for_update(of=("self",)).get(edition=edition)
        final = final_round_of(edition)
        if rules.tie_rule != TieSettling.CHAIR:
            raise Refused(_("By the rules of this edition the chair does not settle ties."))
        if final is None or rules.revealed_at is not None:
            raise Refused(_("Ties are settled after the last round and before the codes are opened."))
        tied = [sorted(group) for category in standings_of(final) for group in category.unsettled]
        if sorted(order) not in tied:
            raise Refused({"order": _("These entries do not share a place. Load the page again.")})
        own = ConflictDeclared.objects.filter(conflicts_in(final), juror=juror, entry__code__in=order)
        if own.exists():
            raise NotAllowed(
                _("A conflict is declared for one of these entries. Let the organiser name another chair.")
            )
        row = TieDecision.objects.create(round=final, juror=juror, order=list(order), **values)
        details = {"edition": edition, "order": list(order), **values}
        record(by=by, action="contests.tie_settled", subject=final, details=details)
    return row
