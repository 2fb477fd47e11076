"""Writes of the reports room."""

from thidua.reports.actions.arrange_paragraphs import add_paragraph, move_paragraph, remove_paragraph
from thidua.reports.actions.assign_responsible import assign_responsible
from thidua.reports.actions.correct_report import correct_report
from thidua.reports.actions.create_report import create_report
from thidua.reports.actions.edit_paragraph import edit_paragraph
from thidua.reports.actions.edit_report import edit_report
from thidua.reports.actions.freeze_report import freeze_report
from thidua.reports.actions.keep_officer import (
    OfficerContent,
    edit_officer,
    record_officer,
    remove_officer,
)
from thidua.reports.actions.sign_off_paragraph import sign_off_paragraph, withdraw_sign_off

__all__ = [
    "OfficerContent",
    "add_paragraph",
    "assign_responsible",
    "correct_report",
    "create_report",
    "edit_officer",
    "edit_paragraph",
    "edit_report",
    "freeze_report",
    "move_paragraph",
    "record_officer",
    "remove_officer",
    "remove_paragraph",
    "sign_off_paragraph",
    "withdraw_sign_off",
]
