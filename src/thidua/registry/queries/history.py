"""The tables of an achievement report, as the register tells them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from thidua.core.law.reading import load_law
from thidua.orgs.models import Household, Person, Unit
from thidua.registry.models import Award, RecognisedInitiative, YearlyGrade
from thidua.registry.models.record import STANDING

TITLE = "emulation_title"


@dataclass(frozen=True)
class AwardLine:
    """A title or form of commendation. `year`: the one it was given for, else that of its decision or ceremony.

    `ordinal`: its number in the golden book of the decision. `decided_year`: of a decision without a known date.
    `recipient_name`, `post_then`, `unit_then`: as printed that day; `place`: the unit that `unit_then` names, if known.
    """

    pk: int
    year: int
    name: str
    award_code: str
    commendation_type: str
    decision_number: str
    decision_date: date | None
    authority: str
    status: str
    provenance: str
    ordinal: int = 0
    conferral_id: int = 0
    decided_year: int | None = None
    recipient_name: str = ""
    post_then: str = ""
    unit_then: str = ""
    place: int | None = None


@dataclass(frozen=True)
class GradeLine:
    """How the tasks of a year were completed; `name` in words."""

    pk: int
    year: int
    grade: str
    name: str
    decision_number: str
    decision_date: date | None
    authority: str
    provenance: str


@dataclass(frozen=True)
class InitiativeLine:
    """A recognised initiative or topic."""

    pk: int
    year: int
    name: str
    scope: str
    form: str
    effective: bool
    used_for: str
    decision_number: str
    decision_date: date | None
    authority: str
    provenance: str


@dataclass(frozen=True)
class History:
    """What the register tells of one recipient, the newest year first."""

    titles: tuple[AwardLine, ...] = ()
    forms: tuple[AwardLine, ...] = ()
    grades: tuple[GradeLine, ...] = ()
    initiatives: tuple[InitiativeLine, ...] = ()


def history_of(recipient: Person | Unit | Household) -> History:
    """Return titles, other forms of commendation, grades and initiatives; three queries, one for a household.

    Cancelled and stripped awards are among them and say so in `status`. Discipline is not: facts.facts_of.
    """
    column = type(recipient).__name__.lower()
    own = {column: recipient}
    lines = _award_lines(Award.objects.filter(**own).select_related("conferral__deciding_unit"))
    titles = {code for code, award in load_law().awards.items() if award.kind == TITLE}
    told = History(
        titles=tuple(line for line in lines if line.award_code in titles),
        forms=tuple(line for line in lines if line.award_code not in titles),
    )
    if column == "household":
        return told
    grades = YearlyGrade.objects.filter(STANDING, **own).order_by("-counting_year", "-pk")
    initiatives = RecognisedInitiative.objects.filter(STANDING, **own).order_by("-counting_year", "-pk")
    return History(
        told.titles, told.forms, tuple(map(_grade_line, grades)), tuple(map(_initiative_line, initiatives))
    )


def year_of(award: Award) -> int:
    """Return the counting year of an award, else the year of its decision, else of its presentation."""
    return award.year


def _award_lines(awards: Iterable[Award]) -> list[AwardLine]:
    lines = [
        AwardLine(
            pk=award.pk,
            year=year_of(award),
            name=award.conferral.award_form,
            award_code=award.conferral.award_code,
            commendation_type=award.commendation_type,
            decision_number=award.conferral.decision_number,
            decision_date=award.conferral.decision_date,
            authority=award.conferral.decided_by,
            status=award.status,
            provenance=award.provenance,
            ordinal=award.ordinal,
            conferral_id=award.conferral_id,
            decided_year=award.conferral.decided_year,
            recipient_name=award.recipient_name,
            post_then=award.post_then,
            unit_then=award.unit_then,
            place=award.place_id,
        )
        for award in awards
    ]
    return sorted(lines, key=lambda line: (-line.year, -line.pk))


def _grade_line(row: YearlyGrade) -> GradeLine:
    return GradeLine(
        pk=row.pk,
        year=row.counting_year,
        grade=row.grade,
        name=row.get_grade_display(),
        decision_number=row.decision_number,
        decision_date=row.decision_date,
        authority=row.authority,
        provenance=row.provenance,
    )


def _initiative_line(row: RecognisedInitiative) -> InitiativeLine:
    return InitiativeLine(
        pk=row.pk,
        year=row.counting_year,
        name=row.name,
        scope=row.scope,
        form=row.form,
        effective=row.effective,
        used_for=row.used_for,
        decision_number=row.decision_number,
        decision_date=row.decision_date,
        authority=row.authority,
        provenance=row.provenance,
    )
