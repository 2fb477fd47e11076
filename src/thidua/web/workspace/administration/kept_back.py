"""What of the log only those read who appraise: discipline, pending matters, and why somebody was suspended.

The log tells everybody who may read it that something was written, by whom and when; of whom and what it was, the
rule of the register holds here, too (`registry.access`).
"""

from __future__ import annotations

import json
from typing import Final

from thidua.registry.access import RESTRICTED
from thidua.support.audit.models import AuditEntry

HIDDEN: Final = "•••"
# Kinds of things whose very name says who was disciplined, and how.
UNNAMED: Final = frozenset(model._meta.label_lower for model in RESTRICTED)
# Action → the details kept back; what an officer says of a finding may tell of discipline as well.
_DETAILS: Final[dict[str, frozenset[str]]] = {
    "nominations.suspended": frozenset({"cause", "reason", "nominee"}),
    "nominations.suspension_lifted": frozenset({"reason"}),
    "nominations.finding_decided": frozenset({"reason", "before"}),
}


def kept_back(entry: AuditEntry) -> frozenset[str]:
    """Return the names of the details that only those read who appraise; all of a thing that is unnamed."""
    if entry.subject_type in UNNAMED:
        told = json.loads(entry.details)
        return frozenset(told) if isinstance(told, dict) else frozenset()
    return _DETAILS.get(entry.action, frozenset())
