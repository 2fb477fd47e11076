"""Awards of the law book that a search means by their names: «bằng khen» → each of them, with how many there are."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, Final

from thidua.accounts.models import User
from thidua.core.law.reading import load_law
from thidua.registry.content.spelling import words_of
from thidua.registry.search.conditions import award_codes, meaning_of
from thidua.registry.search.counting import Count, count_awards
from thidua.registry.search.query import SearchQuery

MOST_AWARDS: Final = 12


@dataclass(frozen=True)
class AwardFound:
    """An award by its code and name, how many the register holds of it, and the search that lists them."""

    code: str
    name: str
    count: Count
    query: SearchQuery


def awards_found(query: SearchQuery, *, by: User | None, **terms: Any) -> list[AwardFound]:
    """Return the awards whose name holds the free words, or that `hình-thức:` names, those given most often first.

    All else that the query asks narrows the counts; `terms` are those of `search`. Awards nobody received are left out.
    """
    said = list(query.awards) or ([query.text] if words_of(query.text) else [])
    text = query.text if query.awards else ""
    if text or query.exact:
        return []
    codes = list(dict.fromkeys(code for one in said for code in award_codes(one)))[:MOST_AWARDS]
    found = []
    for code in codes:
        asked = replace(query, text="", awards=(code,), faults=())
        counted = count_awards(None, meaning_of(asked, by=by, **terms).conditions)
        if counted.number:
            found.append(AwardFound(code, load_law().awards[code].name.vi, counted, asked))
    return sorted(found, key=lambda one: (-one.count.number, one.name))
