"""Writes of the outbox."""

from thidua.support.notices.actions.edit import drop, edit, mark_read, release
from thidua.support.notices.actions.send import send_due
from thidua.support.notices.actions.tell import tell

__all__ = ["drop", "edit", "mark_read", "release", "send_due", "tell"]
