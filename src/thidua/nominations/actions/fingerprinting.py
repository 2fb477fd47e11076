"""Fingerprints of the reports of a dossier that is sent in."""

from __future__ import annotations

from thidua.core.text_checks.shared_passages import fingerprints
from thidua.nominations.models import Dossier, ReportFingerprint


def keep_fingerprints(row: Dossier) -> int:
    """Store the fingerprints of the reports as they are now, and return how many; call with the row locked."""
    reports = dict(row.nominations.order_by().values_list("pk", "report"))
    ReportFingerprint.objects.filter(nomination__in=reports).delete()
    found = [
        ReportFingerprint(nomination_id=pk, value=value)
        for pk, text in reports.items()
        for value in fingerprints(text)
    ]
    ReportFingerprint.objects.bulk_create(found, batch_size=5000)
    return len(found)
