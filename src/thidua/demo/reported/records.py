"""Milestones, events, gifts, awards and contests as the report states them."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

from thidua.accounts.roles import BOARD_OFFICER
from thidua.contests.actions import ResultLine, create_competition, record_edition
from thidua.contests.content import EditionContent
from thidua.contributions.actions import open_drive, record_gift
from thidua.contributions.content import DriveContent, GiftContent
from thidua.demo.reported.people import NamedPeople
from thidua.demo.reported.statement import Statement
from thidua.movements.actions.commend import commend
from thidua.movements.actions.record_event import record_event
from thidua.movements.actions.record_milestone import record_milestone
from thidua.movements.content.event import EventContent
from thidua.movements.content.milestone import MilestoneContent
from thidua.movements.enums import Consent
from thidua.movements.models import Movement
from thidua.registry.actions import RecipientLine
from thidua.registry.content import ConferralContent
from thidua.support.provenance import Provenance

Movements = dict[str, Movement]
# Gives (name, post, unit) of the n-th recipient of a kind; the report names none, so they are invented and marked.
RecipientNames = Callable[[str, int], tuple[str, str, str]]


def enter_milestones_and_events(statement: Statement, movements: Movements) -> None:
    """Enter what projects reached and which events were hosted, in the order of the report."""
    officer, province = statement.users[BOARD_OFFICER.code], statement.units["province"]
    drives = _drives(movements)
    stated: dict[str, Any] = {"year": 2019, "source": statement.source, "provenance": Provenance.REPORTED}
    for row in statement.facts["milestones"]:
        record_milestone(
            unit=province, content=MilestoneContent(**row, **stated), movements=drives, by=officer
        )
    for order, row in enumerate(statement.facts["events"], start=1):
        content = EventContent(
            name=row["name"],
            scale=row["scale"],
            partners=tuple(row.get("partners", ())),
            incidents=row.get("incidents"),
            order=order,
            **stated,
        )
        record_event(host=province, content=content, movements=drives, by=officer)


def enter_gifts(statement: Statement, people: NamedPeople, movements: Movements) -> None:
    """Enter the two drives with what is stated of their gifts: a lower bound, and land of unstated area."""
    officer, province = statement.users[BOARD_OFFICER.code], statement.units["province"]
    for row in statement.facts["drives"]:
        drive = open_drive(
            unit=province,
            content=DriveContent(
                slug=row["slug"], name=row["name"], purpose=row["purpose"], provenance=Provenance.REPORTED
            ),
            movements=_drives(movements),
            by=officer,
        )
        for gift in row["gifts"]:
            household = people.households.get(gift.get("household", ""))
            record_gift(
                drive=drive,
                content=GiftContent(
                    kind=gift["kind"],
                    amount=Decimal(gift["amount"]) if "amount" in gift else None,
                    is_lower_bound=gift.get("is_lower_bound", False),
                    donor_kind=gift["donor_kind"],
                    household=household,
                    consent=Consent.PUBLISHED if household else Consent.UNKNOWN,
                    as_of=gift["as_of"],
                    source=statement.source,
                    provenance=Provenance.REPORTED,
                ),
                by=officer,
            )


def enter_awards(statement: Statement, movements: Movements, names: RecipientNames) -> None:
    """Enter the certificates of merit presented at the ceremony; number and date of the decision are unknown."""
    facts, officer = statement.facts["conferral"], statement.users[BOARD_OFFICER.code]
    commend(
        deciding_unit=statement.units["peoples_committee"],
        content=ConferralContent(
            award_form=facts["award_form"],
            award_code=facts["award_code"],
            presented_on=statement.ceremony,
            presented_by=facts["presented_by"],
            occasion=facts["occasion"],
            reason=facts["reason"],
            source=statement.source,
            provenance=Provenance.REPORTED,
        ),
        recipients=[
            RecipientLine(
                kind=kind, name=name, post_then=post, unit_then=unit, provenance=Provenance.ILLUSTRATIVE
            )
            for kind, count in facts["recipients"].items()
            for name, post, unit in (names(kind, number) for number in range(count))
        ],
        movements=[movements[slug] for slug in facts["movements"]],
        by=officer,
    )


def enter_competitions(statement: Statement, movements: Movements, names: RecipientNames) -> None:
    """Enter the prize's fifth edition and the writing contest with as many winners as are stated."""
    officer = statement.users[BOARD_OFFICER.code]
    for row in statement.facts["competitions"]:
        competition = create_competition(
            organiser=statement.units["province"],
            slug=row["slug"],
            kind=row["kind"],
            name=row["name"],
            genre=row.get("genre", ""),
            by=officer,
        )
        record_edition(
            competition=competition,
            content=EditionContent(
                year=row["edition"]["year"],
                number=row["edition"].get("number"),
                awarded_on=statement.ceremony,
                source=statement.source,
                provenance=Provenance.REPORTED,
            ),
            results=[
                ResultLine(kind=kind, name=names(kind, number)[0], provenance=Provenance.ILLUSTRATIVE)
                for kind, count in row["recipients"].items()
                for number in range(count)
            ],
            movements=_drives(movements),
            by=officer,
        )


def _drives(movements: Movements) -> list[Movement]:
    return [movement for slug, movement in movements.items() if slug.endswith("-2019")]
