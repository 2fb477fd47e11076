"""What free words say without a token: «BK 2018», «163/QĐ-UBND», «qđ số 163», «25/01/2019», «2018-2019»."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from thidua.core.vietnamese.hygiene import clean_line
from thidua.registry.search.tokens import bare, short_awards, short_names

_DAY: Final = re.compile(
    r"(?<![\w/.-])([0-3]?[0-9])\s?[/.-]\s?([01]?[0-9])\s?[/.-]\s?((?:19|20)[0-9]{2})(?![\w/])"
)
_ISO: Final = re.compile(r"(?<![\w/.-])((?:19|20)[0-9]{2})-([01][0-9])-([0-3][0-9])(?![\w/-])")
_DAY_SAID: Final = re.compile(
    rf"(?:(?<!\w)(?:ngày|ngay)\s+)?(?:{_DAY.pattern}|{_ISO.pattern})", re.IGNORECASE
)
_NUMBER: Final = re.compile(
    r"(?:(?<!\w)(?:quyết định|quyet dinh|qđ|qd)(?:\s*số|\s*so)?\s*|(?<!\w)(?:số|so)\s+)?(?<![\w/])"
    r"([0-9]{1,9}\s*/\s*(?:[0-9]{4}\s*/\s*)?[^\W\d_][\w&/-]*)(?:\s+ngày\s*$)?",
    re.IGNORECASE,
)
_SERIAL: Final = re.compile(
    r"(?<!\w)(?:quyết định|quyet dinh|qđ|qd)(?:\s*số|\s*so)?[\s.]*([0-9]{1,9})(?![\w/])"
    r"|^\s*(?:(?:số|so)\s+)?([0-9]{1,9})\s*$",
    re.IGNORECASE,
)
_YEARS: Final = re.compile(
    r"(?<![\w/.:-])(?:(?:từ|tu)\s+)?(?:năm\s+|nam\s+)?((?:19[4-9]|20[0-9])[0-9])"
    r"(?:\s*(?:\.{2,3}|…|-|–|—|đến|den)\s*((?:19[4-9]|20[0-9])[0-9]))?(?![\w/-])",
    re.IGNORECASE,
)
_AWARD: Final = re.compile(r"(?<![\w/.])[^\W\d_]+(?:/[^\W\d_]+)?(?![\w.])")


def taken_out_of_words(text: str, found: dict[str, list[str]]) -> str:
    """Put what the words say of day, decision, years and awards into `found`, and return the other words.

    What a token says already is not taken from the words.
    """
    if "day" not in found and (day := _DAY_SAID.search(text)) and day_in(_bare_day(day[0])):
        found["day"] = [_bare_day(day[0])]
        text = _without(text, day)
    if "decision" not in found and (number := _NUMBER.search(text)):
        found["decision"] = [clean_line(number[1])]
        text = _without(text, number)
    if "years" not in found and (years := _YEARS.search(text)) and len(_YEARS.findall(text)) == 1:
        found["years"] = [f"{years[1]}..{years[2]}" if years[2] else years[1]]
        text = _without(text, years)
    if "decision" not in found and (number := _SERIAL.search(text)):
        found["decision"] = [number[1] or number[2]]
        text = _without(text, number)
    if "award" not in found:
        for word in _AWARD.finditer(text):
            if bare(word[0]) in short_awards() and bare(word[0]) not in short_names():
                found["award"] = [word[0]]
                return _without(text, word)
    return text


def day_in(text: str) -> date | None:
    """Return the day that a text is, «25/01/2019», «25.1.2019» or ISO; None for anything else."""
    if match := _DAY.fullmatch(text):
        day, month, year = map(int, match.groups())
    elif match := _ISO.fullmatch(text):
        year, month, day = map(int, match.groups())
    else:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _bare_day(text: str) -> str:
    return re.sub(r"^[^0-9]+", "", text)


def _without(text: str, match: re.Match[str]) -> str:
    return clean_line(f"{text[: match.start()]} {text[match.end() :]}").strip(" ,;-–")
