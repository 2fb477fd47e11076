"""Writes of the contests room."""

from thidua.contests.actions.create_competition import create_competition
from thidua.contests.actions.record_edition import ResultLine, edit_edition, record_edition

__all__ = ["ResultLine", "create_competition", "edit_edition", "record_edition"]
