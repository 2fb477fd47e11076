"""What a person says of a competition, an edition, its rules, entries and results, cleaned and checked."""

from thidua.contests.content.competition import CompetitionContent
from thidua.contests.content.edition import EditionContent
from thidua.contests.content.entry import AuthorLine, EntryContent
from thidua.contests.content.judging import CriterionLine, JudgingContent, RoundLine
from thidua.contests.content.result import ResultLine
from thidua.contests.content.rules import CategoryContent, RulesContent

__all__ = [
    "AuthorLine",
    "CategoryContent",
    "CompetitionContent",
    "CriterionLine",
    "EditionContent",
    "EntryContent",
    "JudgingContent",
    "ResultLine",
    "RoundLine",
    "RulesContent",
]
