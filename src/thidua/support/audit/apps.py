"""The audit log as a Django app."""

from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class AuditConfig(AppConfig):
    """Append-only, hash-chained audit log."""

    name = "thidua.support.audit"
    label = "audit"
    verbose_name = "audit log"

    def ready(self) -> None:
        """Learn the words of every room's actions."""
        autodiscover_modules("log_words")
