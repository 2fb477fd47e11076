"""Writes of the registry."""

from thidua.registry.actions.edit_conferral import edit_conferral
from thidua.registry.actions.record_conferral import record_conferral
from thidua.registry.actions.replace_recipients import replace_recipients
from thidua.registry.actions.withdraw_conferral import restore_conferral, withdraw_conferral
from thidua.registry.content import ConferralContent, RecipientLine

__all__ = [
    "ConferralContent",
    "RecipientLine",
    "edit_conferral",
    "record_conferral",
    "replace_recipients",
    "restore_conferral",
    "withdraw_conferral",
]
