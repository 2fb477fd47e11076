"""Writes of the accounts room."""

from thidua.accounts.actions.change_address import change_address
from thidua.accounts.actions.change_password import change_password
from thidua.accounts.actions.create_account import create_account

__all__ = ["change_address", "change_password", "create_account"]
