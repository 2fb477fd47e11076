"""What one row says, as the actions take it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final

from django.utils.translation import gettext as _

from thidua.core.law.reading import load_law
from thidua.core.vietnamese.dates import DateRefused, parse_date
from thidua.orgs.models import Unit
from thidua.registry.content import (
    ConferralContent,
    GradeContent,
    HistoryContent,
    InitiativeContent,
    RecipientLine,
)
from thidua.registry.content.years import fault_of_year
from thidua.registry.enums import Grade, ImportContent, InitiativeScope
from thidua.registry.importing.award_names import code_named
from thidua.registry.importing.columns import Meaning, plain
from thidua.registry.importing.reading import ReadRow
from thidua.registry.importing.recipients import Found
from thidua.registry.importing.verdicts import AwardToEnter
from thidua.registry.importing.words import EFFECTS, FORMS, GRADES, SCOPES, TYPES, code_of
from thidua.support.refusals import Refused


@dataclass
class Said:
    """What a row says: a record or an award, in words, or what is wrong with it."""

    year: int | None = None
    content: HistoryContent | None = None
    award: tuple[ConferralContent, int | None, str] | None = None
    told: str = ""
    faults: list[str] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)


def said_by(row: ReadRow, content: ImportContent) -> Said:
    """Return what the row says, without whom it is about."""
    said = Said()
    typed = row.text(Meaning.YEAR)
    if typed.isascii() and typed.isdigit() and len(typed) == 4:
        said.year = int(typed)
        if fault := fault_of_year(said.year):
            said.faults.append(str(fault))
    elif typed or content is not ImportContent.AWARDS:
        said.faults.append(
            _("“%(year)s” is not a year. Write the counting year with four digits.") % {"year": typed}
        )
    decided = _day(row, Meaning.DECIDED, said)
    if not said.faults:
        _READERS[content](row, said, decided)
    return said


def award_of(said: Said, row: ReadRow, found: Found, unit: Unit) -> AwardToEnter | None:
    """Return the award of a row to its recipient, or None with a fault said."""
    if said.award is None:
        return None
    paper, year, kind_of_commendation = said.award
    column = {"person": None, "unit": None, "household": None}
    if found.recipient is not None:
        column[type(found.recipient).__name__.lower()] = found.recipient  # type: ignore[assignment]
    line = RecipientLine(
        kind=found.kind,
        name=row.text(Meaning.NAME),
        post_then=row.text(Meaning.POST),
        unit_then=row.text(Meaning.UNIT),
        counting_year=year,
        commendation_type=kind_of_commendation,
        **column,  # type: ignore[arg-type]
    )
    said.faults.extend(str(fault) for fault in line.faults())
    return None if said.faults else AwardToEnter(paper, line, unit)


def _grade(row: ReadRow, said: Said, decided: date | None) -> None:
    assert said.year is not None
    typed = row.text(Meaning.GRADE)
    code = code_of(typed, GRADES)
    if code is None:
        said.faults.append(
            _("“%(grade)s” is not a grade. Write one of: %(known)s.")
            % {"grade": typed, "known": "; ".join(str(one.label) for one in reversed(Grade))}
        )
        return
    content = GradeContent(counting_year=said.year, grade=code, **_paper(row, decided))
    _keep(said, content, str(Grade(code).label))


def _initiative(row: ReadRow, said: Said, decided: date | None) -> None:
    assert said.year is not None
    scope = code_of(row.text(Meaning.SCOPE) or InitiativeScope.GRASSROOTS, SCOPES)
    form = code_of(row.text(Meaning.FORM), FORMS)
    effective = EFFECTS.get(plain(row.text(Meaning.EFFECTIVE)))
    if scope is None:
        known = "; ".join(str(one.label) for one in InitiativeScope)
        said.faults.append(
            _("“%(scope)s” is not a scope. Write one of: %(known)s.")
            % {"scope": row.text(Meaning.SCOPE), "known": known}
        )
    if form is None:
        said.faults.append(
            _("“%(form)s” is not known. Write: sáng kiến or đề tài.") % {"form": row.text(Meaning.FORM)}
        )
    if effective is None:
        said.faults.append(_("Say with x or không whether the effect is certified."))
    if scope is None or form is None or effective is None:
        return
    content = InitiativeContent(
        counting_year=said.year,
        name=row.text(Meaning.INITIATIVE),
        scope=scope,
        form=form,
        effective=effective,
        **_paper(row, decided),
    )
    _keep(said, content, f"{content.name} ({InitiativeScope(scope).label})")


def _award(row: ReadRow, said: Said, decided: date | None) -> None:
    typed = row.text(Meaning.AWARD)
    code, kind = code_named(typed), code_of(row.text(Meaning.TYPE), TYPES)
    presented = _day(row, Meaning.PRESENTED, said)
    if not code:
        said.faults.append(
            _("The law book has no award “%(award)s”. Write its full name as in the law book.")
            % {"award": typed}
        )
    if kind is None:
        said.faults.append(_("“%(type)s” is no type of commendation.") % {"type": row.text(Meaning.TYPE)})
    if said.faults or not code or kind is None:
        return
    # A code typed in the place of a name is written out.
    form = load_law().awards[code].name.vi if typed == code else typed
    paper = ConferralContent(
        award_form=form,
        award_code=code,
        decision_number=row.text(Meaning.DECISION),
        decision_date=decided,
        presented_on=presented,
        source=row.text(Meaning.AUTHORITY),
    )
    try:
        paper.cleaned()
    except Refused as refused:
        said.faults.extend(str(one) for sentences in refused.faults.values() for one in sentences)
        return
    said.award, said.told = (paper, said.year, kind), form
    if said.year is None:
        said.remarks.append(_("Without a counting year, the year of the decision counts."))


def _paper(row: ReadRow, decided: date | None) -> dict[str, Any]:
    return {
        "decision_number": row.text(Meaning.DECISION),
        "decision_date": decided,
        "authority": row.text(Meaning.AUTHORITY),
    }


def _keep(said: Said, content: HistoryContent, told: str) -> None:
    try:
        content.cleaned()
    except Refused as refused:
        said.faults.extend(str(one) for sentences in refused.faults.values() for one in sentences)
        return
    said.content, said.told = content, told


def _day(row: ReadRow, meaning: Meaning, said: Said) -> date | None:
    typed = row.text(meaning)
    if not typed:
        return None
    try:
        return parse_date(typed)
    except DateRefused:
        said.faults.append(
            _("“%(text)s” is not a date. Write day/month/year, for example 31/10/2019.") % {"text": typed}
        )
        return None


_READERS: Final[Mapping[ImportContent, Callable[[ReadRow, Said, date | None], None]]] = {
    ImportContent.GRADES: _grade,
    ImportContent.INITIATIVES: _initiative,
    ImportContent.AWARDS: _award,
}
