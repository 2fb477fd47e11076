"""Dossiers of this year's movement, at least one in every state: invented, and marked."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import Final

from django.db.models import F

from thidua.accounts.models import User
from thidua.accounts.roles import BOARD_LEADER, BOARD_OFFICER, CHAIRMAN, COUNCIL_MEMBER, UNIT_OFFICER
from thidua.demo.illustration.days import ago, days_since_reception
from thidua.demo.illustration.histories import UNITS
from thidua.demo.illustration.opinions import ask_the_public
from thidua.demo.illustration.road import CERTIFICATE, FIGHTER, PRIME_MINISTERS, Road, nominee_of
from thidua.demo.illustration.rulings import Signing
from thidua.demo.illustration.sittings import Council
from thidua.demo.sign_ins import COUNCIL_SIGN_INS, PROVINCE, UNIT_SIGN_INS, open_accounts
from thidua.movements.models import Movement
from thidua.nominations import actions
from thidua.nominations.enums import Agency, FaultCode, SuspensionCause
from thidua.orgs.actions import grant_role
from thidua.orgs.models import Person, Unit
from thidua.support.provenance import Provenance

Users = Mapping[str, User]
VOTED: Final = 3
FAULTS: Final = (
    ("report", FaultCode.REPORT, "Báo cáo chưa nêu số liệu so với năm trước; đề nghị bổ sung."),
    ("evidence:minutes", FaultCode.MINUTES, "Biên bản họp xét chưa ghi tỷ lệ phiếu; đề nghị gửi lại."),
)
AGENCIES: Final = (
    actions.AgencyAsked(Agency.TAX, "Thuế tỉnh", "Việc chấp hành nghĩa vụ thuế (minh họa)."),
    actions.AgencyAsked(Agency.SOCIAL_INSURANCE, "Bảo hiểm xã hội tỉnh", "Việc đóng bảo hiểm (minh họa)."),
)


_KEY: Final = F("positions__unit__key")


def invent_dossiers(movement: Movement, users: Users) -> None:
    """Bring dossiers of the province's units into every state, with queues that are overdue, due today and later."""
    units = Unit.objects.in_bulk(list(UNITS), field_name="key")
    road = Road(movement, _writers(units, users), users[BOARD_OFFICER.code], _people(units))
    _with_units(road, units)
    _in_appraisal(road, units)
    _consulted(road, units)
    members = open_accounts(COUNCIL_SIGN_INS)
    seats = [*members[:VOTED], users[COUNCIL_MEMBER.code], *members[VOTED:]]
    council = Council(Unit.objects.get(key=PROVINCE), seats, road.officer)
    signing = Signing(users[BOARD_LEADER.code], users[CHAIRMAN.code], road.officer)
    _decided(road, units, council, signing)
    voting = (("so-van-hoa-the-thao-va-du-lich", [0, 1], FIGHTER), ("so-cong-thuong", [0, 1], CERTIFICATE))
    waiting = [road.before_council(units[key], numbers, 8, award=award) for key, numbers, award in voting]
    council.open(waiting, VOTED)


def _with_units(road: Road, units: Mapping[str, Unit]) -> None:
    own, other = units["xa-trang-dinh-2025"], units["xa-that-khe-2025"]
    road.draft(own, [0], 2)
    returned = road.received(own, [1], 6)
    faults = [
        actions.FaultFound(
            field=field, code=code, text=text, nomination=nominee_of(returned) if field == "report" else None
        )
        for field, code, text in FAULTS
    ]
    actions.return_dossier(dossier=returned, faults=faults, by=road.officer, at=ago(2))
    road.submitted(other, [0], 0)
    road.submitted(units["xa-dinh-lap-2025"], [0], 9)
    withdrawn = road.received(units["xa-huu-lung-2025"], [0], 12)
    reason = "Đơn vị rút hồ sơ để bổ sung đối tượng (minh họa)."
    by = road.writers["xa-huu-lung-2025"]
    actions.withdraw_dossier(dossier=withdrawn, reason=reason, by=by, at=ago(7))
    cancelled = road.received(units["xa-chi-lang-2025"], [2], 20)
    reason = "Nội dung đã được khen trong đợt trước (minh họa)."
    actions.cancel_dossier(dossier=cancelled, reason=reason, by=road.officer, at=ago(16))


