"""Rows of the audit log."""

from thidua.support.audit.models.entry import AuditEntry, ChainHead

__all__ = ["AuditEntry", "ChainHead"]
