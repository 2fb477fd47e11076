"""Make the certificates of a decision, page range by page range."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.accounts.rights import Right
from thidua.decisions.access import require
from thidua.decisions.actions.locking import locked
from thidua.decisions.actions.send_back_submission import dossiers_of
from thidua.decisions.enums import IN_EFFECT, BatchState, CertificateState
from thidua.decisions.models import Certificate, Decision, PrintBatch, PrintPart
from thidua.decisions.papers.certificate_words import certificate_text, family_of
from thidua.nominations.actions.lead_on import mark_issued
from thidua.nominations.enums import DossierState, Outcome
from thidua.support.audit.actions.record import record
from thidua.support.documents.certificates.layout import layout, papers
from thidua.support.documents.certificates.printing import Offset, PrintMode, print_certificates
from thidua.support.files.actions import store_file
from thidua.support.refusals import Refused

PAGES_IN_PART: Final = 500


def start_certificates(
    *,
    decision: Decision,
    award_code: str,
    paper: str,
    by: User | None,
    mode: PrintMode = PrintMode.FULL,
    offset: Offset | None = None,
    pages_in_part: int = PAGES_IN_PART,
) -> PrintBatch:
    """Lay out the page ranges of a batch and return it; nothing is printed yet. A batch under way is returned again.

    Raises NotAllowed, or Refused before signing, for a paper there is not, or when nothing is left to print.
    """
    require(by, Right.ISSUE_CERTIFICATES, decision.unit)
    if paper not in papers():
        raise Refused({"paper": _("Choose a paper of the list.")})
    shift = offset or Offset()
    with transaction.atomic():
        row = locked(decision)
        if row.state not in IN_EFFECT:
            raise Refused(_("Certificates are made after the decision is signed."))
        present = row.print_batches.filter(award_code=award_code, state=BatchState.RUNNING).first()
        if present is not None:
            return present
        rows = Certificate.objects.filter(
            line__decision=row, line__award_code=award_code, state=CertificateState.VALID
        )
        ids = list(rows.order_by("line__ordinal").values_list("pk", flat=True))
        if not ids:
            raise Refused(_("The decision has no valid certificate of this award."))
        batch = PrintBatch.objects.create(
            decision=row,
            award_code=award_code,
            layout=family_of(award_code),
            paper=paper,
            mode=mode,
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


def make_certificates(*, batch: PrintBatch, by: User | None, at: datetime | None = None) -> PrintBatch:
    """Print what a batch has not printed yet, and return it. After a kill it goes on with the first missing range.

    Each range is a transaction of its own: its file is there whole and its certificates are marked, or neither.
    Raises NotAllowed, or Refused when a page cannot be printed; the ranges before it are kept.
    """
    require(by, Right.ISSUE_CERTIFICATES, batch.decision.unit)
    for pk in batch.parts.filter(file__isnull=True).order_by("first").values_list("pk", flat=True):
        _print_part(pk, by, at)
    with transaction.atomic():
        row = PrintBatch.objects.select_for_update(of=("self",)).get(pk=batch.pk)
        if row.state == BatchState.RUNNING and not row.parts.filter(file__isnull=True).exists():
            row.state = BatchState.DONE
            row.save(update_fields=["state"])
            _lead_dossiers_on(row.decision, by, at)
    return row


def printed_pdf(
    certificates: Sequence[Certificate], family: str, paper: str, mode: str, shift: Offset
) -> bytes:
    """Return the pages of certificates in their order as one PDF."""
    texts = [certificate_text(one) for one in certificates]
    return print_certificates(layout(family, paper), texts, mode=PrintMode(mode), offset=shift)


def _print_part(pk: int, by: User | None, at: datetime | None) -> None:
    with transaction.atomic():
        part = PrintPart.objects.select_for_update(of=("self",)).select_related("batch").get(pk=pk)
        if part.file_id is not None:
            return
        batch = part.batch
        rows = Certificate.objects.filter(pk__in=part.certificate_ids).select_related("line__decision__unit")
        certificates = sorted(rows, key=lambda one: one.line.ordinal or 0)
        shift = Offset(batch.offset_right / 100, batch.offset_down / 100)
        pdf = printed_pdf(certificates, batch.layout, batch.paper, batch.mode, shift)
        name = f"chung-nhan-{batch.pk}-{part.first:04}-{part.last:04}.pdf"
        part.file = store_file(data=pdf, name=name, by=by)
        part.save(update_fields=["file"])
        rows.update(
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


def _lead_dossiers_on(decision: Decision, by: User | None, at: datetime | None) -> None:
    """Mark the dossiers whose every granted nomination has its certificate."""
    for dossier in dossiers_of(decision.submission):
        granted = dossier.nominations.filter(outcome=Outcome.GRANTED)
        waiting = granted.exclude(decision_lines__certificates__printed_at__isnull=False)
        if dossier.state == DossierState.DECIDED and granted.exists() and not waiting.exists():
            mark_issued(dossier=dossier, by=by, at=at)
