"""The audit log as a Django app."""

from django.apps import AppConfig


class AuditConfig(AppConfig):
    """Append-only, hash-chained audit log."""

    name = "thidua.support.audit"
    label = "audit"
    verbose_name = "audit log"