def _in_appraisal(road: Road, units: Mapping[str, Unit]) -> None:
    for key, numbers, left in (
        ("xa-bac-son-2025", [0], -3),
        ("xa-loc-binh-2025", [0], 0),
        ("xa-dinh-lap-2025", [1], 3),
    ):
        road.received(units[key], numbers, days_since_reception(CERTIFICATE, left))
    suspended = road.received(units["xa-binh-gia-2025"], [1], 10)
    actions.suspend(
        dossier=suspended,
        nomination=nominee_of(suspended),
        cause=SuspensionCause.COMPLAINT,
        reason="Đơn đang được xác minh (minh họa).",
        by=road.officer,
        at=ago(5),
    )
    road.appraised(units["xa-chi-lang-2025"], [0], 5)


def _consulted(road: Road, units: Mapping[str, Unit]) -> None:
    asked = road.appraised(units["so-y-te"], [0, 1], 9)
    first, _second = actions.ask_agencies(dossier=asked, agencies=AGENCIES, by=road.officer, at=ago(5))
    actions.record_agency_answer(
        consultation=first,
        agrees=True,
        answered_on=ago(1).date(),
        text="Nhất trí (minh họa).",
        by=road.officer,
        at=ago(1),
    )
    ask_the_public(road, units["benh-vien-da-khoa-tinh"], units["so-cong-thuong"])


def _decided(road: Road, units: Mapping[str, Unit], council: Council, signing: Signing) -> None:
    passed, proposed, waiting, signed, issued, own, handed, archived = [
        road.before_council(units[key], numbers, 18)
        for key, numbers in (
            ("xa-loc-binh-2025", [1, 2]),
            ("xa-that-khe-2025", [1, 2]),
            ("xa-bac-son-2025", [1, 2]),
            ("xa-dinh-lap-2025", [2]),
            ("xa-binh-gia-2025", [2]),
            ("xa-trang-dinh-2025", [2]),
            ("xa-chi-lang-2025", [1]),
            ("xa-huu-lung-2025", [1]),
        )
    ]
    sent_up = road.before_council(units["so-y-te"], [2], 18, award=PRIME_MINISTERS)
    dossiers = [passed, proposed, waiting, signed, issued, own, handed, archived, sent_up]
    council.hold(dossiers, 10, against=[nominee_of(passed)])
    signing.endow(council.unit)
    decision = signing.printed([issued, own, handed, archived], 9)
    signing.hand_over(decision, handed, 3)
    signing.hand_over(decision, archived, 4)
    signing.archive(archived, 2)
    signing.proposed([sent_up], 6)
    signing.signed([signed], 4)
    signing.proposed([proposed], 3)
    signing.waiting([waiting], 1)


def _writers(units: Mapping[str, Unit], users: Users) -> dict[str, User]:
    """Return who writes for each unit; the two further accounts hold their role on several."""
    communes, agencies = open_accounts(UNIT_SIGN_INS)
    opened_with = {sign_in.unit for sign_in in UNIT_SIGN_INS}
    writers = {"xa-trang-dinh-2025": users[UNIT_OFFICER.code]}
    for key, unit in units.items():
        if key in writers:
            continue
        writers[key] = communes if key.startswith("xa-") else agencies
        if key not in opened_with:
            grant_role(user=writers[key], role=UNIT_OFFICER.code, unit=unit, by=None)
    return writers


def _people(units: Mapping[str, Unit]) -> dict[str, list[Person]]:
    """Return the invented persons of each unit, in the order in which they were made."""
    found: dict[str, list[Person]] = defaultdict(list)
    rows = Person.objects.filter(positions__unit__in=units.values(), provenance=Provenance.ILLUSTRATIVE)
    for person, key in ((row, row.unit_key) for row in rows.order_by("pk").annotate(unit_key=_KEY)):
        found[key].append(person)
    return found
