"""Writes of the contributions room."""

from thidua.contributions.actions.open_drive import edit_drive, open_drive
from thidua.contributions.actions.record_gift import edit_gift, record_gift
from thidua.contributions.actions.withdraw_drive import restore_drive, withdraw_drive
from thidua.contributions.actions.withdraw_gift import restore_gift, withdraw_gift

__all__ = [
    "edit_drive",
    "edit_gift",
    "open_drive",
    "record_gift",
    "restore_drive",
    "restore_gift",
    "withdraw_drive",
    "withdraw_gift",
]
