"""Reads of the registry."""

from thidua.registry.queries.award_forms import UnmatchedForm, unmatched_forms
from thidua.registry.queries.counts import with_counts
from thidua.registry.queries.dependants import Dependant, dependants_of
from thidua.registry.queries.history import AwardLine, GradeLine, History, InitiativeLine, history_of
from thidua.registry.queries.namesakes import AwardHit, same_names, search_awards
from thidua.registry.queries.recipient_links import LinkOffer, link_offers
from thidua.registry.queries.resting import records_of, resting_on

__all__ = [
    "AwardHit",
    "AwardLine",
    "Dependant",
    "GradeLine",
    "History",
    "InitiativeLine",
    "LinkOffer",
    "UnmatchedForm",
    "dependants_of",
    "history_of",
    "link_offers",
    "records_of",
    "resting_on",
    "same_names",
    "search_awards",
    "unmatched_forms",
    "with_counts",
]
