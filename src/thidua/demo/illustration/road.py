"""The steps of an invented dossier, each through its real action and on a day of the past weeks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Final

from thidua.accounts.models import User
from thidua.demo.illustration.days import ago
from thidua.movements.models import Movement
from thidua.nominations import actions
from thidua.nominations.content import DossierContent, NomineeLine
from thidua.nominations.enums import EvidenceKind, Level, Outcome, Route
from thidua.nominations.models import Dossier, Nomination, StoredAppraisal
from thidua.nominations.stored_findings import MET, is_carried, leaves
from thidua.orgs.models import Person, Unit
from thidua.registry.enums import CommendationType, RecipientKind
from thidua.support.documents.typesetting import typeset
from thidua.support.provenance import Provenance

CERTIFICATE: Final = "provincial_certificate_of_merit"
FIGHTER: Final = "provincial_emulation_fighter"
ORDER: Final = "labor_order_3"
PRIME_MINISTERS: Final = "pm_certificate_of_merit"
MARK: Final = "Dữ liệu minh họa: không phải văn bản của cơ quan, đơn vị nào."
PAPER: Final = Path(__file__).parents[1] / "data" / "paper.typ"
CHECKED: Final = "Đã đối chiếu bản giấy do đơn vị gửi kèm (minh họa)."
ACHIEVEMENTS: Final = (
    "Vận động nhân dân hiến đất, góp công làm đường giao thông nông thôn",
    "Rút ngắn thời gian giải quyết thủ tục hành chính cho người dân",
    "Hướng dẫn người dân dùng dịch vụ công trực tuyến tại từng thôn",
    "Tham gia cứu hộ, khắc phục hậu quả mưa lũ tại địa phương",
    "Xây dựng nền nếp làm việc không giấy tờ tại cơ quan",
    "Giúp các hộ khó khăn phát triển sản xuất, giảm nghèo bền vững",
)
ACHIEVEMENTS_OF: Final = {  # a hospital builds no roads
    "benh-vien-da-khoa-tinh": (
        "Triển khai mổ nội soi tại tỉnh, giảm số người bệnh phải chuyển tuyến",
        "Rút ngắn thời gian chờ khám của người bệnh có thẻ bảo hiểm y tế",
        "Khám bệnh, cấp thuốc lưu động cho người dân các xã vùng cao",
    )
}
REPORT: Final = (
    "{name}, {post}, đã có thành tích sau trong đợt thi đua năm {year}: {done}. Công việc được tập thể đánh giá "
    "hoàn thành xuất sắc; kết quả có số liệu theo dõi hằng tháng của đơn vị {unit}. (Dữ liệu minh họa.)"
)


@dataclass(frozen=True)
class Road:
    """Who takes the dossiers of this year along: the movement, the writer of each unit, and the Board's officer."""

    movement: Movement
    writers: Mapping[str, User]
    officer: User
    people: Mapping[str, Sequence[Person]]

    def draft(
        self, unit: Unit, numbers: Sequence[int], days: int, *, award: str = CERTIFICATE, route: str = ""
    ) -> Dossier:
        """Open a dossier so many working days ago, for the persons of `unit` with these numbers; no papers yet."""
        day = ago(days)
        year = day.date().year
        state = award in (ORDER, PRIME_MINISTERS)
        content = DossierContent(
            title=f"Đề nghị khen thưởng thành tích năm {year} của {unit.name} (minh họa)",
            route=route or (Route.MERIT if award != CERTIFICATE else Route.MOVEMENT),
            level=Level.STATE if state else Level.PROVINCE,
            counting_year=year,
            movement=self.movement if award == CERTIFICATE and not route else None,
            letter_number=f"{20 + days}/TTr-MH",
            letter_date=day.date(),
            met_on=day.date() - timedelta(days=1),
        )
        by = self.writers[unit.key]
        dossier = actions.open_dossier(
            unit=unit, content=content, by=by, at=day, provenance=Provenance.ILLUSTRATIVE
        )
        lines = [self._line(unit, self.people[unit.key][number], award, year) for number in numbers]
        actions.add_nominations(dossier=dossier, lines=lines, by=by)
        return dossier

    def submitted(
        self, unit: Unit, numbers: Sequence[int], days: int, *, award: str = CERTIFICATE
    ) -> Dossier:
        """Return a dossier with its papers that was sent in so many working days ago."""
        dossier = self.draft(unit, numbers, days, award=award)
        by = self.writers[unit.key]
        for kind, title in ((EvidenceKind.LETTER, "TỜ TRÌNH"), (EvidenceKind.MINUTES, "BIÊN BẢN HỌP XÉT")):
            data = _paper(f"{title} – {dossier.code}", unit, dossier)
            actions.attach_evidence(
                dossier=dossier, kind=kind, data=data, name=f"{kind}-{dossier.code}.pdf", by=by
            )
        return actions.submit_dossier(dossier=dossier, declared=True, by=by, at=ago(days))

    def received(self, unit: Unit, numbers: Sequence[int], days: int, *, award: str = CERTIFICATE) -> Dossier:
        """Return a dossier that the Board received so many working days ago, and checked by the law on that day."""
        dossier = self.submitted(unit, numbers, days + 1, award=award)
        dossier = actions.receive_dossier(dossier=dossier, by=self.officer, at=ago(days))
        actions.store_appraisals(dossier=dossier, by=self.officer, at=ago(days))
        return dossier

    def appraised(
        self, unit: Unit, numbers: Sequence[int], days: int, *, award: str = CERTIFICATE, taking: int = 3
    ) -> Dossier:
        """Return a dossier received so many working days ago, all of it found eligible `taking` days later."""
        dossier = self.received(unit, numbers, days, award=award)
        when = ago(days - taking)
        for stored in actions.store_appraisals(dossier=dossier, by=self.officer, at=when):
            self._rule(stored, days - taking)
        pending = dossier.nominations.filter(outcome=Outcome.PENDING)
        conclusions = {row.pk: actions.Conclusion(eligible=True, reason=CHECKED) for row in pending}
        return actions.conclude_appraisal(dossier=dossier, conclusions=conclusions, by=self.officer, at=when)

    def before_council(
        self, unit: Unit, numbers: Sequence[int], days: int, *, award: str = CERTIFICATE
    ) -> Dossier:
        """Return a dossier received so many working days ago that went before the council five days later."""
        dossier = self.appraised(unit, numbers, days, award=award)
        return actions.send_to_council(dossier=dossier, by=self.officer, at=ago(days - 5))

    def _line(self, unit: Unit, person: Person, award: str, year: int) -> NomineeLine:
        post = person.positions.order_by("order").values_list("title", flat=True).first() or "Công chức"
        known = ACHIEVEMENTS_OF.get(unit.key, ACHIEVEMENTS)
        done = known[person.pk % len(known)]
        of_movement = award == CERTIFICATE
        return NomineeLine(
            kind=RecipientKind.INDIVIDUAL,
            name=person.full_name,
            award_code=award,
            commendation_type=CommendationType.MOVEMENT if of_movement else CommendationType.MERIT,
            counting_year=year,
            person=person,
            post_then=post,
            unit_then=unit.name,
            achievement=done,
            report=REPORT.format(
                name=person.full_name, post=post, year=year, done=done.lower(), unit=unit.name
            ),
            provenance=Provenance.ILLUSTRATIVE,
        )

    def _rule(self, stored: StoredAppraisal, days: int) -> None:
        """Overrule what keeps the nominee from being eligible, one finding after the other, until nothing does."""
        rulings: dict[str, bool] = {}
        for finding in {one.key: one for one in leaves(stored.result)}.values():
            if is_carried(stored.result, rulings):
                return
            if finding.verdict != MET:
                actions.decide_finding(
                    appraisal=stored,
                    finding=finding.key,
                    holds=True,
                    reason=CHECKED,
                    by=self.officer,
                    at=ago(days),
                )
                rulings[finding.key] = True


def nominee_of(dossier: Dossier) -> Nomination:
    """Return the first nominee of a dossier."""
    return dossier.nominations.order_by("ordinal")[0]


def _paper(title: str, unit: Unit, dossier: Dossier) -> bytes:
    names = dossier.nominations.order_by("ordinal").values_list("recipient_name", flat=True)
    lines = [f"{number}. {name}" for number, name in enumerate(names, start=1)]
    return typeset(PAPER, {"title": title, "unit": unit.name, "lines": lines, "mark": MARK})
