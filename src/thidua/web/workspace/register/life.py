"""Everything that counts about one recipient, year by year, as the law engine sees it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.accounts.rights import Right
from thidua.core.law.facts import NomineeFacts
from thidua.core.vietnamese.fold import fold
from thidua.orgs.access import may_anywhere
from thidua.orgs.models import Household, Person, Unit
from thidua.orgs.queries import addresses_on, addresses_today
from thidua.registry.access import conferrals_seen_by, history_seen_by
from thidua.registry.enums import AwardStatus, CommendationType
from thidua.registry.facts import facts_of
from thidua.registry.models import DisciplineRecord, PendingMatter, RecognisedInitiative, YearlyGrade
from thidua.registry.models.record import STANDING
from thidua.registry.queries import AwardLine, GradeLine, InitiativeLine, history_of
from thidua.registry.queries.books import Source, sources_of
from thidua.web.shell import formats
from thidua.web.shell.tags import Tag, Tone
from thidua.web.workspace.register.asked import award_words
from thidua.web.workspace.register.shown import became, decision_of_year

Recipient = Person | Unit | Household
FEWEST_YEARS = 5  # shown even where the register knows of none


@dataclass(frozen=True)
class ShownAward:
    """An award: its paper in words, its number in the golden book, and whether the law engine counts it.

    `written`: name, post and unit as printed, as far as they say more than the page. `address`: of that unit on the
    day, `now`: what it is called today. `sources`: rows of imported books.
    """

    line: AwardLine
    written: str
    address: str
    now: str
    sources: tuple[Source, ...]
    paper: str
    kind: str
    tag: Tag
    why: str
    is_open: bool


@dataclass(frozen=True)
class ShownInitiative:
    """An initiative, whether the reader may open it, and the award it was used for already, "" for none."""

    line: InitiativeLine
    is_open: bool
    used: str


@dataclass
class YearOfLife:
    """One year; no grade means that none is recorded, which is not the same as a bad one."""

    year: int
    grade: GradeLine | None = None
    grade_is_open: bool = False
    awards: list[ShownAward] = field(default_factory=list)
    initiatives: list[ShownInitiative] = field(default_factory=list)
    measures: list[DisciplineRecord] = field(default_factory=list)

    @property
    def grade_words(self) -> str:
        """The grade with a capital letter."""
        return capfirst(self.grade.name) if self.grade else ""


@dataclass(frozen=True)
class Life:
    """The years, the newest first; what is pending and the measures only for those who appraise."""

    years: list[YearOfLife]
    graded: bool  # households are not graded
    restricted: bool
    counted: int
    uncounted: int
    missing: list[int]
    matters: list[PendingMatter]
    measures: list[DisciplineRecord]
    facts: NomineeFacts


def life_of(recipient: Recipient, user: User, today: date) -> Life:
    """Return what the register tells of `recipient`; the same few queries whatever there is."""
    restricted = may_anywhere(user, Right.APPRAISE)
    facts = facts_of(recipient, today, restricted=restricted)
    history = history_of(recipient)
    column = type(recipient).__name__.lower()
    graded = column != "household"
    measures = _own(DisciplineRecord, user, column, recipient) if restricted and graded else []
    matters = _own(PendingMatter, user, column, recipient) if restricted else []
    lines = (*history.titles, *history.forms)
    seen = set(
        conferrals_seen_by(user)
        .filter(pk__in={line.conferral_id for line in lines})
        .values_list("pk", flat=True)
    )
    places = _places(lines, today)
    told = sources_of(line.pk for line in lines)
    awards = [
        _shown(
            line, facts, line.conferral_id in seen, places[line.pk], tuple(told.get(line.pk, ())), recipient
        )
        for line in lines
    ]
    opened = _open(RecognisedInitiative, user, column, recipient) if graded else set()
    initiatives = [
        ShownInitiative(line, line.pk in opened, award_words(line.used_for)) for line in history.initiatives
    ]
    years = _years(awards, history.grades, initiatives, measures, today)
    open_grades = _open(YearlyGrade, user, column, recipient) if graded else set()
    for one in years:
        one.grade_is_open = one.grade is not None and one.grade.pk in open_grades
    return Life(
        years=years,
        graded=graded,
        restricted=restricted,
        counted=sum(not one.why for one in awards),
        uncounted=sum(bool(one.why) for one in awards),
        missing=[one.year for one in years if one.grade is None and one.year < today.year] if graded else [],
        matters=matters,
        measures=measures,
        facts=facts,
    )


def _own(model: Any, user: User, column: str, recipient: Recipient) -> list[Any]:
    rows = history_seen_by(user, model).filter(STANDING, **{column: recipient})
    return list(rows.order_by("-since", "-pk"))


def _open(model: Any, user: User, column: str, recipient: Recipient) -> set[int]:
    """Return the records of the recipient that `user` may open; others' are told, but lead nowhere."""
    return set(history_seen_by(user, model).filter(**{column: recipient}).values_list("pk", flat=True))


