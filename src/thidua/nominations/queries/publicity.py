"""Whether a dossier's nominees must be made public, and for how long."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from thidua.core.calendar.working_days import national_calendar
from thidua.core.law.cases.clauses import written_out
from thidua.core.law.publicity import PublicityRule, publicity_rule
from thidua.core.law.stated import Unknown
from thidua.core.workflow.dossier import PUBLIC_CONSULTATION, skipped_states
from thidua.lawbook.queries import current_book
from thidua.lawbook.spoken import language
from thidua.nominations.dossier_log import DossierLog, log_of
from thidua.nominations.enums import ALIVE
from thidua.nominations.models import Dossier

# Where the law makes it a duty without a number, and where the office does it of its own accord.
OFFICE_DAYS = 10


@dataclass(frozen=True)
class PublicityPlan:
    """What a consultation opened on a day would be: its last day, whether the law asks for it, and on what ground."""

    is_duty: bool
    days: int
    closes_on: date
    grounds: str


def publicity_owed(dossier: Dossier, log: DossierLog | None = None) -> str | None:
    """Return the clause that asks for a publication which has not been made; None when nothing is owed.

    `log`: that of the dossier, where it was read already.
    """
    if PUBLIC_CONSULTATION in skipped_states(dossier.route, dossier.level):
        return None
    duties = [rule for rule in _rules(dossier, log or log_of(dossier)) if rule.is_duty]
    if not duties or dossier.public_consultations.filter(closed_at__isnull=False).exists():
        return None
    return written_out(duties[0].source.cites, current_book(), language())


def plan_publicity(dossier: Dossier, opened_on: date) -> PublicityPlan:
    """Return how long the nominees of `dossier` stand before the public when it is opened on a day.

    The longest of the awards' rules counts; the day of opening is not counted, and the last day is full.
    """
    rules = _rules(dossier, log_of(dossier))
    duties = [rule for rule in rules if rule.is_duty]
    days = max((rule.days or OFFICE_DAYS for rule in duties), default=OFFICE_DAYS)
    ends = [rule.first_free_day(opened_on) for rule in duties if rule.days is not None]
    closes = max((end for end in ends if end), default=national_calendar().add_working_days(opened_on, days))
    cites = (duties or rules)[0].source.cites if duties or rules else ()
    return PublicityPlan(bool(duties), days, closes, written_out(cites, current_book(), "vi"))


def _rules(dossier: Dossier, log: DossierLog) -> list[PublicityRule]:
    book = current_book()
    day = dossier.received_on or dossier.opened_at.date()
    awards = {award for outcome, award in log.nominees if outcome in ALIVE}
    found = [publicity_rule(book, award, day) for award in sorted(awards)]
    return [rule for rule in found if not isinstance(rule, Unknown)]
