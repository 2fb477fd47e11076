"""Rows of the accounts room."""

from thidua.accounts.models.user import User

__all__ = ["User"]
