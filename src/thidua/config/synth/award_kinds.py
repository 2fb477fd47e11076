"""The awards that careers are made of, with the words of the law data and who decides them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import Final


class Decider(IntEnum):
    """Whose decision gives an award: the basic unit's head, the province, or the State."""

    BASIC = 0
    PROVINCE = 1
    STATE = 2


@dataclass(frozen=True)
class AwardKind:
    """One award: code of the law data, words on the decision, who decides, whether a year is counted, bonus."""

    code: str
    words: str
    decider: Decider
    of_year: bool
    amount: int  # đồng
    authority: str = ""


KINDS: Final = (
    AwardKind("advanced_worker", "Lao động tiên tiến", Decider.BASIC, True, 447_000),
    AwardKind("grassroots_emulation_fighter", "Chiến sĩ thi đua cơ sở", Decider.BASIC, True, 1_490_000),
    AwardKind("commendation_letter", "Giấy khen", Decider.BASIC, False, 447_000),
    AwardKind(
        "provincial_certificate_of_merit", "Bằng khen của Chủ tịch UBND tỉnh", Decider.PROVINCE, False, 1_490_000
    ),
    AwardKind("provincial_emulation_fighter", "Chiến sĩ thi đua cấp tỉnh", Decider.PROVINCE, True, 4_470_000),
    AwardKind(
        "pm_certificate_of_merit", "Bằng khen của Thủ tướng Chính phủ", Decider.STATE, False, 5_215_000,
        "Thủ tướng Chính phủ",
    ),
    AwardKind(
        "labor_order_3", "Huân chương Lao động hạng Ba", Decider.STATE, False, 6_705_000, "Chủ tịch nước"
    ),
    AwardKind("advanced_labor_collective", "Tập thể lao động tiên tiến", Decider.BASIC, True, 1_192_000),
    AwardKind("excellent_labor_collective", "Tập thể lao động xuất sắc", Decider.PROVINCE, True, 2_235_000),
    AwardKind("provincial_emulation_flag", "Cờ thi đua của UBND tỉnh", Decider.PROVINCE, True, 8_940_000),
    AwardKind("cultural_family", "Gia đình văn hóa", Decider.BASIC, True, 149_000),
)  # fmt: skip
NUMBER: Final = {kind.code: number for number, kind in enumerate(KINDS)}
COLLECTIVE_SHARES: Final = (
    ("advanced_labor_collective", 0.60),
    ("excellent_labor_collective", 0.16),
    ("provincial_certificate_of_merit", 0.13),
    ("commendation_letter", 0.095),
    ("provincial_emulation_flag", 0.012),
    ("labor_order_3", 0.003),
)
HOUSEHOLD_SHARES: Final = (
    ("cultural_family", 0.70),
    ("commendation_letter", 0.22),
    ("provincial_certificate_of_merit", 0.08),
)
