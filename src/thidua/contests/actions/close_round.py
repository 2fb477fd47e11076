"""Close a round: from here on its marks stand."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.contests.access import require_keeping_contests
from thidua.contests.models import Edition, JudgingRound, Juror
from thidua.contests.queries.rounds import open_round_of
from thidua.contests.queries.standings import standings_of
from thidua.core.vietnamese.hygiene import clean_line
from thidua.support.audit.actions.record import record
from thidua.support.edits import misfits
from thidua.support.refusals import Refused


def close_round(*, edition: Edition, by: User, reason: str = "") -> JudgingRound:
    """Close the open round and return it; only marks that were handed in count.

    Raises NotAllowed; Refused on `reason` when a juror has not handed in and none is given; Refused where an entry
    would be left without any mark that counts.
    """
    require_keeping_contests(by, edition.competition.organiser)
    values = {"closed_reason": clean_line(reason)}
    if faults := misfits(JudgingRound, values):
        raise Refused({"reason": faults["closed_reason"]})
    with transaction.atomic():
        list(Juror.objects.select_for_update(of=("self",)).filter(edition=edition).order_by("id"))
        found = open_round_of(edition)
        if found is None:
            raise Refused(_("No round is open."))
        current = JudgingRound.objects.select_for_update(of=("self",)).get(pk=found.pk)
        standings = standings_of(current)
        late = sorted({str(juror) for one in standings for juror in one.sheet.waiting})
        if late and not values["closed_reason"]:
            raise Refused(
                {
                    "reason": _(
                        "Not handed in yet: %(names)s. Wait for them, or write why the round is closed without them."
                    )
                    % {"names": ", ".join(late)}
                }
            )
        bare = [
            one.code for category in standings for one in category.entries if one.round_total.total is None
        ]
        if bare:
            raise Refused(
                _("Nobody's marks count for %(codes)s. Appoint another juror for them, then close the round.")
                % {"codes": ", ".join(bare)}
            )
        current.closed_at = timezone.now()
        current.closed_reason = values["closed_reason"] if late else ""
        current.save(update_fields=["closed_at", "closed_reason"])
        details = {"edition": edition, "reason": current.closed_reason, "without": late}
        record(by=by, action="contests.round_closed", subject=current, details=details)
    return current
