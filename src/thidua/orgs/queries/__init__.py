"""Reading units, names, addresses and persons, each as of a day. Numbers of queries do not depend on the rows."""

from thidua.orgs.queries.addresses import address_as_of, addresses_as_of, addresses_on
from thidua.orgs.queries.as_of import ancestors, children, parent_on, subtree, units_as_of
from thidua.orgs.queries.lineage import (
    Lineage,
    LineageStep,
    UnitReference,
    lineage,
    predecessor_ids,
    successor_ids,
)
from thidua.orgs.queries.names import UnitNameThen, name_as_of, names_as_of, names_on
from thidua.orgs.queries.people import (
    PersonHit,
    other_spellings,
    positions_of,
    positions_on,
    search_persons,
)
from thidua.orgs.queries.search import UnitHit, search_units
from thidua.orgs.queries.today import AddressToday, PlaceToday, address_today, addresses_today

__all__ = [
    "AddressToday",
    "Lineage",
    "LineageStep",
    "PersonHit",
    "PlaceToday",
    "UnitHit",
    "UnitNameThen",
    "UnitReference",
    "address_as_of",
    "address_today",
    "addresses_as_of",
    "addresses_on",
    "addresses_today",
    "ancestors",
    "children",
    "lineage",
    "name_as_of",
    "names_as_of",
    "names_on",
    "other_spellings",
    "parent_on",
    "positions_of",
    "positions_on",
    "predecessor_ids",
    "search_persons",
    "search_units",
    "subtree",
    "successor_ids",
    "units_as_of",
]
