"""The flag that tells a suspension is open."""

from __future__ import annotations

from thidua.nominations.models import Dossier


def refresh_suspended(row: Dossier) -> None:
    """Set the flag of the locked dossier to what its open suspensions say."""
    row.suspended = row.suspensions.filter(lifted_at__isnull=True).exists()
    row.save(update_fields=["suspended"])
