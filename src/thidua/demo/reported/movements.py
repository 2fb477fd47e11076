"""The movements of 2019: prepared, launched, and closed at the ceremony."""

from __future__ import annotations

from typing import Any

from thidua.accounts.roles import BOARD_OFFICER, CHAIRMAN
from thidua.demo.reported.statement import Statement, at_noon
from thidua.movements.actions import (
    GroupContent,
    MovementContent,
    create_movement,
    keep_anniversary,
    launch_movement,
    name_content_groups,
    review_movement,
)
from thidua.movements.enums import ReviewKind
from thidua.movements.models import Anniversary, Movement
from thidua.support.provenance import Provenance


def launch_movements(statement: Statement) -> dict[str, Movement]:
    """Enter and launch the movements the report names; return them by slug, running."""
    officer = statement.users[BOARD_OFFICER.code]
    anniversaries = {
        row["key"]: keep_anniversary(
            name=row["name"],
            started_year=row["started_year"],
            started_on=row.get("started_on"),
            source=statement.source,
            by=officer,
        )
        for row in statement.facts["anniversaries"]
    }
    return {row["slug"]: _launch(statement, row, anniversaries) for row in statement.facts["movements"]}


def close_movements(statement: Statement, movements: dict[str, Movement]) -> None:
    """Hold the final review of the two drives on the day of the ceremony; the standing movement goes on."""
    officer = statement.users[BOARD_OFFICER.code]
    for row in statement.facts["movements"]:
        if "ended_on" in row:
            review_movement(
                movement=movements[row["slug"]],
                kind=ReviewKind.FINAL,
                held_on=statement.ceremony,
                ended_on=row["ended_on"],
                by=officer,
            )


def _launch(statement: Statement, row: dict[str, Any], anniversaries: dict[str, Anniversary]) -> Movement:
    officer, chairman = statement.users[BOARD_OFFICER.code], statement.users[CHAIRMAN.code]
    starts = row.get("starts")
    content = MovementContent(
        kind=row["kind"],
        short_name=row["short_name"],
        theme=row["theme"],
        starts_on=starts["day"] if starts else None,
        starts_precision=starts["precision"] if starts else "day",
        planned_end=row.get("planned_end"),
        slogan_days=row.get("slogan_days"),
        fields=row["fields"],
        reach=row.get("reach", "locality"),
        anniversaries=[anniversaries[key] for key in row.get("anniversaries", [])],
    )
    movement = create_movement(
        content=content,
        launched_by=statement.units[row.get("launched_by", "province")],
        slug=row["slug"],
        provenance=Provenance.REPORTED,
        by=officer,
    )
    if row["content_groups"]:
        groups = [GroupContent()] * row["content_groups"]
        name_content_groups(movement=movement, groups=groups, version=movement.version, by=officer)
    # No source tells when the standing movement began; on the day of the ceremony it was running.
    launched_on = starts["day"] if starts else statement.ceremony
    return launch_movement(movement=movement, by=chairman, at=at_noon(launched_on))
