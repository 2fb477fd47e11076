"""The closing report of 2019 as a draft that writes itself, with the units that answer for its paragraphs."""

from __future__ import annotations

from datetime import date

from thidua.accounts.roles import BOARD_OFFICER
from thidua.demo.reported.statement import Statement
from thidua.movements.enums import FieldOfWork
from thidua.movements.models import Movement
from thidua.reports.actions.create_report import create_report
from thidua.reports.frame import ReportFrame
from thidua.reports.models import ClosingReport
from thidua.support.provenance import Provenance

SLUG = "lang-son-2019"
# Which unit of the province answers for which field; an assumption of the demonstration, which the Board may change.
RESPONSIBLE = {
    FieldOfWork.ECONOMY: "finance",
    FieldOfWork.ADMINISTRATIVE_REFORM: "home_affairs",
    FieldOfWork.CULTURE_SOCIETY: "culture",
    FieldOfWork.DEFENCE_SECURITY: "police",
    FieldOfWork.POLITICAL_SYSTEM: "party",
}


def draft_closing_report(statement: Statement, movements: dict[str, Movement]) -> ClosingReport:
    """Draft the closing report over the nine months that the real one speaks of."""
    return create_report(
        frame=ReportFrame(
            title="",
            year=2019,
            starts_on=date(2019, 1, 1),
            ends_on=date(2019, 9, 30),
            as_of=statement.ceremony,
            movements=tuple(movements.values()),
            author_name=statement.facts["author"],
        ),
        unit=statement.units["province"],
        issuer=statement.units["board"],
        responsible={field: statement.units[name] for field, name in RESPONSIBLE.items()},
        slug=SLUG,
        provenance=Provenance.REPORTED,
        by=statement.users[BOARD_OFFICER.code],
    )
