"""Tables of the orgs room."""

from thidua.orgs.models.change import UnitChange, UnitSuccession
from thidua.orgs.models.household import Household
from thidua.orgs.models.person import Person
from thidua.orgs.models.personal_data import PersonalData
from thidua.orgs.models.position import Position
from thidua.orgs.models.role_assignment import RoleAssignment
from thidua.orgs.models.site_identity import SiteIdentity
from thidua.orgs.models.unit import Unit, UnitName, UnitPlacement

__all__ = [
    "Household",
    "Person",
    "PersonalData",
    "Position",
    "RoleAssignment",
    "SiteIdentity",
    "Unit",
    "UnitChange",
    "UnitName",
    "UnitPlacement",
    "UnitSuccession",
]
