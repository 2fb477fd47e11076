"""Five invented years of one person or unit: what was done, graded and given."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from datetime import date
from typing import Final, NamedTuple

EXCELLENT, WELL, DONE = "excellently_completed", "well_completed", "completed"
ADVANCED, FIGHTER = "advanced_worker", "grassroots_emulation_fighter"
PROVINCIAL, CERTIFICATE = "provincial_emulation_fighter", "provincial_certificate_of_merit"
ADVANCED_COLLECTIVE, EXCELLENT_COLLECTIVE = "advanced_labor_collective", "excellent_labor_collective"


class Form(NamedTuple):
    """What an award is called on paper, and whether the province decides it."""

    name: str
    of_province: bool


FORMS: Final = {
    ADVANCED: Form("Lao động tiên tiến", of_province=False),
    FIGHTER: Form("Chiến sĩ thi đua cơ sở", of_province=False),
    PROVINCIAL: Form("Chiến sĩ thi đua cấp tỉnh", of_province=True),
    CERTIFICATE: Form("Bằng khen của Chủ tịch UBND tỉnh", of_province=True),
    ADVANCED_COLLECTIVE: Form("Tập thể lao động tiên tiến", of_province=False),
    EXCELLENT_COLLECTIVE: Form("Tập thể lao động xuất sắc", of_province=True),
}
INITIATIVES: Final = (
    "Số hóa sổ theo dõi hồ sơ một cửa",
    "Bảng theo dõi công việc theo tuần tại cơ quan",
    "Mẫu trả lời thống nhất cho người dân",
    "Tổ lưu động làm thủ tục tại thôn",
    "Rút ngắn thời gian tổng hợp báo cáo",
)


@dataclass
class Career:
    """Grades by year, initiatives (year, name, scope), awards (code, year), measures and matters by their days."""

    grades: dict[int, str] = field(default_factory=dict)
    initiatives: list[tuple[int, str, str]] = field(default_factory=list)
    awards: list[tuple[str, int]] = field(default_factory=list)
    discipline: list[tuple[date, date]] = field(default_factory=list)
    matters: list[date] = field(default_factory=list)


def career_of(number: int, years: range, dice: random.Random) -> Career:
    """Return the career of the n-th person: every fourth is strong, every fourth modest, the others are good."""
    career = Career()
    strong, modest = number % 4 == 0, number % 4 == 3
    for year in years:
        _year(career, year, dice, strong=strong, modest=modest)
    if number % 8 == 0:
        career.awards.append((CERTIFICATE, years[1]))
        career.awards += [(PROVINCIAL, years[2])] if number % 16 == 0 else []
        career.initiatives.append((years[-1], dice.choice(INITIATIVES), "province_or_ministry"))
    if number == 7:
        career.discipline.append((date(2024, 5, 10), date(2025, 5, 9)))
    if number == 14:
        career.matters.append(date(2026, 3, 2))
    return career


def collective_career(number: int, years: range, dice: random.Random) -> Career:
    """Return the career of the n-th collective."""
    career = Career()
    for year in years:
        excellent = number % 3 != 2 and dice.random() < 0.8
        career.grades[year] = EXCELLENT if excellent else WELL
        career.awards.append((EXCELLENT_COLLECTIVE if excellent else ADVANCED_COLLECTIVE, year))
    return career


def _year(career: Career, year: int, dice: random.Random, *, strong: bool, modest: bool) -> None:
    if modest and dice.random() < 0.4:
        career.grades[year] = DONE
        return
    career.awards.append((ADVANCED, year))
    excellent = strong or (not modest and dice.random() < 0.3)
    career.grades[year] = EXCELLENT if excellent else WELL
    if excellent and (strong or dice.random() < 0.7):
        career.initiatives.append((year, dice.choice(INITIATIVES), "grassroots"))
        career.awards.append((FIGHTER, year))
