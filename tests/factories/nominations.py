"""Dossiers on their way, made through the actions of the product."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from datetime import date
from typing import Any

from tests.factories.built_once import built_once
from tests.factories.movements import SmallProvince, account, running_movement, small_province
from thidua.accounts.models import User
from thidua.accounts.roles import BOARD_LEADER
from thidua.movements.models import Movement
from thidua.nominations import actions
from thidua.nominations.content import DossierContent, NomineeLine
from thidua.nominations.enums import EvidenceKind, FaultCode, Outcome
from thidua.nominations.models import Dossier, Nomination
from thidua.orgs.models import Person
from thidua.support.provenance import Provenance

CERTIFICATE = "provincial_certificate_of_merit"
PICTURE = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489"
    "0000000d49444154789c6360000002000001e221bc330000000049454e44ae426082"
)
_numbers = itertools.count(1)


@dataclass(frozen=True)
class Desk:
    """A small province with a running movement, and a leader of the Board beside its officer."""

    place: SmallProvince
    movement: Movement
    leader: User

    @property
    def clerk(self) -> User:
        return self.place.clerk

    @property
    def officer(self) -> User:
        return self.place.officer


@built_once
def desk() -> Desk:
    """Return a new desk."""
    place = small_province()
    return Desk(place, running_movement(place), account(BOARD_LEADER.code, place.province, "Vi Văn Trưởng"))


def content(at: Desk, **changes: Any) -> DossierContent:
    """Return what is said of a dossier, complete, with `changes`."""
    return DossierContent(
        **{
            "title": "Đề nghị khen thưởng đợt thi đua cao điểm năm 2025",
            "route": "movement",
            "level": "province",
            "counting_year": 2025,
            "movement": at.movement,
            "letter_number": "12/TTr-UBND",
            "letter_date": date(2026, 3, 12),
            "met_on": date(2026, 3, 10),
            **changes,
        }
    )


def nominee(name: str = "", **changes: Any) -> NomineeLine:
    """Return a nominee of whom everything is said, with `changes`."""
    return NomineeLine(
        **{
            "kind": "individual",
            "name": name or f"Nông Văn {chr(64 + next(_numbers) % 26 + 1)}",
            "award_code": CERTIFICATE,
            "commendation_type": "movement",
            "counting_year": 2025,
            "post_then": "Trưởng thôn",
            "unit_then": "Thôn Nà Ao 2, xã Đề Thám",
            "achievement": "Vận động nhân dân làm 2 km đường bê tông nông thôn",
            "report": "Năm 2025 đã vận động 48 hộ góp công làm đường của thôn.",
            "provenance": Provenance.TEST,
            **changes,
        }
    )


def person(name: str = "Lương Thị Bình", birth_year: int | None = 1980) -> Person:
    """Return a person of the register."""
    from thidua.core.vietnamese.fold import fold
    from thidua.core.vietnamese.names import sort_key

    return Person.objects.create(
        full_name=name, sort_key=sort_key(name), folded_name=fold(name), birth_year=birth_year
    )


def draft(at: Desk, *lines: NomineeLine, **changes: Any) -> Dossier:
    """Return a draft of Đề Thám with nominees (one) and no papers."""
    dossier = actions.open_dossier(
        unit=at.place.de_tham, content=content(at, **changes), by=at.clerk, provenance=Provenance.TEST
    )
    actions.add_nominations(dossier=dossier, lines=lines or [nominee()], by=at.clerk)
    dossier.refresh_from_db()
    return dossier


def complete(at: Desk, *lines: NomineeLine, **changes: Any) -> Dossier:
    """Return a draft that can be sent in."""
    dossier = draft(at, *lines, **changes)
    for kind in (EvidenceKind.LETTER, EvidenceKind.MINUTES):
        actions.attach_evidence(dossier=dossier, kind=kind, data=PICTURE, name=f"{kind}.png", by=at.clerk)
    dossier.refresh_from_db()
    return dossier


def submitted(at: Desk, *lines: NomineeLine, **changes: Any) -> Dossier:
    """Return a dossier that waits to be received."""
    return actions.submit_dossier(dossier=complete(at, *lines, **changes), declared=True, by=at.clerk)


def received(at: Desk, *lines: NomineeLine, **changes: Any) -> Dossier:
    """Return a dossier in appraisal, held by the officer."""
    return actions.receive_dossier(dossier=submitted(at, *lines, **changes), by=at.officer)


def returned(at: Desk, *faults: actions.FaultFound, **changes: Any) -> Dossier:
    """Return a dossier that came back with faults (one, about the minutes)."""
    found = faults or (actions.FaultFound(field="met_on", code=FaultCode.MINUTES, text="Sửa lại ngày họp."),)
    return actions.return_dossier(dossier=received(at, **changes), faults=found, by=at.officer)


def concluded(at: Desk, dossier: Dossier, eligible: bool = True) -> Dossier:
    """Return `dossier` appraised: every nominee eligible (or not), each finding seen as fulfilled."""
    from thidua.nominations.stored_findings import MET, leaves

    for stored in actions.store_appraisals(dossier=dossier, by=at.officer):
        for finding in {one.key: one for one in leaves(stored.result)}.values():
            if eligible and finding.verdict != MET:
                actions.decide_finding(
                    appraisal=stored,
                    finding=finding.key,
                    holds=True,
                    reason="Đã kiểm tra bản giấy.",
                    by=at.officer,
                )
    conclusions = {
        row.pk: actions.Conclusion(eligible, "Hồ sơ giấy đã đối chiếu.")
        for row in dossier.nominations.filter(outcome=Outcome.PENDING)
    }
    return actions.conclude_appraisal(dossier=dossier, conclusions=conclusions, by=at.officer)


def appraised(at: Desk, *lines: NomineeLine, **changes: Any) -> Dossier:
    """Return a dossier whose nominees are eligible."""
    return concluded(at, received(at, *lines, **changes))


def before_council(at: Desk, *lines: NomineeLine, **changes: Any) -> Dossier:
    """Return a dossier before the council."""
    return actions.send_to_council(dossier=appraised(at, *lines, **changes), by=at.officer)


def proposed(at: Desk, *lines: NomineeLine, **changes: Any) -> Dossier:
    """Return a dossier that the council passed and the Board proposed."""
    dossier = before_council(at, *lines, **changes)
    for row in dossier.nominations.all():
        actions.mark_council_result(nomination=row, passed=True, by=at.officer)
    return actions.mark_proposed(dossier=dossier, by=at.leader)


def decided(at: Desk, *lines: NomineeLine, **changes: Any) -> Dossier:
    """Return a dossier in which everything was granted."""
    return actions.mark_decided(dossier=proposed(at, *lines, **changes), refused={}, by=at.place.chairman)


def only(dossier: Dossier) -> Nomination:
    """Return the only nomination of a dossier."""
    return dossier.nominations.get()
