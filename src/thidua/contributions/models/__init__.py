"""Rows of the contributions room."""

from thidua.contributions.models.drive import Drive
from thidua.contributions.models.gift import Gift

__all__ = ["Drive", "Gift"]
