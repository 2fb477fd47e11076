"""Rows of the notices service."""

from thidua.support.notices.models.notice import Notice
from thidua.support.notices.models.wishes import ConfirmedAddress, SilencedKind

__all__ = ["ConfirmedAddress", "Notice", "SilencedKind"]
