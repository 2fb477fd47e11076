"""Writes of the notices service."""

from thidua.support.notices.actions.edit import drop, edit, hold, release
from thidua.support.notices.actions.read import mark_all_read, mark_read
from thidua.support.notices.actions.send import send_due, send_now
from thidua.support.notices.actions.tell import About, News, tell, tell_all
from thidua.support.notices.actions.wishes import ask_to_confirm, choose_kinds, confirm_address

__all__ = [
    "About",
    "News",
    "ask_to_confirm",
    "choose_kinds",
    "confirm_address",
    "drop",
    "edit",
    "hold",
    "mark_all_read",
    "mark_read",
    "release",
    "send_due",
    "send_now",
    "tell",
    "tell_all",
]
