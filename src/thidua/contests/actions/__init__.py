"""Writes of the contests room."""

from thidua.contests.actions.appoint_juror import appoint_juror, release_juror
from thidua.contests.actions.assign_codes import assign_codes
from thidua.contests.actions.close_round import close_round
from thidua.contests.actions.create_competition import create_competition, edit_competition
from thidua.contests.actions.declare_conflict import (
    declare_conflict,
    declare_no_other_conflict,
    record_conflict,
)
from thidua.contests.actions.enter import check_entry, enter_on_paper, enter_online
from thidua.contests.actions.extract_entries import extract_entries
from thidua.contests.actions.hand_in_marks import hand_in_marks
from thidua.contests.actions.open_for_entries import correct_rules, open_for_entries
from thidua.contests.actions.open_round import open_round
from thidua.contests.actions.publish_results import publish_results
from thidua.contests.actions.record_edition import edit_edition, record_edition
from thidua.contests.actions.replace_results import replace_results
from thidua.contests.actions.reveal import reveal
from thidua.contests.actions.save_marks import MarkedMeanwhile, MarkLine, mark_faults, save_marks
from thidua.contests.actions.set_judging import set_judging
from thidua.contests.actions.settle_results import settle_results
from thidua.contests.actions.settle_tie import settle_tie
from thidua.contests.actions.withdraw_competition import restore_competition, withdraw_competition
from thidua.contests.actions.withdraw_edition import restore_edition, withdraw_edition
from thidua.contests.actions.withdraw_entry import withdraw_entry
from thidua.contests.actions.withdraw_own_entry import withdraw_own_entry
from thidua.contests.content import ResultLine

__all__ = [
    "MarkLine",
    "MarkedMeanwhile",
    "ResultLine",
    "appoint_juror",
    "assign_codes",
    "check_entry",
    "close_round",
    "correct_rules",
    "create_competition",
    "declare_conflict",
    "declare_no_other_conflict",
    "edit_competition",
    "edit_edition",
    "enter_on_paper",
    "enter_online",
    "extract_entries",
    "hand_in_marks",
    "mark_faults",
    "open_for_entries",
    "open_round",
    "publish_results",
    "record_conflict",
    "record_edition",
    "release_juror",
    "replace_results",
    "restore_competition",
    "restore_edition",
    "reveal",
    "save_marks",
    "set_judging",
    "settle_results",
    "settle_tie",
    "withdraw_competition",
    "withdraw_edition",
    "withdraw_entry",
    "withdraw_own_entry",
]
