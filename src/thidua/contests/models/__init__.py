"""Rows of the contests room."""

from thidua.contests.models.competition import Competition
from thidua.contests.models.edition import Edition
from thidua.contests.models.result import Result

__all__ = ["Competition", "Edition", "Result"]
