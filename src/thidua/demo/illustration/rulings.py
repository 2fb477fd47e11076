"""Invented proposals and decisions: waiting for the Chairman or the State level, signed, printed, handed over."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from thidua.accounts.models import User
from thidua.decisions.actions import (
    allocate_fund,
    draft_decision,
    hand_over,
    make_certificates,
    propose,
    send_for_signature,
    set_bonus,
    sign_decision,
    start_certificates,
)
from thidua.decisions.enums import BonusSource
from thidua.decisions.models import Decision, Submission
from thidua.demo.illustration.days import ago, day_ago
from thidua.nominations.actions import archive_dossier
from thidua.nominations.models import Dossier
from thidua.orgs.models import Unit
from thidua.support.provenance import Provenance

PLACE: Final = "Lạng Sơn"
ALLOCATION: Final = 500_000_000  # đồng


@dataclass(frozen=True)
class Signing:
    """Who proposes, who signs, who prints and hands over."""

    leader: User
    chairman: User
    officer: User

    def endow(self, unit: Unit) -> None:
        """Enter what the fund of this year was given."""
        today = day_ago(0)
        allocate_fund(
            unit=unit,
            year=today.year,
            amount=ALLOCATION,
            on=min(date(today.year, 1, 15), today),
            grounds=f"Dự toán ngân sách năm {today.year} (minh họa)",
            paper=f"01/QĐ-MH ngày 05/01/{today.year}",
            provenance=Provenance.ILLUSTRATIVE,
            by=self.leader,
        )

    def proposed(self, dossiers: Sequence[Dossier], days: int) -> Submission:
        """Propose dossiers so many working days ago."""
        return propose(
            dossiers=dossiers,
            symbol="TTr-MH",
            place=PLACE,
            sender="Sở Nội vụ",
            signer_post="Giám đốc",
            text="Dữ liệu minh họa: không phải văn bản của cơ quan, đơn vị nào.",
            by=self.leader,
            at=ago(days),
        )

    def waiting(self, dossiers: Sequence[Dossier], days: int) -> Decision:
        """Put a decision before the Chairman: proposed so many working days ago, planned for the day after."""
        proposal = self.proposed(dossiers, days)
        day = days - 1
        decision = draft_decision(
            submission=proposal,
            symbol="QĐ-MH",
            place=PLACE,
            achievement=f"Đã có thành tích xuất sắc trong thi đua năm {day_ago(day).year} (minh họa)",
            planned_on=day_ago(day),
            signer_name="(chữ ký minh họa)",
            signer_post="Chủ tịch",
            by=self.leader,
        )
        for line in decision.lines.filter(bonus_source=BonusSource.OPEN):
            reason = "Mức thưởng do cơ quan trình đề xuất (minh họa)."
            set_bonus(line=line, amount=line.bonus_suggested or 0, reason=reason, by=self.leader)
        return send_for_signature(decision=decision, by=self.leader, at=ago(day))

    def signed(self, dossiers: Sequence[Dossier], days: int) -> Decision:
        """Have a decision signed on the day for which it was planned."""
        decision = self.waiting(dossiers, days)
        assert decision.preview is not None
        return sign_decision(
            decision=decision, sha256=decision.preview.sha256, by=self.chairman, at=ago(days - 1)
        )

    def printed(self, dossiers: Sequence[Dossier], days: int) -> Decision:
        """Have a decision signed, and its certificates printed on the day after."""
        decision = self.signed(dossiers, days)
        for award in dict.fromkeys(decision.lines.values_list("award_code", flat=True)):
            batch = start_certificates(decision=decision, award_code=award, paper="paper_a4", by=self.officer)
            make_certificates(batch=batch, by=self.officer, at=ago(days - 2))
        return decision

    def hand_over(self, decision: Decision, dossier: Dossier, days: int) -> None:
        """Hand over what a dossier was granted, so many working days ago."""
        for line in decision.lines.filter(nomination__dossier=dossier):
            hand_over(
                line=line,
                on=day_ago(days),
                received_by=line.recipient_name,
                place="Hội trường UBND xã (minh họa)",
                by=self.officer,
                at=ago(days),
            )

    def archive(self, dossier: Dossier, days: int) -> None:
        """Archive a dossier that is handed over."""
        archive_dossier(dossier=dossier, by=self.officer, at=ago(days))
