"""What a person says of a competition, an edition and its results, cleaned and checked before it is stored."""

from thidua.contests.content.competition import CompetitionContent
from thidua.contests.content.edition import EditionContent
from thidua.contests.content.result import ResultLine

__all__ = ["CompetitionContent", "EditionContent", "ResultLine"]
