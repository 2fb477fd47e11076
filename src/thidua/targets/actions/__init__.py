"""Writes of the targets room."""

from thidua.targets.actions.accept_sheet import accept_sheet
from thidua.targets.actions.attach_evidence import attach_evidence
from thidua.targets.actions.create_indicator import create_indicator
from thidua.targets.actions.edit_indicator import edit_indicator
from thidua.targets.actions.import_observations import import_observations
from thidua.targets.actions.import_plans import import_plans
from thidua.targets.actions.indicator_content import IndicatorContent
from thidua.targets.actions.lock_round import lock_round
from thidua.targets.actions.open_round import Question, open_round
from thidua.targets.actions.record_observation import record_observation
from thidua.targets.actions.remind import remind
from thidua.targets.actions.reopen_sheet import reopen_sheet
from thidua.targets.actions.request_reopening import request_reopening
from thidua.targets.actions.return_sheet import return_sheet
from thidua.targets.actions.save_cell import CellConflict, save_cell
from thidua.targets.actions.set_plan import set_plan
from thidua.targets.actions.submit_sheet import submit_sheet
from thidua.targets.actions.undo_import import undo_import

__all__ = [
    "CellConflict",
    "IndicatorContent",
    "Question",
    "accept_sheet",
    "attach_evidence",
    "create_indicator",
    "edit_indicator",
    "import_observations",
    "import_plans",
    "lock_round",
    "open_round",
    "record_observation",
    "remind",
    "reopen_sheet",
    "request_reopening",
    "return_sheet",
    "save_cell",
    "set_plan",
    "submit_sheet",
    "undo_import",
]
