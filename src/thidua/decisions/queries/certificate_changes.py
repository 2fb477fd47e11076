"""Which awards had their certificate corrected or issued again, for lists of awards that anybody reads."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from thidua.decisions.enums import CertificateState
from thidua.decisions.models import Certificate

_REPLACED = (CertificateState.REISSUED, CertificateState.CORRECTED)


@dataclass(frozen=True)
class CertificateChange:
    """That another certificate took the place of the first, and when; a correction changed its words."""

    since: date
    is_correction: bool


def certificate_changes(award_ids: Collection[int]) -> dict[int, CertificateChange]:
    """Return award id → the last change of its certificate, only of those that had one; one query, or none."""
    if not award_ids:
        return {}
    rows = Certificate.objects.filter(line__award__in=award_ids, state__in=_REPLACED)
    found = rows.order_by("state_since", "pk").values_list("line__award_id", "state_since", "state")
    return {
        award: CertificateChange(since, state == CertificateState.CORRECTED) for award, since, state in found
    }
