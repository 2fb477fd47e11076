"""Return a submitted sheet, with every reason at its cell at once."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.core.vietnamese.hygiene import clean_line, clean_text
from thidua.core.workflow.reporting import RETURN
from thidua.movements.actions.moments import past_moment
from thidua.support.refusals import NotAllowed, Refused
from thidua.targets import access
from thidua.targets.actions.sheet_moves import lock, move, require_move
from thidua.targets.models import CellFault, Indicator, RoundIndicator, Sheet

REASON_LENGTH = 500


def return_sheet(
    *,
    sheet: Sheet,
    reasons: Mapping[int, str],
    by: User | None,
    message: str = "",
    at: datetime | None = None,
) -> Sheet:
    """Return the sheet to its unit, and return the row.

    `reasons` says by indicator id what is to be mended; `message` is for the whole. At least one of the reasons is
    needed, so that the unit knows where to look. Raises Refused, NotAllowed.
    """
    if not access.may_appraise(by, sheet.round):
        raise NotAllowed(_("Only those who opened this round return its reports."))
    given = {pk: clean_line(words)[:REASON_LENGTH] for pk, words in reasons.items()}
    given = {pk: words for pk, words in given.items() if words}
    if not given:
        raise Refused({"reasons": _("Write at least one reason, beside the figure that is to be mended.")})
    moment = past_moment(at, timezone.now(), field="raised_at")
    with transaction.atomic():
        row = lock(sheet)
        require_move(row, RETURN)
        asked = set(
            RoundIndicator.objects.filter(round=row.round, indicator_id__in=given).values_list(
                "indicator_id", flat=True
            )
        )
        if asked != set(given):
            raise Refused(
                {"reasons": _("One of the reasons is for an indicator that this round does not ask for.")}
            )
        CellFault.objects.bulk_create(
            CellFault(sheet=row, indicator_id=pk, reason=words, raised_by=by, raised_at=moment)
            for pk, words in given.items()
        )
        codes = dict(Indicator.objects.filter(pk__in=given).values_list("pk", "code"))
        details = {"reasons": {codes[pk]: words for pk, words in given.items()}}
        values = {"return_reason": clean_text(message)}
        move(row, RETURN, by=by, action="targets.sheet_returned", values=values, details=details)
    return row
