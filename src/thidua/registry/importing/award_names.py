"""Names of awards as papers write them → codes of the law book."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from rapidfuzz import fuzz, process

from thidua.core.law.reading import load_law
from thidua.registry.importing.columns import plain

LIKELY: Final = 86  # of 100; below it a suggestion is a guess
# What a province writes where the law book names all those who may give it.
_OWN: Final = {
    "provincial_certificate_of_merit": (
        *("Bằng khen của Chủ tịch UBND tỉnh", "Bằng khen của UBND tỉnh", "Bằng khen UBND tỉnh"),
        *("Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh", "Bằng khen của Bộ trưởng", "Bằng khen cấp tỉnh"),
        "Bằng khen Chủ tịch UBND tỉnh",
    ),
    "provincial_emulation_fighter": ("Chiến sĩ thi đua cấp tỉnh", "Chiến sĩ thi đua tỉnh", "CSTĐ cấp tỉnh"),
    "grassroots_emulation_fighter": ("Chiến sĩ thi đua cấp cơ sở", "CSTĐCS", "CSTĐ cơ sở"),
    "national_emulation_fighter": ("CSTĐTQ", "CSTĐ toàn quốc"),
    "advanced_worker": ("LĐTT", "Danh hiệu Lao động tiên tiến"),
    "excellent_labor_collective": ("TTLĐXS", "Tập thể LĐXS"),
    "advanced_labor_collective": ("TTLĐTT", "Tập thể LĐTT"),
    "provincial_emulation_flag": ("Cờ thi đua của UBND tỉnh", "Cờ thi đua cấp tỉnh", "Cờ thi đua UBND tỉnh"),
    "government_emulation_flag": ("Cờ thi đua Chính phủ",),
    "pm_certificate_of_merit": ("Bằng khen Thủ tướng Chính phủ", "Bằng khen của Thủ tướng"),
    "commendation_letter": (
        *("Giấy khen của Chủ tịch UBND xã", "Giấy khen của Chủ tịch UBND huyện", "Giấy khen của Giám đốc Sở"),
        *("Giấy khen của Chủ tịch UBND phường", "Giấy khen của Chủ tịch UBND thành phố"),
    ),
}


@dataclass(frozen=True)
class Suggestion:
    """A code that a form of commendation may be, and how alike the names are, of 100."""

    code: str
    likeness: int

    @property
    def is_likely(self) -> bool:
        """Whether it is more than a guess."""
        return self.likeness >= LIKELY


def code_named(text: str) -> str | None:
    """Return the code of an award named exactly, by its code or any of its names; None for no award."""
    return text if text in load_law().awards else _names().get(plain(text))


def suggestions(forms: Iterable[str]) -> dict[str, Suggestion | None]:
    """Return for each free text the likeliest award of the law book, None where nothing is alike."""
    return {form: _suggested(plain(form)) for form in forms}


def _suggested(form: str) -> Suggestion | None:
    if exact := _names().get(form):
        return Suggestion(exact, 100)
    best = process.extractOne(form, list(_names()), scorer=fuzz.token_sort_ratio, score_cutoff=60)
    return Suggestion(_names()[best[0]], int(best[1])) if best else None


@lru_cache(maxsize=1)
def _names() -> dict[str, str]:
    known: dict[str, str] = {}
    for code, award in load_law().awards.items():
        for name in (award.name.vi, award.name.en, *_OWN.get(code, ())):
            known.setdefault(plain(name), code)
    return known
