"""Rows of the outbox."""

from thidua.support.notices.models.notice import Notice

__all__ = ["Notice"]
