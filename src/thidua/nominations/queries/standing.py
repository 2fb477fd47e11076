"""The last answer of the check by the law about each nominee, with what officers decided on it."""

from __future__ import annotations

from thidua.nominations.models import Dossier, StoredAppraisal


def standing_appraisals(dossier: Dossier, nomination: int | None = None) -> list[StoredAppraisal]:
    """Return the last appraisal of each nominee (of one), with its decisions; two queries."""
    rows = StoredAppraisal.objects.filter(nomination__dossier=dossier)
    if nomination is not None:
        rows = rows.filter(nomination=nomination)
    found = rows.order_by("nomination", "ordinal").prefetch_related("decisions")
    return list({one.nomination_id: one for one in found}.values())
