"""How long each step may take, and by which day a dossier must be there."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from thidua.core.calendar.working_days import Pause, WorkingCalendar, national_calendar
from thidua.core.language import Wording
from thidua.core.law.book import LawBook
from thidua.core.law.stated import Source, Stated, Unknown, code_for, source_of, stated, stated_for

WORKING_DAYS = "working_days"


@dataclass(frozen=True)
class StepLimit:
    """The days a step may take, counted as `counted` says: working_days | days."""

    days: int
    counted: str
    source: Source

    def due(
        self, since: date, pauses: Sequence[Pause] = (), calendar: WorkingCalendar | None = None
    ) -> date | None:
        """Return the last day for a step begun on `since`; None while the clock stands still."""
        working = self.counted == WORKING_DAYS
        return (calendar or national_calendar()).deadline(since, self.days, pauses, working=working)

    def days_left(
        self, since: date, today: date, pauses: Sequence[Pause] = (), calendar: WorkingCalendar | None = None
    ) -> int:
        """Return the days left on a day, negative when overdue; stopped days do not count."""
        working = self.counted == WORKING_DAYS
        return self.days - (calendar or national_calendar()).days_used(since, today, pauses, working=working)


@dataclass(frozen=True)
class CutOff:
    """The day by which proposals arrive: `last_day` is the last that is in time.

    `named`: the day as the text writes it («before 31 March» names the 31st). `opens`: the first day, where
    the text has one. `counted_from`: what its year follows (counting_year | congress_year | …).
    """

    last_day: date
    named: date
    opens: date | None
    counted_from: str
    source: Source


def step_limit(book: LawBook, step: str, day: date, award: str = "") -> StepLimit | Unknown:
    """Return how long a step may take for a dossier received on a day.

    `step` names a parameter of deadlines/steps; `award` where it depends on the award (appraisal).
    """
    code = f"deadlines/steps/{step}"
    found = (
        stated_for(book, code, award, day)
        if award and code not in book.parameters
        else stated(book, code, day)
    )
    if isinstance(found, Unknown):
        return found
    days = found.whole("days")
    if days is None:
        return Unknown(Wording(f"«{step}» không nêu số ngày.", f"“{step}” names no number of days."))
    return StepLimit(days, found.word("counted", WORKING_DAYS), found.source)


def cut_off(book: LawBook, award: str, year: int, sector: str = "general") -> CutOff | Unknown:
    """Return by which day proposals for a year arrive; `sector`: general | education.

    `year` is the counting year, or what `counted_from` names. The text that holds on the cut-off day itself
    decides, so that a new decree moves a day that has not passed yet.
    """
    code = code_for(book, "deadlines/cut_offs", award)
    if isinstance(code, Unknown):
        return code
    parameter = book.parameters.get(code)
    if parameter is not None:
        for value in reversed(parameter.values):
            found = _cut_off(Stated(value.value, source_of(book, code, value)), year, sector)
            if found is not None and value.validity.covers(found.named):
                return found
    name = book.awards[award].name
    return Unknown(
        Wording(
            f"{name.vi}: chưa biết hạn nộp đề nghị của năm {year}; cần người có thẩm quyền quyết định.",
            f"{name.en}: by which day proposals for {year} arrive is not known; a person decides.",
        )
    )


def _cut_off(stated_days: Stated, year: int, sector: str) -> CutOff | None:
    """Return the cut-off a value gives for a year; None where it names no day for the sector."""
    key = sector if stated_days.word(sector) else "general"
    if not stated_days.word(key):
        return None
    falls_in = year + (stated_days.word(f"{key}_year") == "next")
    named = _month_day(falls_in, stated_days.word(key))
    opens = stated_days.word("opens")
    return CutOff(
        last_day=named - timedelta(days=1) if stated_days.part("before") is True else named,
        named=named,
        opens=_month_day(falls_in, opens) if opens else None,
        counted_from=stated_days.word("counted_from", "counting_year"),
        source=stated_days.source,
    )


def _month_day(year: int, typed: str) -> date:
    month, _, day = typed.partition("-")
    return date(year, int(month), int(day))
