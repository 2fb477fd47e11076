"""Writes of the registry."""

from thidua.registry.actions.edit_conferral import edit_conferral
from thidua.registry.actions.record_conferral import RecipientLine, record_conferral
from thidua.registry.actions.replace_recipients import replace_recipients

__all__ = ["RecipientLine", "edit_conferral", "record_conferral", "replace_recipients"]
