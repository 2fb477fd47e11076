"""What the dice say of each dossier before the year begins: when it comes, its faults, what becomes of it."""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import date
from typing import Final

from thidua.config.simulation.clock import WorkingYear
from thidua.nominations.content import NomineeLine
from thidua.nominations.enums import CommendationType, FaultCode, Route
from thidua.registry.enums import RecipientKind
from thidua.support.provenance import Provenance

# Shares of the months, with the wave of the closing year in November, and of faults and procedures: invented.
MONTHS: Final = (3, 3, 5, 6, 8, 8, 7, 7, 8, 12, 24, 9)
WAVES: Final = (10, 25)  # days of the month around which units send
FAULTS: Final = {
    FaultCode.REPORT: 22,
    FaultCode.EVIDENCE: 18,
    FaultCode.MINUTES: 13,
    FaultCode.RECIPIENT: 12,
    FaultCode.CONDITION: 8,
    FaultCode.VOTE: 7,
    FaultCode.LETTER: 6,
    FaultCode.AWARD: 5,
    FaultCode.CONFIRMATION: 4,
    FaultCode.INITIATIVE: 3,
    FaultCode.OTHER: 2,
}
ROUTES: Final = {Route.MERIT: 70, Route.SUDDEN: 10, Route.SIMPLIFIED: 20}
CERTIFICATE: Final = "provincial_certificate_of_merit"
SURNAMES: Final = ("Nông", "Hoàng", "Lý", "Vi", "Hứa", "Lương", "Triệu", "Bế", "Đặng", "Mông")
MIDDLES: Final = ("Văn", "Thị", "Minh", "Thu", "Đức", "Ngọc", "Quang", "Thanh")
GIVEN: Final = ("An", "Bình", "Cường", "Dung", "Giang", "Hà", "Hùng", "Lan", "Mai", "Nam", "Oanh", "Phúc", "Quế",
                "Sơn", "Tâm", "Uyên", "Vinh", "Xuân", "Yến")  # fmt: skip
WORKS: Final = ("làm đường bê tông của thôn", "dồn điền đổi thửa", "phủ xanh đồi trọc", "dạy lớp ghép ở điểm trường",
                "giữ an ninh thôn bản", "phòng, chống thiên tai", "chuyển đổi số ở xã",
                "khám bệnh lưu động")  # fmt: skip


@dataclass(frozen=True)
class Fate:
    """One dossier's lot. `returns`: the faults of each return; points and spans are in working days."""

    number: int
    commune: int
    route: Route
    lines: tuple[NomineeLine, ...]
    drafted: float
    submitted: float
    returns: tuple[tuple[FaultCode, ...], ...]
    mending: float
    work: float
    eligible: bool
    asks_agencies: bool
    answers: bool
    passes: bool
    withdrawn: bool


def draw_fates(dossiers: int, seed: int, communes: int, year: WorkingYear) -> list[Fate]:
    """Return a fate for each dossier; the same for the same seed, whatever the machine."""
    return [_draw(number, seed, communes, year) for number in range(1, dossiers + 1)]


def _draw(number: int, seed: int, communes: int, year: WorkingYear) -> Fate:
    dice = random.Random(f"{seed}/{number}")  # noqa: S311  (invented dossiers, not secrets)
    submitted = _submission(dice, year)
    rounds = dice.choices((0, 1, 2), (68, 26, 6))[0]
    return Fate(
        number=number,
        commune=dice.randrange(communes),
        route=dice.choices(list(ROUTES), list(ROUTES.values()))[0],
        lines=tuple(_line(dice, year.year, each) for each in range(dice.choices((1, 2, 3), (70, 20, 10))[0])),
        drafted=max(0.0, submitted - dice.uniform(0.5, 8)),
        submitted=submitted,
        returns=tuple(_faults(dice) for _ in range(rounds)),
        mending=dice.uniform(1, 12),
        work=dice.uniform(0.4, 1.6),
        eligible=dice.random() < 0.93,
        asks_agencies=dice.random() < 0.25,
        answers=dice.random() < 0.8,
        passes=dice.random() < 0.95,
        withdrawn=dice.random() < 0.02,
    )


def _submission(dice: random.Random, year: WorkingYear) -> float:
    month = dice.choices(range(1, 13), MONTHS)[0]
    day = min(28, max(1, round(dice.gauss(dice.choice(WAVES), 3))))
    return min(year.point(date(year.year, month, day)), year.length - 1) + dice.uniform(0.1, 0.9)


def _faults(dice: random.Random) -> tuple[FaultCode, ...]:
    drawn = dice.choices(list(FAULTS), list(FAULTS.values()), k=dice.choice((1, 1, 2, 3)))
    return tuple(dict.fromkeys(drawn))


def _line(dice: random.Random, year: int, ordinal: int) -> NomineeLine:
    name = f"{dice.choice(SURNAMES)} {dice.choice(MIDDLES)} {dice.choice(GIVEN)} {dice.choice(GIVEN)}"
    village = f"Thôn {dice.choice(GIVEN)} {dice.choice(GIVEN)} {ordinal + 1}"
    kinds = (RecipientKind.INDIVIDUAL, RecipientKind.COLLECTIVE, RecipientKind.HOUSEHOLD)
    kind = dice.choices(kinds, (70, 20, 10))[0]
    said = {RecipientKind.COLLECTIVE: f"Tập thể {village}", RecipientKind.HOUSEHOLD: f"Hộ ông {name}"}
    work = dice.choice(WORKS)
    return NomineeLine(
        kind=kind,
        name=said.get(kind, name),
        award_code=CERTIFICATE,
        commendation_type=CommendationType.MERIT,
        counting_year=year,
        post_then="Trưởng thôn" if kind == RecipientKind.INDIVIDUAL else "",
        unit_then=village,
        achievement=f"Có thành tích xuất sắc trong việc {work}",
        report=f"{name} đã cùng {dice.randint(5, 90)} hộ của {village} {work}, góp {dice.randint(20, 900)} ngày công "
        f"và {dice.randint(3, 400)} triệu đồng; {dice.choice(WORKS)} đạt {dice.randint(60, 100)} % kế hoạch.",
        direct_worker=dice.random() < 0.6,
        woman=dice.random() < 0.4 if kind == RecipientKind.INDIVIDUAL else None,
        ethnic_minority=dice.random() < 0.7 if kind == RecipientKind.INDIVIDUAL else None,
        provenance=Provenance.ILLUSTRATIVE,
    )
