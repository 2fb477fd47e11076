"""Exchange, reissue, correct: three ways to another certificate."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.accounts.rights import Right
from thidua.core.vietnamese.hygiene import clean_line
from thidua.decisions.actions.replacing import replace_certificate
from thidua.decisions.enums import EXCHANGING, CertificateState, EventKind, ReasonCode
from thidua.decisions.models import Certificate
from thidua.support.refusals import Refused

WORDS = ("recipient", "description", "achievement")


def exchange_certificate(
    *,
    certificate: Certificate,
    reason_code: ReasonCode,
    reason: str,
    on: date,
    by: User | None,
    decision: str = "",
) -> Certificate:
    """Exchange a damaged or misprinted certificate (cấp đổi): the old one is collected. Returns the new one."""
    if reason_code not in EXCHANGING:
        raise Refused(
            {
                "reason_code": _(
                    "A certificate is exchanged when it is damaged or misprinted. Lost ones are reissued."
                )
            }
        )
    return replace_certificate(
        certificate=certificate,
        kind=EventKind.EXCHANGE,
        state=CertificateState.REISSUED,
        reason_code=reason_code,
        reason=reason,
        decision=decision,
        on=on,
        words=certificate.words,
        right=Right.ISSUE_CERTIFICATES,
        by=by,
    )


def reissue_certificate(
    *, certificate: Certificate, reason: str, on: date, by: User | None, decision: str = ""
) -> Certificate:
    """Issue a lost certificate again (cấp lại); the lost one no longer counts. Returns the new one."""
    return replace_certificate(
        certificate=certificate,
        kind=EventKind.REISSUE,
        state=CertificateState.REISSUED,
        reason_code=ReasonCode.LOST,
        reason=reason,
        decision=decision,
        on=on,
        words=certificate.words,
        right=Right.ISSUE_CERTIFICATES,
        by=by,
    )


def correct_certificate(
    *,
    certificate: Certificate,
    words: Mapping[str, str],
    reason: str,
    decision: str,
    on: date,
    by: User | None,
) -> Certificate:
    """Make a certificate with corrected `words` (`WORDS`) by a decision (đính chính), and return it.

    Raises NotAllowed, or Refused: without the decision, or when the words are the same.
    """
    said = certificate.words | {name: clean_line(text) for name, text in words.items() if name in WORDS}
    if not clean_line(decision):
        raise Refused({"decision": _("Write number and date of the paper that corrects the decision.")})
    if not said["recipient"]:
        raise Refused({"recipient": _("A certificate needs the recipient's name.")})
    if said == certificate.words and certificate.state == CertificateState.VALID:
        raise Refused({"recipient": _("These are the words that stand there already.")})
    return replace_certificate(
        certificate=certificate,
        kind=EventKind.CORRECTION,
        state=CertificateState.CORRECTED,
        reason_code=ReasonCode.WRONG_TEXT,
        reason=reason,
        decision=decision,
        on=on,
        words=said,
        right=Right.PROPOSE,
        by=by,
    )
