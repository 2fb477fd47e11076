"""The kinds of conditions, by the name the law data gives them."""

from collections.abc import Mapping

from thidua.core.language import Wording
from thidua.core.law.book import LawBook
from thidua.core.law.clauses import clause
from thidua.core.law.conditions.award_held import AwardHeld
from thidua.core.law.conditions.base import Angle, Condition, Told
from thidua.core.law.conditions.exclusions import DisciplineAtLeast, NewlyRecruited, NotRegistered
from thidua.core.law.conditions.feats import FEAT_KINDS
from thidua.core.law.conditions.gap_years import GapYears
from thidua.core.law.conditions.grade_count import GradeCount
from thidua.core.law.conditions.grade_or_title_run import GradeOrTitleRun
from thidua.core.law.conditions.grade_run import GradeRun
from thidua.core.law.conditions.human import Attested, Qualitative
from thidua.core.law.conditions.initiative_count import InitiativeCount
from thidua.core.law.conditions.members import MemberExists, MembersAll, MemberShare, NoMemberDiscipline
from thidua.core.law.conditions.recipient_is import RecipientIs
from thidua.core.law.conditions.recognised_by import RecognisedBy
from thidua.core.law.conditions.round_anniversary import RoundAnniversary
from thidua.core.law.conditions.service_tenure import ServiceTenure
from thidua.core.law.conditions.title_count import TitleCount
from thidua.core.law.conditions.title_run import TitleRun
from thidua.core.law.conditions.unit_age import UnitAge
from thidua.core.law.conditions.unit_not_eligible_for_flag import UnitNotEligibleForFlag
from thidua.core.law.provisions import Line
from thidua.core.law.sentences import say

GROUPS = frozenset({"all_of", "any_of"})
REF = "ref"
KINDS: Mapping[str, Condition] = {
    "title_run": TitleRun(),
    "title_count": TitleCount(),
    "award_held": AwardHeld(),
    "gap_years": GapYears(),
    "grade_run": GradeRun(),
    "grade_or_title_run": GradeOrTitleRun(),
    "grade_count": GradeCount(),
    "initiative_count": InitiativeCount(),
    "unit_age": UnitAge(),
    "unit_not_eligible_for_flag": UnitNotEligibleForFlag(),
    "round_anniversary": RoundAnniversary(),
    "qualitative": Qualitative(),
    "attested": Attested(),
    "recognised_by": RecognisedBy(),
    "recipient_is": RecipientIs(),
    "member_share": MemberShare(),
    "members_all": MembersAll(),
    "member_exists": MemberExists(),
    "no_member_discipline": NoMemberDiscipline(),
    "service_tenure": ServiceTenure(),
    "newly_recruited_months_less_than": NewlyRecruited(),
    "discipline_at_least": DisciplineAtLeast(),
    "not_registered_for_emulation": NotRegistered(),
    **{kind: make() for kind, make in FEAT_KINDS.items()},
}


def asks(line: Line, book: LawBook) -> Wording:
    """Return what a line asks: its condition's sentence, a group's heading, or the place it refers to."""
    if line.kind in GROUPS:
        return say(line.kind)
    if line.kind == REF:
        return say("ref.asks", asked=_place(str(line.fields["ref"]), book))
    return KINDS[line.kind].asks(line, book)


def _place(alternative_id: str, book: LawBook) -> Wording:
    for award in book.awards.values():
        for alternative in award.alternatives:
            if alternative.id == alternative_id:
                return clause(alternative.cites, book)
    return Wording(alternative_id, alternative_id)


__all__ = ["GROUPS", "KINDS", "REF", "Angle", "Condition", "Told", "asks"]
