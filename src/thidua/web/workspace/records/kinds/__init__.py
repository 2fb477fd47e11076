"""Every kind of record. Those of somebody's history are never deleted; the menu shows them behind awards."""

from __future__ import annotations

from typing import Final

from thidua.web.workspace.records.kinds.awards import AWARDS
from thidua.web.workspace.records.kinds.contests import COMPETITIONS, EDITIONS
from thidua.web.workspace.records.kinds.drives import DRIVES
from thidua.web.workspace.records.kinds.events import EVENTS
from thidua.web.workspace.records.kinds.gifts import GIFTS
from thidua.web.workspace.records.kinds.history import HISTORY
from thidua.web.workspace.records.kinds.milestones import MILESTONES
from thidua.web.workspace.records.kinds.role_models import ROLE_MODELS
from thidua.web.workspace.records.record_kind import RecordKind

ALL: Final[tuple[RecordKind, ...]] = (
    AWARDS,
    ROLE_MODELS,
    GIFTS,
    DRIVES,
    EVENTS,
    MILESTONES,
    COMPETITIONS,
    EDITIONS,
)
IN_THE_MENU: Final = (AWARDS, *HISTORY, *(kind for kind in ALL[1:] if kind.above is None))
