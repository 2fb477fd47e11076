"""Begin to print the certificates of a decision: what goes onto which pages."""

from __future__ import annotations

from typing import Final

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.accounts.rights import Right
from thidua.core.vietnamese.hygiene import clean_line
from thidua.decisions.access import require
from thidua.decisions.actions.locking import locked
from thidua.decisions.enums import IN_EFFECT, BatchState
from thidua.decisions.models import Certificate, Decision, PrintBatch, PrintPart
from thidua.decisions.papers.certificate_words import certificate_text, family_of
from thidua.decisions.queries.certificate_search import COUNTING
from thidua.support.audit.actions.record import record
from thidua.support.documents.certificates.layout import layout, papers
from thidua.support.documents.certificates.printing import Offset, PrintMode, faults_of
from thidua.support.refusals import Refused

PAGES_IN_PART: Final = 500
MOST_FAULTS: Final = 10


def start_certificates(
    *,
    decision: Decision,
    award_code: str,
    paper: str,
    by: User | None,
    mode: PrintMode = PrintMode.FULL,
    offset: Offset | None = None,
    printer: str = "",
    only_unprinted: bool = False,
    seen: int | None = None,
    pages_in_part: int = PAGES_IN_PART,
) -> PrintBatch:
    """Lay out the page ranges of a batch and return it; nothing is printed yet. A batch under way is returned again.

    `seen`: the id of the newest batch that the person had before them, 0 for none; one of this award begun since
    then is returned instead of another. Raises NotAllowed, or Refused: before signing, for a paper there is not,
    when nothing is left to print, or naming who cannot be printed and why.
    """
    require(by, Right.ISSUE_CERTIFICATES, decision.unit)
    if paper not in papers():
        raise Refused({"paper": _("Choose a paper of the list.")})
    shift = offset or Offset()
    with transaction.atomic():
        row = locked(decision)
        if row.state not in IN_EFFECT:
            raise Refused(_("Certificates are made after the decision is signed."))
        batches = row.print_batches.filter(award_code=award_code)
        present = batches.filter(state=BatchState.RUNNING).first()
        if present is None and seen is not None:
            present = batches.filter(pk__gt=seen).first()
        if present is not None:
            return present
        ids = [one.pk for one in _to_print(row, award_code, paper, only_unprinted)]
        batch = PrintBatch.objects.create(
            decision=row,
            award_code=award_code,
            layout=family_of(award_code),
            paper=paper,
            mode=mode,
            printer=clean_line(printer)[:100],
            offset_right=round(shift.right * 100),
            offset_down=round(shift.down * 100),
            total=len(ids),
            started_at=timezone.now(),
            started_by=by,
        )
        PrintPart.objects.bulk_create(
            PrintPart(
                batch=batch,
                first=first + 1,
                last=min(first + pages_in_part, len(ids)),
                certificate_ids=ids[first : first + pages_in_part],
            )
            for first in range(0, len(ids), pages_in_part)
        )
        record(by=by, action="decisions.batch_started", subject=batch, details={"pages": len(ids)})
    return batch


def _to_print(row: Decision, award_code: str, paper: str, only_unprinted: bool) -> list[Certificate]:
    """Return the certificates of a batch in their order; raises Refused for none, or for those that cannot be."""
    rows = Certificate.objects.filter(COUNTING, line__decision=row, line__award_code=award_code)
    if only_unprinted:
        rows = rows.filter(printed_at__isnull=True)
    found = list(rows.select_related("line__decision__unit", "line__prize_result").order_by("line__ordinal"))
    if not found:
        raise Refused(
            _("Every certificate of this award is printed already.")
            if only_unprinted
            else _("The decision has no valid certificate of this award.")
        )
    form = layout(family_of(award_code), paper)
    faults = [
        f"{one.line.ordinal}. {one.line.recipient_name}: {sentence}"
        for one in found
        for said in faults_of(form, certificate_text(one)).values()
        for sentence in said
    ]
    if faults:
        raise Refused({"": [*faults[:MOST_FAULTS]]})
    return found
