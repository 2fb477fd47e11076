"""Reads of the law book."""

from thidua.lawbook.queries.book import Current, FaultyRegulation, current, current_book
from thidua.lawbook.queries.checks import CheckMade, checks_made, history_of_checks
from thidua.lawbook.queries.readings import answers_in_force, history_of_readings
from thidua.lawbook.queries.regulations import regulations

__all__ = [
    "CheckMade",
    "Current",
    "FaultyRegulation",
    "answers_in_force",
    "checks_made",
    "current",
    "current_book",
    "history_of_checks",
    "history_of_readings",
    "regulations",
]
