"""Who decided an award: the unit of the register, or the one that keeps the record, with the authority in words."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Final

from thidua.core.law.reading import load_law
from thidua.core.vietnamese.fold import fold
from thidua.orgs.enums import UnitKind
from thidua.orgs.models import Unit
from thidua.registry.books.placing import Places
from thidua.registry.books.rows import AwardRead

_ROLE: Final = re.compile(
    r"^\s*(?:(?:phó\s+)?(?:chủ tịch|giám đốc|hiệu trưởng|thủ trưởng|cục trưởng|trưởng ban|chánh văn phòng)\s+)?"
    r"(?:(?:ubnd|ủy ban nhân dân|uỷ ban nhân dân)\s+)?",
    re.IGNORECASE,
)
_OF_PROVINCE: Final = re.compile(
    r"^(?:chu tich )?(?:(?:ubnd|uy ban nhan dan)(?: cap)?(?: tinh)?|tinh)(?: (?P<name>.+))?$"
)


@dataclass(frozen=True, slots=True)
class Decider:
    """The unit under which the decision stands, and who decided where that is somebody else ("" otherwise)."""

    unit: Unit
    authority: str = ""


class Deciders:
    """Answers for each row; `allowed`: units whose awards the importer keeps, None for all."""

    def __init__(self, kept_by: Unit, places: Places, allowed: Collection[int] | None) -> None:
        self._kept_by = kept_by
        self._places = places
        self._allowed = allowed
        provinces = [
            unit
            for unit in places.index.units.values()
            if unit.kind == UnitKind.PROVINCE and unit.exists_to is None
        ]
        self._province = provinces[0] if len(provinces) == 1 else None
        self._known: dict[tuple[str, str, date | None, int | None], Decider] = {}

    def of(self, award: AwardRead) -> Decider:
        """Return who decided the award of a row."""
        key = (award.authority, award.award_code, award.decision_date, award.year)
        if key not in self._known:
            self._known[key] = self._found(award)
        return self._known[key]

    def _found(self, award: AwardRead) -> Decider:
        if not award.authority:
            return self._by_law(award)
        unit = self._named(award)
        return self._within_reach(unit, award.authority) if unit else Decider(self._kept_by, award.authority)

    def _by_law(self, award: AwardRead) -> Decider:
        """Old books of a province leave out what goes without saying: its own awards it decides itself."""
        law = load_law().awards.get(award.award_code)
        if law is None or not law.level or law.level == "grassroots":
            return Decider(self._kept_by)
        if law.level == "province" and self._province is not None:
            return self._within_reach(self._province, _chairman_of(self._province))
        if law.level == "state" and law.decided_by:
            return Decider(self._kept_by, authority_words(law.decided_by[-1].authorities[0]))
        return Decider(self._kept_by)

    def _named(self, award: AwardRead) -> Unit | None:
        found = _OF_PROVINCE.match(fold(award.authority))
        if found and self._province is not None:
            name = found["name"] or ""
            if not name or name in {fold(self._province.name), fold(self._province.short_name)}:
                return self._province
        text = _ROLE.sub("", award.authority, count=1).strip()
        return self._places.unit(text, award.decision_date, award.year)

    def _within_reach(self, unit: Unit, words: str) -> Decider:
        if unit.pk == self._kept_by.pk or self._allowed is None or unit.pk in self._allowed:
            return Decider(unit)
        return Decider(self._kept_by, words)


def _chairman_of(province: Unit) -> str:
    return f"Chủ tịch UBND {province.name[:1].lower()}{province.name[1:]}"


def authority_words(code: str) -> str:
    """Return an authority of the law data in words, in Vietnamese: it is what papers say."""
    return load_law().word("authorities", code).vi
