"""Reads of the registry."""

from thidua.registry.queries.counts import with_counts
from thidua.registry.queries.dependants import Dependant, dependants_of
from thidua.registry.queries.history import AwardLine, GradeLine, History, InitiativeLine, history_of
from thidua.registry.queries.namesakes import AwardHit, same_names, search_awards

__all__ = [
    "AwardHit",
    "AwardLine",
    "Dependant",
    "GradeLine",
    "History",
    "InitiativeLine",
    "dependants_of",
    "history_of",
    "same_names",
    "search_awards",
    "with_counts",
]
