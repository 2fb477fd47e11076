"""Every kind of record, in the order of the menu."""

from __future__ import annotations

from typing import Final

from thidua.web.workspace.records.kinds.awards import AWARDS
from thidua.web.workspace.records.kinds.milestones import MILESTONES
from thidua.web.workspace.records.record_kind import RecordKind

ALL: Final[tuple[RecordKind, ...]] = (AWARDS, MILESTONES)
IN_THE_MENU: Final = tuple(kind for kind in ALL if kind.above is None)
