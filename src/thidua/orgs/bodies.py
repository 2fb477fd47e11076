"""How the body that decides for a unit is written."""

from __future__ import annotations

from thidua.orgs.enums import PLACES, UnitKind
from thidua.orgs.models import Unit


def body_of(unit: Unit) -> str:
    """Return «Ủy ban nhân dân tỉnh Lạng Sơn» for a place, the own name for any other body."""
    if unit.kind in PLACES and unit.kind != UnitKind.VILLAGE:
        return f"Ủy ban nhân dân {unit.name[:1].lower()}{unit.name[1:]}"
    return unit.name
