"""Editions whose codes are open, and the decisions on their prizes, made through the actions of the product."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.utils import timezone

from tests.factories.decisions import Office, signing
from tests.factories.juries import Jury, judged, opened
from thidua.contests.actions import close_round, reveal
from thidua.contests.models import Edition
from thidua.decisions.actions import draft_decision, propose_prizes, send_for_signature
from thidua.decisions.models import Decision, Submission

JOINT = ("Hà Thị Kín", "Vi Văn Lai")


def revealed(of: Office, *, joint: Sequence[str] = JOINT, **changes: Any) -> Edition:
    """Return an edition whose codes are open: the first work, of two authors, won Giải A, the others Giải B."""
    made: Jury = opened(of.place, joint=joint, **changes)
    rows = [["10", "5"], ["8", "4"], ["6", "3"]]
    judged(made, dict.fromkeys(made.jurors, rows))
    close_round(edition=made.edition, by=of.officer)
    reveal(edition=made.edition, by=of.officer)
    return Edition.objects.select_related("competition__organiser", "rules").get(pk=made.edition.pk)


def prize_letter(of: Office, edition: Edition, **changes: Any) -> Submission:
    """Return the proposal of the edition's prizes."""
    return propose_prizes(
        **{
            "edition": edition,
            "unit": of.place.province,
            "symbol": "TTr-SNV",
            "place": "Lạng Sơn",
            "signer_post": "Giám đốc Sở Nội vụ",
            "sender": "Sở Nội vụ",
            "by": of.leader,
            **changes,
        }
    )


def prize_draft(of: Office, edition: Edition) -> Decision:
    """Return the draft decision on the edition's prizes."""
    return draft_decision(
        submission=prize_letter(of, edition),
        symbol="QĐ-UBND",
        place="Lạng Sơn",
        achievement="Có tác phẩm đoạt giải",
        planned_on=timezone.localdate(),
        signer_name="Lý Thị Chủ",
        signer_post="Chủ tịch",
        by=of.leader,
    )


def prizes_signed(of: Office, edition: Edition) -> Decision:
    """Return the signed decision on the edition's prizes."""
    return signing(of, send_for_signature(decision=prize_draft(of, edition), by=of.leader))
