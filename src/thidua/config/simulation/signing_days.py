"""From the proposal to the ceremony: the letter, the decision, the signature, the certificates."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

from thidua.config.simulation.places import Places
from thidua.decisions.actions import (
    draft_decision,
    hand_over_many,
    make_certificates,
    propose,
    send_for_signature,
    set_bonus,
    sign_decision,
    start_certificates,
)
from thidua.decisions.enums import BonusSource
from thidua.decisions.models import Decision
from thidua.nominations.models import Dossier

DOSSIERS_IN_PROPOSAL: Final = 100


def write_proposal(dossiers: Sequence[Dossier], places: Places, signing_day: date) -> Decision:
    """Propose the dossiers, draft the decision for the day of signing, and put it before the Chairman."""
    submission = propose(
        dossiers=dossiers,
        symbol="TTr-SNV",
        title="Về việc tặng Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh",
        place="Mô Phỏng",
        signer_post="Giám đốc Sở Nội vụ",
        sender="Sở Nội vụ",
        by=places.leader,
    )
    decision = draft_decision(
        submission=submission,
        symbol="QĐ-UBND",
        place="Mô Phỏng",
        achievement="Đã có thành tích xuất sắc trong phong trào thi đua yêu nước",
        planned_on=signing_day,
        signer_name=places.chairman.get_full_name(),
        signer_post="Chủ tịch",
        by=places.leader,
    )
    for line in decision.lines.filter(bonus_source=BonusSource.OPEN):
        set_bonus(line=line, amount=0, reason="Mức thưởng chưa xác định (minh họa).", by=places.leader)
    return send_for_signature(decision=decision, by=places.leader)


def sign(decision: Decision, places: Places) -> Decision:
    """Sign what waits, as the Chairman who has just read it."""
    assert decision.preview is not None
    return sign_decision(decision=decision, sha256=decision.preview.sha256, by=places.chairman)


def print_all(decision: Decision, places: Places) -> None:
    """Print the certificates of every award of the decision."""
    printer = places.officers[-1]
    for code in dict.fromkeys(decision.lines.order_by("ordinal").values_list("award_code", flat=True)):
        batch = start_certificates(decision=decision, award_code=code, paper="paper_a4", by=printer)
        make_certificates(batch=batch, by=printer)


def hand_over_all(decision: Decision, places: Places, today: date) -> None:
    """Hand every certificate of the decision over to who is named on it."""
    lines = decision.lines.filter(refusal="").select_related("decision__unit").order_by("ordinal")
    hand_over_many(lines=list(lines), on=today, place="Hội trường", by=places.officers[-1])
