"""Copies of works without what tells whose they are: nothing but what is on the page goes before a jury."""

from thidua.contests.bare.copy import CannotBeBared, bare_copy

__all__ = ["CannotBeBared", "bare_copy"]
