"""A unit that an action is asked to make."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from thidua.orgs.enums import Hierarchy, UnitKind
from thidua.orgs.models import Unit


@dataclass(frozen=True)
class UnitDraft:
    """What is known of a unit before it is made; an empty key is made from the name."""

    name: str
    kind: UnitKind
    hierarchy: Hierarchy = Hierarchy.STATE
    parent: Unit | None = None
    short_name: str = ""
    official_code: str = ""
    exists_from: date | None = None
    key: str = ""
    source: str = ""
    note: str = ""
    provenance: str = "recorded"
