"""Rows of the contests room."""

from thidua.contests.models.category import Category, CategoryPrize
from thidua.contests.models.competition import Competition
from thidua.contests.models.edition import Edition
from thidua.contests.models.entry import Entry, EntryAuthor, EntryFile
from thidua.contests.models.judging import JudgingCriterion, JudgingRound, RoundEntry, TieDecision
from thidua.contests.models.juror import ConflictDeclared, HandedIn, Juror, Mark
from thidua.contests.models.result import Result
from thidua.contests.models.rules import EditionRules

__all__ = [
    "Category",
    "CategoryPrize",
    "Competition",
    "ConflictDeclared",
    "Edition",
    "EditionRules",
    "Entry",
    "EntryAuthor",
    "EntryFile",
    "HandedIn",
    "JudgingCriterion",
    "JudgingRound",
    "Juror",
    "Mark",
    "Result",
    "RoundEntry",
    "TieDecision",
]
