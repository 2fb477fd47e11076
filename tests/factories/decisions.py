"""Dossiers that are ready to be proposed, and decisions at every step, made through the actions of the product."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from typing import Any

from django.utils import timezone

from tests.factories.built_once import built_once
from tests.factories.council import CERTIFICATE, dossier, nomination
from tests.factories.movements import SmallProvince, account, small_province
from thidua.accounts.models import User
from thidua.accounts.roles import BOARD_LEADER
from thidua.decisions.actions import (
    draft_decision,
    make_certificates,
    propose,
    send_for_signature,
    sign_decision,
    start_certificates,
)
from thidua.decisions.models import Decision, Submission
from thidua.nominations.enums import DossierState, Outcome, Route
from thidua.nominations.models import Dossier, Nomination
from thidua.orgs.actions import create_person
from thidua.registry.enums import RecipientKind

_numbers = itertools.count(1)


@dataclass(frozen=True)
class Office:
    """A small province with a leader of its Board."""

    place: SmallProvince
    leader: User

    @property
    def officer(self) -> User:
        return self.place.officer

    @property
    def chairman(self) -> User:
        return self.place.chairman


@built_once
def office() -> Office:
    """Return a new office."""
    place = small_province()
    return Office(place, account(BOARD_LEADER.code, place.province, "Nông Thị Trưởng"))


def ready_dossier(
    of: Office, names: tuple[str, ...] = ("Lý Văn An",), award: str = CERTIFICATE, **more: Any
) -> Dossier:
    """Return an appraised dossier of the simplified procedure: one eligible person for each name."""
    row = dossier(of.place, state=DossierState.APPRAISED, route=Route.SIMPLIFIED, declared_by=of.place.clerk,
                  submitted_at=timezone.now(), **more)  # fmt: skip
    for name in names:
        person = create_person(full_name=name, by=None)
        nomination(
            row, name, award, person=person, outcome=Outcome.ELIGIBLE, unit_then="Xã Đề Thám",
            post_then="Trưởng thôn", achievement="Đã có thành tích xuất sắc trong phòng, chống thiên tai",
        )  # fmt: skip
    return row


def of_kind(row: Dossier, name: str, kind: RecipientKind, award: str = CERTIFICATE) -> Nomination:
    """Add an eligible nominee of a kind to a dossier."""
    return nomination(row, name, award, kind, outcome=Outcome.ELIGIBLE)


def proposal(of: Office, *dossiers: Dossier, **changes: Any) -> Submission:
    """Return the proposal of dossiers (of one new dossier)."""
    return propose(
        **{
            "dossiers": dossiers or (ready_dossier(of),),
            "symbol": "TTr-SNV",
            "title": "Về việc tặng Bằng khen",
            "place": "Lạng Sơn",
            "signer_post": "Giám đốc Sở Nội vụ",
            "sender": "Sở Nội vụ",
            "by": of.leader,
            **changes,
        }
    )


def draft(of: Office, *dossiers: Dossier, **changes: Any) -> Decision:
    """Return a draft decision on dossiers."""
    return draft_decision(
        **{
            "submission": proposal(of, *dossiers),
            "symbol": "QĐ-UBND",
            "place": "Lạng Sơn",
            "achievement": "Đã có thành tích xuất sắc trong phòng, chống thiên tai năm 2026",
            "planned_on": timezone.localdate(),
            "signer_name": "Lý Thị Chủ",
            "signer_post": "Chủ tịch",
            "by": of.leader,
            **changes,
        }
    )


def waiting(of: Office, *dossiers: Dossier) -> Decision:
    """Return a decision that waits for the Chairman."""
    return send_for_signature(decision=draft(of, *dossiers), by=of.leader)


def signing(of: Office, decision: Decision) -> Decision:
    """Sign what waits, as the Chairman who has just seen it."""
    assert decision.preview is not None
    return sign_decision(decision=decision, sha256=decision.preview.sha256, by=of.chairman)


def signed(of: Office, *dossiers: Dossier) -> Decision:
    """Return a signed decision."""
    return signing(of, waiting(of, *dossiers))


def printed(of: Office, *dossiers: Dossier) -> Decision:
    """Return a signed decision whose certificates are printed."""
    row = signed(of, *dossiers)
    for code in dict.fromkeys(row.lines.values_list("award_code", flat=True)):
        batch = start_certificates(decision=row, award_code=code, paper="paper_a4", by=of.officer)
        make_certificates(batch=batch, by=of.officer)
    return row
