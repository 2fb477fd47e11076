"""Return a dossier for completion, with all its faults at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.core.vietnamese.hygiene import clean_text
from thidua.core.workflow.dossier import RETURN
from thidua.nominations.actions.moving import lock, move
from thidua.nominations.enums import FaultCode, Outcome
from thidua.nominations.models import Dossier, Nomination, ReturnedFault
from thidua.support.refusals import Refused, Sentence


@dataclass(frozen=True, kw_only=True)
class FaultFound:
    """One fault: what is to be mended, tied to a field of the dossier or of a nomination, or to «evidence:KIND»."""

    field: str
    code: str
    text: str
    nomination: Nomination | None = None


def return_dossier(
    *,
    dossier: Dossier,
    faults: Sequence[FaultFound],
    by: User | None,
    note: str = "",
    at: datetime | None = None,
) -> Dossier:
    """Give the dossier back to the unit with `faults`, and return it; the office's clock stands still.

    Nominations judged already are open again. Raises Refused (at least one fault, each in words), NotAllowed.
    """
    note = clean_text(note)
    with transaction.atomic():
        row = lock(dossier)
        reason = note or _("%(count)s faults are to be mended.") % {"count": len(faults)}
        _check(row, faults)
        said = [clean_text(fault.text) for fault in faults]
        logged = move(
            row,
            RETURN,
            by=by,
            at=at,
            reason=reason,
            given={"faults": faults},
            details={"faults": said},
            faults=said,
        )
        row.faults.filter(mended_at__isnull=True).update(mended_at=logged.at)
        ReturnedFault.objects.bulk_create(
            ReturnedFault(
                dossier=row,
                move=logged,
                ordinal=ordinal,
                nomination=fault.nomination,
                field=fault.field,
                code=fault.code,
                text=clean_text(fault.text),
            )
            for ordinal, fault in enumerate(faults, start=1)
        )
        reopen_outcomes(row)
    return row


def reopen_outcomes(row: Dossier) -> None:
    """Make what the office concluded open again: the facts may change."""
    row.nominations.filter(outcome__in=(Outcome.ELIGIBLE, Outcome.NOT_ELIGIBLE, Outcome.PASSED)).update(
        outcome=Outcome.PENDING, outcome_reason=""
    )


def _check(row: Dossier, faults: Sequence[FaultFound]) -> None:
    own = set(row.nominations.order_by().values_list("pk", flat=True))
    said: list[Sentence] = []
    for number, fault in enumerate(faults, start=1):
        if not clean_text(fault.text):
            said.append(_("Fault %(number)s: write what the unit has to mend.") % {"number": number})
        if fault.code not in FaultCode.values:
            said.append(_("Fault %(number)s: choose its kind.") % {"number": number})
        if not fault.field or len(fault.field) > 60:
            said.append(_("Fault %(number)s: choose the field it belongs to.") % {"number": number})
        if fault.nomination is not None and fault.nomination.pk not in own:
            said.append(_("Fault %(number)s: this nominee is not in the dossier.") % {"number": number})
    if said:
        raise Refused({"faults": said})
