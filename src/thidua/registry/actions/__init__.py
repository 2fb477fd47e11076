"""Writes of the registry."""

from thidua.registry.actions.cancel_award import cancel_award, reinstate_award
from thidua.registry.actions.choose_columns import choose_columns, keep_choices
from thidua.registry.actions.choose_public_fields import choose_public_fields
from thidua.registry.actions.claim_awards import claim_awards
from thidua.registry.actions.conclude_matter import conclude_matter
from thidua.registry.actions.confirm_book import confirm_book
from thidua.registry.actions.correct_history import correct_history, withdraw_history
from thidua.registry.actions.decide_identity import decide_identity, reopen_identity
from thidua.registry.actions.describe_recipients import Described, describe_recipients
from thidua.registry.actions.describe_unit import describe_unit
from thidua.registry.actions.discard_book import discard_book
from thidua.registry.actions.edit_conferral import edit_conferral
from thidua.registry.actions.export_register import clean_exports, make_export, remove_export, start_export
from thidua.registry.actions.extract_person import extract_person
from thidua.registry.actions.find_identities import find_identities
from thidua.registry.actions.grant_awards import grant_awards
from thidua.registry.actions.import_history import import_history
from thidua.registry.actions.keep_search import keep_search, remove_search, rename_search, restore_search
from thidua.registry.actions.learn_spelling import change_spelling, forget_spelling, learn_award, learn_unit
from thidua.registry.actions.link_recipients import link_recipients
from thidua.registry.actions.match_award_codes import match_award_codes
from thidua.registry.actions.merge_persons import merge_persons
from thidua.registry.actions.present_conferral import present_conferral
from thidua.registry.actions.read_book import read_book
from thidua.registry.actions.record_conferral import record_conferral
from thidua.registry.actions.record_history import record_history
from thidua.registry.actions.repair_row import repair_row, resolve_conflict, take_back_repair
from thidua.registry.actions.replace_recipients import replace_recipients
from thidua.registry.actions.start_identity_search import (
    fail_identity_search,
    start_identity_search,
    tell_identity_search,
)
from thidua.registry.actions.take_book import paste_book, take_book
from thidua.registry.actions.undo_book import undo_book
from thidua.registry.actions.undo_history_import import undo_history_import
from thidua.registry.actions.unmerge_persons import unmerge_persons
from thidua.registry.actions.withdraw_conferral import restore_conferral, withdraw_conferral
from thidua.registry.content import (
    ConferralContent,
    DisciplineContent,
    GradeContent,
    InitiativeContent,
    MatterContent,
    RecipientLine,
)

__all__ = [
    "ConferralContent",
    "Described",
    "DisciplineContent",
    "GradeContent",
    "InitiativeContent",
    "MatterContent",
    "RecipientLine",
    "cancel_award",
    "change_spelling",
    "choose_columns",
    "choose_public_fields",
    "claim_awards",
    "clean_exports",
    "conclude_matter",
    "confirm_book",
    "correct_history",
    "decide_identity",
    "describe_recipients",
    "describe_unit",
    "discard_book",
    "edit_conferral",
    "extract_person",
    "fail_identity_search",
    "find_identities",
    "forget_spelling",
    "grant_awards",
    "import_history",
    "keep_choices",
    "keep_search",
    "learn_award",
    "learn_unit",
    "link_recipients",
    "make_export",
    "match_award_codes",
    "merge_persons",
    "paste_book",
    "present_conferral",
    "read_book",
    "record_conferral",
    "record_history",
    "reinstate_award",
    "remove_export",
    "remove_search",
    "rename_search",
    "reopen_identity",
    "repair_row",
    "replace_recipients",
    "resolve_conflict",
    "restore_conferral",
    "restore_search",
    "start_export",
    "start_identity_search",
    "take_back_repair",
    "take_book",
    "tell_identity_search",
    "undo_book",
    "undo_history_import",
    "unmerge_persons",
    "withdraw_conferral",
    "withdraw_history",
]
