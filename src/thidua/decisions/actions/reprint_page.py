"""Print one certificate again."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.accounts.rights import Right
from thidua.core.vietnamese.hygiene import clean_text
from thidua.decisions.access import require
from thidua.decisions.actions.make_certificates import lead_dossiers_on, printed_pdf
from thidua.decisions.enums import EXCHANGING, EventKind, ReasonCode
from thidua.decisions.models import Certificate, CertificateEvent
from thidua.decisions.papers.certificate_words import family_of
from thidua.decisions.queries.certificate_search import COUNTING
from thidua.support.audit.actions.record import record
from thidua.support.documents.certificates.layout import papers
from thidua.support.documents.certificates.printing import Offset, PrintMode
from thidua.support.files.actions import store_file
from thidua.support.files.models import StoredFile
from thidua.support.refusals import Refused


def reprint_page(
    *,
    certificate: Certificate,
    by: User | None,
    reason_code: ReasonCode = ReasonCode.MISPRINT,
    reason: str = "",
    paper: str = "",
    mode: PrintMode | None = None,
    offset: Offset | None = None,
) -> StoredFile:
    """Print a valid certificate on one page, as before unless said, and return its PDF.

    A page that was printed before is printed again for a reason, which stays with the certificate. Raises
    NotAllowed, or Refused: not valid, printed again without a reason, never laid out and no paper given.
    """
    require(by, Right.ISSUE_CERTIFICATES, certificate.line.decision.unit)
    why = clean_text(reason)
    with transaction.atomic():
        row = Certificate.objects.select_for_update(of=("self",)).select_related(
            "line__decision__unit", "line__prize_result"
        )
        one = row.get(pk=certificate.pk)
        if not Certificate.objects.filter(COUNTING, pk=one.pk).exists():
            raise Refused(_("This certificate is not valid any more. Print the one that replaced it."))
        is_again = one.prints > 0
        if is_again and (not why or reason_code not in EXCHANGING):
            raise Refused(
                {"reason": _("Write why the page is printed again; it stays with the certificate.")}
            )
        one.paper = paper or one.paper
        if one.paper not in papers():
            raise Refused({"paper": _("Choose a paper of the list.")})
        one.mode, one.layout = mode or one.mode or PrintMode.FULL, family_of(one.line.award_code)
        pdf = printed_pdf([one], one.layout, one.paper, one.mode, offset or Offset())
        one.printed_at, one.printed_by, one.prints = timezone.now(), by, one.prints + 1
        one.save(update_fields=["paper", "mode", "layout", "printed_at", "printed_by", "prints"])
        file = store_file(data=pdf, name=f"chung-nhan-{one.code}-{one.prints}.pdf", by=by)
        if is_again:
            CertificateEvent.objects.create(
                certificate=one,
                kind=EventKind.REPRINT,
                reason_code=reason_code,
                reason=why,
                on=timezone.localdate(),
                by=by,
                at=timezone.now(),
            )
        details = {"sha256": file.sha256, "reason": why}
        record(by=by, action="decisions.reprinted", subject=one, details=details)
        lead_dossiers_on(one.line.decision, by)
    return file
