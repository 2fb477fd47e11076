"""What stands on a certificate, and what its code proves."""

from __future__ import annotations

from typing import Final

from thidua.decisions.models import Certificate, Decision, DecisionLine
from thidua.decisions.papers.bodies import head_of
from thidua.decisions.papers.prizes import NAMELESS, edition_name, is_prize
from thidua.support.documents.certificates.text import CertificateText
from thidua.support.documents.proof.link import qr_text
from thidua.support.documents.proof.payload import Proof

# Award → the family of layouts it is printed with; any other takes the large certificate with its own title.
FAMILIES: Final = {
    "commendation_letter": "giay_khen",
    "provincial_certificate_of_merit": "bang_khen_tinh",
    "grassroots_emulation_fighter": "cstd_co_so",
    "provincial_emulation_fighter": "cstd_tinh",
    "excellent_labor_collective": "tap_the_lao_dong_xuat_sac",
}
OTHER_FAMILY: Final = "bang_khen_tinh"
PRIZE_FAMILY: Final = "giai_thuong"


def family_of(award_code: str) -> str:
    """Return the family of layouts for an award."""
    return PRIZE_FAMILY if is_prize(award_code) else FAMILIES.get(award_code, OTHER_FAMILY)


def words_of_line(line: DecisionLine) -> dict[str, str]:
    """Return the words that may be corrected later: recipient, description, achievement.

    A certificate of a prize names the work and the contest; its title is the prize alone.
    """
    if line.prize_result is not None:
        contest = edition_name(line.prize_result.edition)
        deed = f"{line.achievement}, {contest}" if line.achievement else contest
        return {"recipient": line.recipient_name, "description": line.post_unit, "achievement": deed}
    return {
        "recipient": line.recipient_name,
        "description": line.post_unit,
        "achievement": line.achievement or line.decision.achievement,
    }


def proof_of(line: DecisionLine, code: str, words: dict[str, str]) -> Proof:
    """Return what the QR proves: name, award, number and day of the decision."""
    decision = line.decision
    assert decision.decided_on is not None
    return Proof(
        code=code,
        name=" ".join(words["recipient"].split()),
        award=line.award_name,
        decision_number=decision.full_number,
        decided_on=decision.decided_on,
    )


def certificate_text(certificate: Certificate) -> CertificateText:
    """Return the text to print; reads line, prize, decision and unit of the certificate."""
    line, decision = certificate.line, certificate.line.decision
    assert decision.decided_on is not None
    assert line.ordinal is not None
    return CertificateText(
        issuer_post=head_of(decision.unit),
        **certificate.words,
        decision_number=decision.full_number,
        decided_on=decision.decided_on,
        golden_book=line.ordinal,
        place=decision.place,
        signer_post=_post(decision),
        signer_name=decision.signer_name,
        code=certificate.code,
        proof=qr_text(certificate.code, certificate.payload),
        title=_title(line),
    )


def _title(line: DecisionLine) -> str:
    if line.prize_result is not None:
        return line.prize_result.prize or NAMELESS
    return "" if line.award_code in FAMILIES else line.award_name


def _post(decision: Decision) -> str:
    return f"{decision.on_behalf} {decision.signer_post}".strip()
