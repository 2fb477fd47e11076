"""Writes of the contests room."""

from thidua.contests.actions.create_competition import create_competition, edit_competition
from thidua.contests.actions.record_edition import edit_edition, record_edition
from thidua.contests.actions.replace_results import replace_results
from thidua.contests.actions.withdraw_competition import restore_competition, withdraw_competition
from thidua.contests.actions.withdraw_edition import restore_edition, withdraw_edition
from thidua.contests.content import ResultLine

__all__ = [
    "ResultLine",
    "create_competition",
    "edit_competition",
    "edit_edition",
    "record_edition",
    "replace_results",
    "restore_competition",
    "restore_edition",
    "withdraw_competition",
    "withdraw_edition",
]
