"""Writes of the contests room."""

from thidua.contests.actions.assign_codes import assign_codes
from thidua.contests.actions.create_competition import create_competition, edit_competition
from thidua.contests.actions.enter import enter_on_paper, enter_online
from thidua.contests.actions.open_for_entries import correct_rules, open_for_entries
from thidua.contests.actions.record_edition import edit_edition, record_edition
from thidua.contests.actions.replace_results import replace_results
from thidua.contests.actions.withdraw_competition import restore_competition, withdraw_competition
from thidua.contests.actions.withdraw_edition import restore_edition, withdraw_edition
from thidua.contests.actions.withdraw_entry import withdraw_entry
from thidua.contests.content import ResultLine

__all__ = [
    "ResultLine",
    "assign_codes",
    "correct_rules",
    "create_competition",
    "edit_competition",
    "edit_edition",
    "enter_on_paper",
    "enter_online",
    "open_for_entries",
    "record_edition",
    "replace_results",
    "restore_competition",
    "restore_edition",
    "withdraw_competition",
    "withdraw_edition",
    "withdraw_entry",
]
