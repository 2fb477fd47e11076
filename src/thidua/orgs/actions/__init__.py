"""Writes of the orgs room."""

from thidua.orgs.actions.add_position import add_position
from thidua.orgs.actions.change_site_identity import change_site_identity, restore_site_identity
from thidua.orgs.actions.close_account import close_account, reopen_account
from thidua.orgs.actions.create_household import create_household
from thidua.orgs.actions.create_person import create_person
from thidua.orgs.actions.create_unit import create_unit
from thidua.orgs.actions.dissolve_unit import dissolve_unit
from thidua.orgs.actions.edit_household import edit_household
from thidua.orgs.actions.edit_person import edit_person
from thidua.orgs.actions.end_position import end_position
from thidua.orgs.actions.enter_personal_data import Entered, enter_personal_data
from thidua.orgs.actions.erase_personal_data import erase_personal_data
from thidua.orgs.actions.grant_role import grant_role
from thidua.orgs.actions.import_units import (
    ImportedUnits,
    NameRow,
    PlacementRow,
    SuccessionRow,
    UnitRow,
    import_units,
)
from thidua.orgs.actions.merge_units import merge_units
from thidua.orgs.actions.move_unit import move_unit
from thidua.orgs.actions.open_account import open_account
from thidua.orgs.actions.read_personal_data import read_personal_data
from thidua.orgs.actions.rename_unit import rename_unit
from thidua.orgs.actions.reset_password import reset_password
from thidua.orgs.actions.revoke_role import revoke_role
from thidua.orgs.actions.rotate_data_key import Rotation, rotate_data_key
from thidua.orgs.actions.settle_succession import settle_succession
from thidua.orgs.actions.split_unit import split_unit
from thidua.orgs.drafts import UnitDraft

__all__ = [
    "Entered",
    "ImportedUnits",
    "NameRow",
    "PlacementRow",
    "Rotation",
    "SuccessionRow",
    "UnitDraft",
    "UnitRow",
    "add_position",
    "change_site_identity",
    "close_account",
    "create_household",
    "create_person",
    "create_unit",
    "dissolve_unit",
    "edit_household",
    "edit_person",
    "end_position",
    "enter_personal_data",
    "erase_personal_data",
    "grant_role",
    "import_units",
    "merge_units",
    "move_unit",
    "open_account",
    "read_personal_data",
    "rename_unit",
    "reopen_account",
    "reset_password",
    "restore_site_identity",
    "revoke_role",
    "rotate_data_key",
    "settle_succession",
    "split_unit",
]
