"""The decision on the prizes of an invented contest: proposed, signed, its certificates printed, results published."""

from __future__ import annotations

from typing import Final

from django.utils import timezone

from thidua.accounts.models import User
from thidua.accounts.roles import BOARD_LEADER, BOARD_OFFICER, CHAIRMAN
from thidua.contests.actions import close_round, publish_results, reveal
from thidua.contests.models import Edition
from thidua.decisions.actions import (
    draft_decision,
    make_certificates,
    propose_prizes,
    send_for_signature,
    sign_decision,
    start_certificates,
)
from thidua.decisions.models import Decision
from thidua.demo.reported.statement import Statement

PLACE: Final = "Lạng Sơn"


def award_prizes(statement: Statement, edition: Edition) -> None:
    """Lead a contest whose jury has handed in from the codes to the certificates and the public results."""
    officer = statement.users[BOARD_OFFICER.code]
    close_round(edition=edition, by=officer)
    reveal(edition=edition, by=officer)
    decision = _signed(statement, edition)
    for award in dict.fromkeys(decision.lines.values_list("award_code", flat=True)):
        batch = start_certificates(decision=decision, award_code=award, paper="paper_a4", by=officer)
        make_certificates(batch=batch, by=officer)
    edition.refresh_from_db()
    publish_results(edition=edition, version=edition.version, by=officer)


def _signed(statement: Statement, edition: Edition) -> Decision:
    leader, chairman = statement.users[BOARD_LEADER.code], statement.users[CHAIRMAN.code]
    letter = propose_prizes(
        edition=edition,
        unit=statement.units["province"],
        symbol="TTr-MH",
        place=PLACE,
        sender="Sở Nội vụ",
        signer_post="Giám đốc",
        text="Dữ liệu minh họa: không phải văn bản của cơ quan, đơn vị nào.",
        by=leader,
    )
    draft = draft_decision(
        submission=letter,
        symbol="QĐ-MH",
        place=PLACE,
        achievement=f"Có tác phẩm đoạt giải {edition.competition.name} (minh họa)",
        planned_on=timezone.localdate(),
        signer_name="(chữ ký minh họa)",
        signer_post="Chủ tịch",
        by=leader,
    )
    return _sign(send_for_signature(decision=draft, by=leader), chairman)


def _sign(waiting: Decision, chairman: User) -> Decision:
    assert waiting.preview is not None
    return sign_decision(decision=waiting, sha256=waiting.preview.sha256, by=chairman)
