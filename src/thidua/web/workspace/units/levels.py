"""Levels of administration as choices of a filter."""

from __future__ import annotations

from typing import Final

from django.utils.translation import gettext_lazy as _

from thidua.orgs.enums import COMMUNE_LEVEL, DISTRICT_LEVEL, UnitKind

LEVELS: Final[dict[str, tuple[object, frozenset[str]]]] = {
    "tinh": (_("province"), frozenset({UnitKind.PROVINCE})),
    "huyen": (_("district level"), DISTRICT_LEVEL),
    "xa": (_("commune level"), COMMUNE_LEVEL),
    "thon": (_("villages and residential groups"), frozenset({UnitKind.VILLAGE})),
    "co-quan": (_("agencies, organisations, enterprises"), frozenset({UnitKind.BODY, UnitKind.ENTERPRISE})),
}


def level_choices() -> list[tuple[str, object]]:
    """Return the levels for a select."""
    return [(code, words) for code, (words, _kinds) in LEVELS.items()]
