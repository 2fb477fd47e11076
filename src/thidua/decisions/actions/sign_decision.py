"""Sign a decision: number, signature, register, dossiers, money and certificate codes, or nothing at all."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.accounts.rights import Right
from thidua.core.vietnamese.dates import format_date
from thidua.decisions.access import require
from thidua.decisions.actions.granting import put_in_force
from thidua.decisions.actions.locking import granted_lines, locked, locked_submission
from thidua.decisions.actions.numbering import take_number
from thidua.decisions.actions.sending import require_complete, require_voted
from thidua.decisions.enums import IN_EFFECT, DecisionState, SequenceKind, SubmissionState
from thidua.decisions.models import Decision, DecisionLine
from thidua.decisions.nominees import nominations_of
from thidua.decisions.papers.bases import legal_bases
from thidua.decisions.papers.bodies import AUTHORITY_OF_LEVEL
from thidua.decisions.papers.bonuses import work_out
from thidua.decisions.papers.decision_letter import annexes, decision_letter
from thidua.lawbook.queries import current_book
from thidua.nominations.enums import Level
from thidua.support.audit.actions.record import record
from thidua.support.documents.letters.pdf import write_decision_pdf
from thidua.support.documents.proof.keyring import signing_key
from thidua.support.documents.signing.signer import current_signer
from thidua.support.files.actions import store_file
from thidua.support.refusals import Refused


def sign_decision(*, decision: Decision, sha256: str, by: User, at: datetime | None = None) -> Decision:
    """Sign what the actor saw, and return the decision; signed twice it is signed once.

    `sha256`: fingerprint of the preview that the page showed. Whatever fails, nothing has changed and no number is
    used up. Raises NotAllowed, or Refused: another file since, a law that differs on the day, a suspended dossier.
    """
    require(by, Right.DECIDE, decision.unit)
    signer, key = current_signer(), signing_key()
    moment = at or timezone.now()
    with transaction.atomic():
        row = locked(decision)
        if row.state in IN_EFFECT:
            return row
        _require_seen(row, sha256)
        row.submission = proposal = locked_submission(row.submission)
        lines = granted_lines(row)
        for line in lines:
            line.decision = row
        require_complete(lines)
        require_voted(lines)
        row.decided_on = timezone.localdate(moment)
        _require_same_law(row, lines)
        row.year = row.decided_on.year
        row.number = take_number(row.unit, SequenceKind.DECISION, row.year, row.symbol)
        pdf = write_decision_pdf(
            decision_letter(row, row.number, row.decided_on), annexes(row, lines, row.number, row.decided_on)
        )
        signed = signer.sign_pdf(pdf, reason=f"{row.full_number} {row.title}")
        row.signed_file = store_file(data=signed, name=f"quyet-dinh-{row.number:02}-{row.year}.pdf", by=by)
        row.signer, row.signed_at, row.state = by, moment, DecisionState.SIGNED
        row.version += 1
        row.save()
        put_in_force(row, lines, key, by, moment)
        proposal.state, proposal.version = SubmissionState.DECIDED, proposal.version + 1
        proposal.save(update_fields=["state", "version"])
        details = {"number": row.full_number, "sha256": row.signed_file.sha256, "lines": len(lines)}
        record(by=by, action="decisions.signed", subject=row, details=details)
    return row


def _require_seen(row: Decision, sha256: str) -> None:
    if row.state != DecisionState.WAITING or row.preview is None:
        raise Refused(
            _("The decision is “%(state)s” and does not wait for a signature. Load the page again.")
            % {"state": row.get_state_display()}
        )
    if row.preview.sha256 != sha256:
        raise Refused(_("The decision was changed after you opened it. Read it again, then sign."))


def _require_same_law(row: Decision, lines: list[DecisionLine]) -> None:
    """Refuse when bases or computed amounts of the planned day are not those of the day of signing."""
    assert row.decided_on is not None
    nominations = nominations_of(lines)
    if row.decided_on == row.planned_on or not nominations:
        return
    book, codes = current_book(), list(dict.fromkeys(line.award_code for line in lines))
    issuer = AUTHORITY_OF_LEVEL.get(Level(row.submission.level))
    before, now = (work_out(book, nominations, day, issuer) for day in (row.planned_on, row.decided_on))
    same_money = all(before[pk].suggested == now[pk].suggested for pk in now)
    same_bases = legal_bases(book, codes, row.planned_on) == legal_bases(book, codes, row.decided_on)
    if not (same_money and same_bases):
        raise Refused(
            _(
                "The decision was drafted for %(planned)s, and the law differs today, %(day)s. Return it: the Board "
                "plans it for the new day."
            )
            % {"planned": format_date(row.planned_on), "day": format_date(row.decided_on)}
        )
