"""Editions before their juries, made through the actions of the product."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from typing import Any

import time_machine

from tests.factories.contests import CLOSES, entry, open_edition
from tests.factories.movements import SmallProvince, account
from thidua.accounts.models import User
from thidua.accounts.roles import JUROR
from thidua.contests.actions import (
    MarkLine,
    appoint_juror,
    assign_codes,
    declare_no_other_conflict,
    hand_in_marks,
    open_round,
    save_marks,
    set_judging,
)
from thidua.contests.content import AuthorLine, CriterionLine, JudgingContent, RoundLine
from thidua.contests.enums import TieSettling
from thidua.contests.models import Category, Edition, EditionRules, Entry
from thidua.contests.queries.desk import own_marks
from thidua.contests.queries.rounds import open_round_of

JUDGED = CLOSES + timedelta(days=3)


def judging(**changes: Any) -> JudgingContent:
    """Return two criteria (content counts twice and settles ties) and one round, with `changes`."""
    criteria = [
        CriterionLine(name="Nội dung", top=Decimal(10), weight=Decimal(2), settles_ties=True),
        CriterionLine(name="Hình thức", top=Decimal(5)),
    ]
    stated = {"tie_rule": TieSettling.SHARED, "criteria": criteria, "rounds": [RoundLine(name="Chung khảo")]}
    return JudgingContent(**stated | changes)


@dataclass(frozen=True)
class Jury:
    """An edition with coded entries in prose, in the order they came, and its jurors."""

    place: SmallProvince
    rules: EditionRules
    edition: Edition
    prose: Category
    entries: tuple[Entry, ...]
    jurors: tuple[User, ...]

    @property
    def officer(self) -> User:
        return self.place.officer

    @property
    def codes(self) -> list[str]:
        """The codes of the entries in the order they came."""
        return [one.code or "" for one in self.entries]


def jury(
    place: SmallProvince, *, entries: int = 3, jurors: int = 2, joint: Sequence[str] = (), **changes: Any
) -> Jury:
    """Return an edition after closing: codes drawn, criteria set, jurors appointed (the first is the chair).

    `joint`: the authors of the first work, which has one where none are named.
    """
    rules = open_edition(place)
    edition = rules.edition
    prose = edition.categories.get(name="Văn xuôi")
    works = [
        entry(
            prose,
            title=f"Tác phẩm {number}",
            email=f"kin{number}@example.vn",
            unit=place.de_tham,
            **({"authors": [AuthorLine(name=name) for name in joint]} if joint and number == 1 else {}),
        )
        for number in range(1, entries + 1)
    ]
    with time_machine.travel(JUDGED, tick=False):
        assign_codes(rules=rules, by=place.officer)
    set_judging(rules=rules, content=judging(**changes), version=1, by=place.officer)
    users = [account(JUROR.code, place.province, f"Giám Khảo {number}") for number in range(1, jurors + 1)]
    for number, user in enumerate(users):
        appoint_juror(edition=edition, user=user, is_chair=number == 0, by=place.officer)
    for work in works:
        work.refresh_from_db()
    rules.refresh_from_db()
    return Jury(place, rules, edition, prose, tuple(works), tuple(users))


def opened(place: SmallProvince, **changes: Any) -> Jury:
    """Return a jury whose members have no conflict and whose first round is open."""
    made = jury(place, **changes)
    for user in made.jurors:
        declare_no_other_conflict(edition=made.edition, by=user)
    open_round(edition=made.edition, by=made.officer)
    return made


def mark(made: Jury, user: User, code: str, points: Sequence[str | None]) -> int:
    """Save the juror's marks of a work over those that stand there."""
    current = open_round_of(made.edition)
    juror = made.edition.jurors.get(user=user)
    assert current is not None
    lines = [
        MarkLine(
            ordinal=own.criterion.ordinal, points=None if one is None else Decimal(one), seen=own.version
        )
        for own, one in zip(own_marks(juror, current, code), points, strict=True)
    ]
    return save_marks(edition=made.edition, code=code, marks=lines, by=user)


def judged(made: Jury, marks: Mapping[User, Sequence[Sequence[str]]]) -> None:
    """Let each juror mark the entries in the order they came, and hand in."""
    for user, rows in marks.items():
        for code, points in zip(made.codes, rows, strict=True):
            mark(made, user, code, points)
        hand_in_marks(edition=made.edition, by=user)
