"""Make the certificates of a decision, page range by page range."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from time import monotonic

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from thidua.accounts.models import User
from thidua.accounts.rights import Right
from thidua.decisions.access import require
from thidua.decisions.actions.send_back_submission import dossiers_of
from thidua.decisions.enums import BatchState
from thidua.decisions.models import Certificate, Decision, PrintBatch, PrintPart
from thidua.decisions.papers.certificate_words import certificate_text
from thidua.decisions.queries.certificate_search import COUNTING
from thidua.nominations.actions.lead_on import mark_all_issued
from thidua.nominations.enums import DossierState, Outcome
from thidua.nominations.models import Nomination
from thidua.support.audit.actions.record import record
from thidua.support.documents.certificates.layout import layout
from thidua.support.documents.certificates.printing import Offset, PrintMode, print_certificates
from thidua.support.files.actions import store_file


def make_certificates(
    *, batch: PrintBatch, by: User | None, at: datetime | None = None, seconds: float | None = None
) -> PrintBatch:
    """Print what a batch has not printed yet, and return it. After a kill it goes on with the first missing range.

    Each range is a transaction of its own: its file is there whole and its certificates are marked, or neither.
    After `seconds` no further range is begun; the next call goes on. What lost its validity since the batch was
    laid out is left out, what replaced it is printed. Raises NotAllowed, or Refused when a page cannot be printed;
    the ranges before it are kept.
    """
    require(by, Right.ISSUE_CERTIFICATES, batch.decision.unit)
    begun = monotonic()
    for pk in batch.parts.filter(file__isnull=True).order_by("first").values_list("pk", flat=True):
        _print_part(pk, by, at)
        if seconds is not None and monotonic() - begun > seconds:
            break
    with transaction.atomic():
        row = PrintBatch.objects.select_for_update(of=("self",)).get(pk=batch.pk)
        if row.state == BatchState.RUNNING and not row.parts.filter(file__isnull=True).exists():
            row.state = BatchState.DONE
            row.save(update_fields=["state"])
            lead_dossiers_on(row.decision, by, at)
    return row


def printed_pdf(
    certificates: Sequence[Certificate], family: str, paper: str, mode: str, shift: Offset
) -> bytes:
    """Return the pages of certificates in their order as one PDF."""
    texts = [certificate_text(one) for one in certificates]
    return print_certificates(layout(family, paper), texts, mode=PrintMode(mode), offset=shift)


def _print_part(pk: int, by: User | None, at: datetime | None) -> None:
    with transaction.atomic():
        part = PrintPart.objects.select_for_update(of=("self",)).select_related("batch").filter(pk=pk).first()
        if part is None or part.file_id is not None:
            return
        batch = part.batch
        rows = Certificate.objects.filter(COUNTING, line__certificates__pk__in=part.certificate_ids)
        certificates = list(
            rows.select_related("line__decision__unit", "line__prize_result").order_by("line__ordinal")
        )
        if not certificates:
            part.delete()
            return
        shift = Offset(batch.offset_right / 100, batch.offset_down / 100)
        pdf = printed_pdf(certificates, batch.layout, batch.paper, batch.mode, shift)
        name = f"chung-nhan-{batch.pk}-{part.first:04}-{part.last:04}.pdf"
        part.file = store_file(data=pdf, name=name, by=by)
        part.certificate_ids = [one.pk for one in certificates]
        part.save(update_fields=["file", "certificate_ids"])
        Certificate.objects.filter(pk__in=part.certificate_ids).update(
            layout=batch.layout,
            paper=batch.paper,
            mode=batch.mode,
            printed_at=at or timezone.now(),
            printed_by=by,
            prints=F("prints") + 1,
        )
        record(
            by=by,
            action="decisions.part_printed",
            subject=batch,
            details={"pages": f"{part.first}–{part.last}"},
        )


def lead_dossiers_on(decision: Decision, by: User | None, at: datetime | None = None) -> None:
    """Mark the dossiers whose every granted nomination has its certificate."""
    decided = [row for row in dossiers_of(decision.submission) if row.state == DossierState.DECIDED]
    granted = Nomination.objects.filter(dossier__in=decided, outcome=Outcome.GRANTED)
    printed = set(
        granted.filter(decision_lines__certificates__printed_at__isnull=False).values_list("pk", flat=True)
    )
    whole = dict.fromkeys(granted.values_list("dossier_id", flat=True), True)
    for pk, dossier in granted.values_list("pk", "dossier_id"):
        whole[dossier] &= pk in printed
    mark_all_issued(dossiers=[row for row in decided if whole.get(row.pk)], by=by, at=at)
