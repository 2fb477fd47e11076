"""Collectives that may not be given a flag have a branch of certificates only (Đ42-44 k4 Luật 2022)."""

from thidua.core.language import Wording
from thidua.core.law.appraisal import Evidence
from thidua.core.law.book import LawBook
from thidua.core.law.columns import Column
from thidua.core.law.conditions.base import Angle, Condition, Told
from thidua.core.law.facts import NomineeFacts
from thidua.core.law.hearing import YES
from thidua.core.law.provisions import Line
from thidua.core.law.sentences import say

SETTING = "eligible_for_flag"


class UnitNotEligibleForFlag(Condition):
    """Read from the unit's record; a record that does not say leaves the question to a person."""

    def asks(self, line: Line, book: LawBook) -> Wording:
        return say("unit_not_eligible_for_flag.asks")

    def judge(self, line: Line, angle: Angle) -> Column:
        eligible = angle.hearing.columns.eligible_for_flag
        return angle.hearing.full(1) if eligible is None else YES - eligible

    def explain(self, line: Line, angle: Angle, facts: NomineeFacts) -> Told:
        if facts.eligible_for_flag is None:
            open_ = say("unit_not_eligible_for_flag.open")
            return Told(open_, Evidence(settings=(SETTING,)), open_)
        if facts.eligible_for_flag:
            return Told(say("unit_not_eligible_for_flag.yes"), lacks=say("unit_not_eligible_for_flag.lacks"))
        return Told(say("unit_not_eligible_for_flag.no"))
