"""Writes of the contributions room."""

from thidua.contributions.actions.allocate import allocate
from thidua.contributions.actions.import_bank import ChosenLine, import_bank_lines, undo_bank_import
from thidua.contributions.actions.open_drive import edit_drive, open_drive
from thidua.contributions.actions.pledge import (
    CODE_KIND,
    call_off_pledge,
    confirm_pledge,
    send_pledge,
    take_pledge,
)
from thidua.contributions.actions.prove import prove, strike_proof
from thidua.contributions.actions.publish_statement import publish_statement
from thidua.contributions.actions.receive import issue_receipt, receive_gift
from thidua.contributions.actions.record_gift import edit_gift, record_gift
from thidua.contributions.actions.reverse import reverse_allocation, reverse_receipt
from thidua.contributions.actions.withdraw_drive import restore_drive, withdraw_drive
from thidua.contributions.actions.withdraw_gift import restore_gift, withdraw_gift

__all__ = [
    "CODE_KIND",
    "ChosenLine",
    "allocate",
    "call_off_pledge",
    "confirm_pledge",
    "edit_drive",
    "edit_gift",
    "import_bank_lines",
    "issue_receipt",
    "open_drive",
    "prove",
    "publish_statement",
    "receive_gift",
    "record_gift",
    "restore_drive",
    "restore_gift",
    "reverse_allocation",
    "reverse_receipt",
    "send_pledge",
    "strike_proof",
    "take_pledge",
    "undo_bank_import",
    "withdraw_drive",
    "withdraw_gift",
]
