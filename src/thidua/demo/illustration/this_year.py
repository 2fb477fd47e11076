"""A movement of the present year with today's communes, so that somebody has work waiting: invented, and marked."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from django.utils import timezone

from thidua.accounts.roles import BOARD_OFFICER, CHAIRMAN, UNIT_OFFICER
from thidua.core.periods import Period
from thidua.demo.illustration.figures import invent_half_year
from thidua.demo.illustration.registrations import register_units
from thidua.demo.reported.statement import Statement, at_noon
from thidua.demo.sign_ins import SIGN_INS
from thidua.movements.actions import (
    GroupContent,
    MovementContent,
    create_movement,
    launch_movement,
    name_content_groups,
)
from thidua.movements.enums import FieldOfWork, MovementKind, UnitLevel
from thidua.movements.models import Movement
from thidua.orgs.enums import COMMUNE_LEVEL
from thidua.orgs.models import Unit
from thidua.orgs.queries import units_as_of
from thidua.support.provenance import Provenance
from thidua.targets.actions.open_round import Question, open_round
from thidua.targets.models import Indicator

GROUPS: Final = (
    "Hoàn thành các chỉ tiêu kinh tế – xã hội của năm",
    "Chuyển đổi số và cải cách thủ tục hành chính tại xã, phường",
    "Xây dựng nông thôn mới, đô thị văn minh",
    "Giữ vững quốc phòng, an ninh biên giới",
)
DAYS_TO_REPORT: Final = 10


def invent_this_year(statement: Statement, indicators: list[Indicator], seed: int) -> Movement:
    """Launch a movement of this year, register most communes, ask all of them for figures, and return the movement.

    The commune of the demonstration's unit officer is left out of the registrations: that is the officer's work.
    """
    today = timezone.localdate()
    movement = _launch(statement, today)
    communes = list(units_as_of(today).filter(kind__in=COMMUNE_LEVEL).order_by("id"))
    own = {sign_in.unit for sign_in in SIGN_INS if sign_in.role is UNIT_OFFICER}
    officer = statement.users[BOARD_OFFICER.code]
    others = [unit for unit in communes if unit.key not in own]
    register_units(movement, others, by=officer, seed=seed)
    for unit in (unit for unit in communes if unit.key in own):
        invent_half_year(indicators, unit, today.year, by=officer, seed=seed)
    _ask(statement, movement, communes, indicators, today)
    return movement


def _launch(statement: Statement, today: date) -> Movement:
    officer, chairman = statement.users[BOARD_OFFICER.code], statement.users[CHAIRMAN.code]
    starts_on = today - timedelta(days=60)
    content = MovementContent(
        kind=MovementKind.THEMATIC,
        short_name=f"Thi đua hoàn thành nhiệm vụ năm {today.year} (minh họa)",
        theme=f"Đoàn kết, kỷ cương, sáng tạo, thi đua hoàn thành thắng lợi nhiệm vụ năm {today.year}",
        starts_on=starts_on,
        planned_end=today + timedelta(days=45),
        fields=list(FieldOfWork.values),
        scope=[UnitLevel.COMMUNE],
    )
    movement = create_movement(
        content=content,
        launched_by=statement.units["province"],
        provenance=Provenance.ILLUSTRATIVE,
        by=officer,
    )
    groups = [GroupContent(name) for name in GROUPS]
    name_content_groups(movement=movement, groups=groups, version=movement.version, by=officer)
    return launch_movement(movement=movement, by=chairman, at=at_noon(starts_on))


def _ask(
    statement: Statement, movement: Movement, communes: list[Unit], indicators: list[Indicator], today: date
) -> None:
    months = max(today.month - 1, 1)
    open_round(
        name=f"Báo cáo kết quả {months} tháng đầu năm {today.year} (minh họa)",
        period=Period.of_first_months(today.year, months),
        due_on=today + timedelta(days=DAYS_TO_REPORT),
        questions=[Question(indicator) for indicator in indicators],
        units=communes,
        opened_by=statement.units["province"],
        movement=movement,
        provenance=Provenance.ILLUSTRATIVE,
        by=statement.users[BOARD_OFFICER.code],
    )
