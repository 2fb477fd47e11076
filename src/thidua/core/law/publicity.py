"""Whether a list must be made public before the award is proposed, and for how long."""

from dataclasses import dataclass
from datetime import date

from thidua.core.calendar.working_days import WorkingCalendar, national_calendar
from thidua.core.law.book import LawBook
from thidua.core.law.deadlines import WORKING_DAYS
from thidua.core.law.stated import Source, Unknown, stated_for


@dataclass(frozen=True)
class PublicityRule:
    """What the law asks. `is_duty` False: it asks nothing, a province may.

    `days` None: a duty without a number in the text. `counted`: working_days | days. `before`: what waits for
    it, council | proposal. `portal_days`: on the central portal too, in working days.
    """

    is_duty: bool
    days: int | None
    counted: str
    before: str
    portal_days: int | None
    source: Source

    def first_free_day(self, published: date, calendar: WorkingCalendar | None = None) -> date | None:
        """Return the day on which the asked days after publication have run; None without a number."""
        if self.days is None:
            return None
        working = self.counted == WORKING_DAYS
        return (calendar or national_calendar()).deadline(published, self.days, working=working)


def publicity_rule(book: LawBook, award: str, received: date) -> PublicityRule | Unknown:
    """Return what is to be made public; the day on which the dossier was received chooses the decree."""
    found = stated_for(book, "publicity", award, received)
    if isinstance(found, Unknown):
        return found
    return PublicityRule(
        is_duty=found.part("duty") is True,
        days=found.whole("days"),
        counted=found.word("counted", WORKING_DAYS),
        before=found.word("before"),
        portal_days=found.whole("portal_days"),
        source=found.source,
    )
