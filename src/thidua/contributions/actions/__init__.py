"""Writes of the contributions room."""

from thidua.contributions.actions.open_drive import edit_drive, open_drive
from thidua.contributions.actions.record_gift import edit_gift, record_gift

__all__ = ["edit_drive", "edit_gift", "open_drive", "record_gift"]
