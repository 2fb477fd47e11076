"""The one write of the audit log."""
