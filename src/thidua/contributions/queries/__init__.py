"""Reads of the contributions room."""

from thidua.contributions.queries.totals import GiftTotal, gift_totals

__all__ = ["GiftTotal", "gift_totals"]