def _years(
    awards: Sequence[ShownAward],
    grades: Sequence[GradeLine],
    initiatives: Sequence[ShownInitiative],
    measures: Sequence[DisciplineRecord],
    today: date,
) -> list[YearOfLife]:
    known = (
        [one.line.year for one in awards]
        + [one.year for one in grades]
        + [one.line.year for one in initiatives]
    )
    known += [one.since.year for one in measures]
    if not known:
        return []
    first, last = min(*known, today.year - FEWEST_YEARS + 1), max(*known, today.year)
    years = {year: YearOfLife(year) for year in range(last, first - 1, -1)}
    for award in awards:
        years[award.line.year].awards.append(award)
    for grade in grades:
        years[grade.year].grade = grade
    for initiative in initiatives:
        years[initiative.line.year].initiatives.append(initiative)
    for measure in measures:
        years[measure.since.year].measures.append(measure)
    return list(years.values())


def _shown(
    line: AwardLine,
    facts: NomineeFacts,
    is_open: bool,
    place: tuple[str, str],
    sources: tuple[Source, ...],
    recipient: Recipient,
) -> ShownAward:
    kind = str(CommendationType(line.commendation_type).label) if line.commendation_type else ""
    tag, why = _standing(line, facts)
    name = "" if line.recipient_name == str(recipient) else line.recipient_name
    written = ", ".join(part for part in (name, line.post_then, line.unit_then) if part)
    address = "" if fold(place[0]) in fold(line.unit_then) else place[0]
    return ShownAward(line, written, address, place[1], sources, _paper(line), kind, tag, why, is_open)


def _places(lines: Sequence[AwardLine], today: date) -> dict[int, tuple[str, str]]:
    """Return for each award the address of its unit on its day, and what that unit is called today; six queries."""
    days = {line.pk: line.decision_date or date(line.year, 12, 31) for line in lines}
    pairs = {(line.place, days[line.pk]) for line in lines if line.place is not None}
    then = addresses_on(pairs) if pairs else {}
    now = addresses_today({place for place, _day in pairs}, today) if pairs else {}
    return {
        line.pk: ("", "")
        if line.place is None
        else (then[line.place, days[line.pk]], became(then[line.place, days[line.pk]], now[line.place]))
        for line in lines
    }


def _standing(line: AwardLine, facts: NomineeFacts) -> tuple[Tag, str]:
    """Return whether the engine counts an award, and why not."""
    if line.status != AwardStatus.ACTIVE:
        return Tag(str(AwardStatus(line.status).label), Tone.ERROR), _("It is not held any more.")
    held = {(one.award, one.year, one.decision) for one in facts.awards}
    if (line.award_code, line.year, line.decision_number) in held:
        return Tag(_("counts"), Tone.SUCCESS), ""
    if not line.award_code:
        return Tag(_("does not count"), Tone.WARNING), _("It is not matched to an award of the law book yet.")
    return Tag(_("does not count yet"), Tone.NEUTRAL), _("Its decision is dated after today.")


def _paper(line: AwardLine) -> str:
    number = line.decision_number
    if number and line.decision_date:
        return _("%(number)s of %(date)s") % {"number": number, "date": formats.day(line.decision_date)}
    if line.decided_year and line.decision_date is None:
        return decision_of_year(number, line.decided_year)
    return _("number and date of the decision not known yet")
