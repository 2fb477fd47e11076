"""What a jury's marks come to: totals with their explanation, severity, places, prizes. Exact numbers only."""

from thidua.core.jury.combining import CombinedTotal, WeighedRound, combined_totals
from thidua.core.jury.marks import Criterion, MarkFault, MarkSheet
from thidua.core.jury.places import ChairDecision, Place, TieRule, places, unsettled_ties
from thidua.core.jury.prizes import Award, PrizeQuota, awards, going_on
from thidua.core.jury.rounding import two_places
from thidua.core.jury.severity import CorrectedTotal, Severity, corrected_totals, severities
from thidua.core.jury.totals import CriterionPart, EntryTotal, entry_totals

__all__ = [
    "Award",
    "ChairDecision",
    "CombinedTotal",
    "CorrectedTotal",
    "Criterion",
    "CriterionPart",
    "EntryTotal",
    "MarkFault",
    "MarkSheet",
    "Place",
    "PrizeQuota",
    "Severity",
    "TieRule",
    "WeighedRound",
    "awards",
    "combined_totals",
    "corrected_totals",
    "entry_totals",
    "going_on",
    "places",
    "severities",
    "two_places",
    "unsettled_ties",
]
