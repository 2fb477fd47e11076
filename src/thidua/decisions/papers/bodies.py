"""How the deciding body, its head and its awards are written."""

from __future__ import annotations

from datetime import date
from typing import Final

from thidua.core.law.book import LawBook
from thidua.nominations.enums import Level
from thidua.orgs.bodies import body_of
from thidua.orgs.enums import COMMUNE_LEVEL, PLACES, UnitKind
from thidua.orgs.models import Unit

NO_BREAK: Final = "\u00a0"
# Codes of words/authorities in the law data.
AUTHORITY_OF_LEVEL = {
    Level.UNIT: "head_of_legal_entity",
    Level.COMMUNE: "commune_chair",
    Level.PROVINCE: "provincial_chair",
}


def level_of(unit: Unit) -> Level:
    """Return the level on which the head of `unit` decides."""
    if unit.kind == UnitKind.PROVINCE:
        return Level.PROVINCE
    return Level.COMMUNE if unit.kind in COMMUNE_LEVEL else Level.UNIT


def in_capitals(body: str) -> str:
    """Return a body as the head of a paper has it; the name of a place never breaks across two lines."""
    kind, known, place = body.upper().partition("ỦY BAN NHÂN DÂN ")
    return f"{kind}{known}{place.replace(' ', NO_BREAK)}" if known else kind


def head_of(unit: Unit) -> str:
    """Return «Chủ tịch Ủy ban nhân dân tỉnh Lạng Sơn», or «Thủ trưởng Sở Nội vụ»."""
    if unit.kind in PLACES:
        return f"Chủ tịch {body_of(unit)}"
    return f"{'Giám đốc' if unit.name.startswith('Sở ') else 'Thủ trưởng'} {unit.name}"


def award_words(book: LawBook, code: str, unit: Unit, day: date) -> str:
    """Return the award as a decision of `unit` names it: «Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh Lạng Sơn».

    Names that the law gives for ministries and provinces together are written for the one body.
    """
    award = book.awards[code]
    place = f"{unit.name[:1].lower()}{unit.name[1:]}"
    own = {
        "provincial_certificate_of_merit": f"Bằng khen của {head_of(unit)}",
        "provincial_emulation_fighter": f"Chiến sĩ thi đua {place}",
        "provincial_emulation_flag": f"Cờ thi đua của {body_of(unit)}",
        "commendation_letter": f"Giấy khen của {head_of(unit)}",
    }
    return own.get(code, award.name_on(day).vi)
