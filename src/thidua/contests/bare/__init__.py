"""Copies of works without what tells whose they are: nothing but what is on the page goes before a jury."""

from thidua.contests.bare.copy import CannotBeBared, TooManyPixels, bare_copy

__all__ = ["CannotBeBared", "TooManyPixels", "bare_copy"]
