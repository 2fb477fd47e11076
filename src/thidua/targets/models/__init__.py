"""Rows of the targets room."""

from thidua.targets.models.import_batch import ImportBatch
from thidua.targets.models.indicator import Indicator
from thidua.targets.models.observation import Observation
from thidua.targets.models.plan import Plan
from thidua.targets.models.reminder import Reminder
from thidua.targets.models.reporting_round import ReportingRound, RoundIndicator
from thidua.targets.models.sheet import Cell, CellFault, Sheet

__all__ = [
    "Cell",
    "CellFault",
    "ImportBatch",
    "Indicator",
    "Observation",
    "Plan",
    "Reminder",
    "ReportingRound",
    "RoundIndicator",
    "Sheet",
]
