"""What somebody searches for: read from what was typed, written back as one line or as the parts of an address.

    Lương Thị Bình xã:"Tri Phương" khen:2018..2019 hình-thức:BK

Nothing here asks the database: names of places, decisions and movements stay as typed until `search.meaning`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from datetime import date
from typing import Final

from django.utils.translation import gettext as _

from thidua.core.vietnamese.dates import format_date
from thidua.core.vietnamese.hygiene import clean_line
from thidua.registry.search.free_words import day_in, taken_out_of_words
from thidua.registry.search.tokens import bare, tokens
from thidua.support.refusals import Sentence

LONGEST: Final = 300  # characters of one search; a name is no longer
MOST_VALUES: Final = 10  # places of one search, its posts, its awards: each is looked up by itself
_QUOTES: Final = str.maketrans("“”„«»", '""' + '"""')
_TOKEN: Final = re.compile(r'(?P<key>(?:[^\W_]|[-‐-–])+)\s?:\s?(?P<value>"[^"]*"?|[^\s"]+)')
_VALUE: Final = re.compile(
    r"(?P<key>(?:[^\W_]|[-‐-–])+)\s?:\s?(?P<value>[^\s\":]+)(?P<more>(?:\s+(?![^\s\":]+\s?:)[^\s\":]+)+)\s*"
)
_YEARS: Final = re.compile(
    r"(?P<first>[0-9]{4})?\s*(?P<range>\.{2,3}|…|-|–|—|đến|den)?\s*(?P<last>[0-9]{4})?"
)
# How the parts are called in an address.
PARAMETERS: Final = {
    "text": "q",
    "years": "nam",
    "places": "noi",
    "decision": "quyet_dinh",
    "awards": "hinh_thuc",
    "types": "loai",
    "kinds": "doi_tuong",
    "movement": "phong_trao",
    "exact": "ten_dung",
    "status": "trang_thai",
    "posts": "chuc_vu",
    "day": "ngay",
}
_SEVERAL: Final = "|"  # parts several values in an address


@dataclass(frozen=True, kw_only=True)
class SearchQuery:
    """What is asked for. `text`: free words. `years`: first and last, either of them None for open.

    `places`, `posts`, `awards`, `decision`, `movement`: as typed. `day`: of the decision, ISO. `exact`: only this very
    name. `faults`: what could not be understood, as sentences; it was left out, the rest is searched.
    """

    text: str = ""
    years: tuple[int | None, int | None] | None = None
    places: tuple[str, ...] = ()
    decision: str = ""
    awards: tuple[str, ...] = ()
    types: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    movement: str = ""
    exact: str = ""
    status: str = ""
    posts: tuple[str, ...] = ()
    day: str = ""
    faults: tuple[Sentence, ...] = field(default=(), compare=False)

    @property
    def is_empty(self) -> bool:
        """Whether nothing at all is asked for."""
        return self == SearchQuery()

    def __str__(self) -> str:
        """Return the query as one line that reads back as the same query."""
        known = tokens()
        said = [self.text] if self.text else []
        said += [f"{known.written['exact']}:{_quoted(self.exact)}"] if self.exact else []
        said += [f"{known.written['years']}:{_years_written(self.years)}"] if self.years else []
        said += [f"{known.written['place']}:{_quoted(place)}" for place in self.places]
        said += [f"{known.written['award']}:{_quoted(award)}" for award in self.awards]
        said += [f"{known.written['type']}:{_quoted(known.said['type'][one])}" for one in self.types]
        said += [f"{known.written['kind']}:{_quoted(known.said['kind'][one])}" for one in self.kinds]
        said += [f"{known.written['decision']}:{_quoted(self.decision)}"] if self.decision else []
        said += [f"{known.written['movement']}:{_quoted(self.movement)}"] if self.movement else []
        said += [f"{known.written['post']}:{_quoted(post)}" for post in self.posts]
        said += [f"{known.written['day']}:{_day_written(self.day)}"] if self.day else []
        if self.status:
            said += [f"{known.written['status']}:{_quoted(known.said['status'][self.status])}"]
        return " ".join(said)

    def parameters(self) -> dict[str, str]:
        """Return the parts of a shareable address, only those that say something, in one order."""
        said: dict[str, str] = {}
        for name, key in PARAMETERS.items():
            value = getattr(self, name)
            if name == "years":
                value = _years_written(value) if value else ""
            said[key] = _SEVERAL.join(value) if isinstance(value, tuple) else value
        return {key: value for key, value in said.items() if value}


def read_query(typed: str) -> SearchQuery:
    """Return what is meant by a line somebody typed. Never fails: what is not understood is a fault."""
    text = clean_line(typed.replace("\x00", " ")).translate(_QUOTES)
    faults: list[Sentence] = []
    if len(text) > LONGEST:
        text = text[:LONGEST]
        faults.append(
            _("A search has at most %(limit)s characters; the rest was left out.") % {"limit": LONGEST}
        )
    found: dict[str, list[str]] = {}
    text = _with_quoted_values(_with_joined_keys(text))
    text = _TOKEN.sub(lambda match: _taken(match, found, faults), text)
    text = taken_out_of_words(clean_line(text.replace('"', " ")), found)
    return _composed(text, found, faults)


def query_of(parameters: Mapping[str, str]) -> SearchQuery:
    """Return the query of an address; free words may hold tokens, which are then parts of their own."""
    typed = read_query(parameters.get(PARAMETERS["text"], ""))
    faults = list(typed.faults)
    found = {
        token: [
            one for one in parameters.get(PARAMETERS[name], "")[:LONGEST].split(_SEVERAL) if clean_line(one)
        ]
        for token, name in _FIELDS.items()
    }
    rest = _composed("", found, faults)
    said = {
        name.name: getattr(rest, name.name)
        for name in fields(SearchQuery)
        if name.name != "faults" and getattr(rest, name.name)
    }
    return replace(typed, **said, faults=tuple(faults))


_FIELDS: Final = {
    "years": "years",
    "place": "places",
    "decision": "decision",
    "award": "awards",
    "type": "types",
    "kind": "kinds",
    "movement": "movement",
    "exact": "exact",
    "status": "status",
    "post": "posts",
    "day": "day",
}


def _with_joined_keys(text: str) -> str:
    """Write a token of two words as one: «quyết định:163» → «quyết-định:163»."""

    def joined(match: re.Match[str]) -> str:
        first, second = match.groups()
        return f"{first}-{second}:" if bare(first + second) in tokens().read else match[0]

    return re.sub(r"([^\W\d_]+) ([^\W\d_]+)\s?:", joined, text)


def _with_quoted_values(text: str) -> str:
    """Put a value of several words in quotes where it can only be one: «xã:Đề Thám», «đối-tượng:cá nhân»."""

    def quoted(match: re.Match[str]) -> str:
        key, value, more = match["key"], match["value"], match["more"].split()
        token = tokens().read.get(bare(key), "")
        if token in tokens().values:
            longest = next(
                (n for n in range(min(3, len(more)), 0, -1) if _is_value(token, value, more[:n])), 0
            )
        else:  # a name of more words than this would leave nothing of the free words
            longest = len(more) if token in ("place", "post", "award", "movement") and len(more) <= 2 else 0
        rest = " ".join(more[longest:])
        return f'{key}:"{" ".join([value, *more[:longest]])}" {rest} ' if longest else match[0]

    return _VALUE.sub(quoted, text)


def _is_value(token: str, value: str, more: list[str]) -> bool:
    return bare("".join([value, *more])) in tokens().values[token]


def _taken(match: re.Match[str], found: dict[str, list[str]], faults: list[Sentence]) -> str:
    """Take a token out of the text, unless it is no token at all, such as a time of day."""
    key, value = match["key"], clean_line(match["value"].strip('"'))
    token = tokens().read.get(bare(key))
    if bare(key) == "so" and value[:1].isdigit():  # «số:163» and «sở:…» are one word without marks
        token = "decision"
    if token is None:
        if key[:1].isdigit():
            return match[0]
        known = ", ".join(f"{one}:" for one in tokens().written.values())
        faults.append(
            _("“%(token)s:” is not known and was left out. What may stand before a colon: %(known)s.")
            % {"token": key, "known": known}
        )
        return " "
    if token == "place" and value:
        level = _LEVELS.get(bare(key), "")
        value = value if not level or bare(value).startswith(bare(level)) else f"{level} {value}"
    if value:
        found.setdefault(token, []).append(value)
    return " "


# A token that is the level of the unit belongs to its name: «sở:"Y tế"» asks for Sở Y tế.
_LEVELS: Final = {
    bare(level): level
    for level in ("xã", "phường", "thị trấn", "huyện", "thị xã", "thành phố", "tỉnh", "sở", "ban", "ngành")
}


def _composed(text: str, found: Mapping[str, list[str]], faults: list[Sentence]) -> SearchQuery:
    return SearchQuery(
        text=text,
        years=_years(found.get("years", ()), faults),
        places=_several(found.get("place", ()), faults),
        decision=_first(found, "decision"),
        awards=_several(found.get("award", ()), faults),
        types=_values("type", found.get("type", ()), faults),
        kinds=_values("kind", found.get("kind", ()), faults),
        movement=_first(found, "movement"),
        exact=_first(found, "exact"),
        status=next(iter(_values("status", found.get("status", ()), faults)), ""),
        posts=_several(found.get("post", ()), faults),
        day=_day(found.get("day", ()), faults),
        faults=tuple(faults),
    )


def _several(said: Sequence[str], faults: list[Sentence]) -> tuple[str, ...]:
    values = tuple(dict.fromkeys(said))
    if len(values) > MOST_VALUES:
        faults.append(
            _("A search names at most %(limit)s units, posts or awards; the rest was left out.")
            % {"limit": MOST_VALUES}
        )
    return values[:MOST_VALUES]


def _first(found: Mapping[str, list[str]], token: str) -> str:
    return next(iter(found.get(token, ())), "")


def _years(said: list[str] | tuple[()], faults: list[Sentence]) -> tuple[int | None, int | None] | None:
    if not said:
        return None
    match = _YEARS.fullmatch(said[0])
    first, last = (int(match[name]) if match and match[name] else None for name in ("first", "last"))
    if match is None or (first is None and last is None) or (first and last and not match["range"]):
        faults.append(
            _("Write years as 2019, 2018..2019, 2018.. or ..2019; “%(said)s” was left out.")
            % {"said": said[0]}
        )
        return None
    if not match["range"]:
        last = first
    if first and last and first > last:
        first, last = last, first
    return first, last


def _values(token: str, said: list[str] | tuple[()], faults: list[Sentence]) -> tuple[str, ...]:
    known = tokens().values[token]
    chosen: list[str] = []
    for one in said:
        value = known.get(bare(one)) or (one if one in known.values() else None)
        if value is None:
            forms = ", ".join(tokens().said[token].values())
            faults.append(
                _("“%(token)s:%(said)s” is not known and was left out. Choose one of: %(known)s.")
                % {"token": tokens().written[token], "said": one, "known": forms}
            )
        else:
            chosen.append(value)
    return tuple(dict.fromkeys(chosen))


def _years_written(years: tuple[int | None, int | None]) -> str:
    first, last = years
    return str(first) if first == last else f"{first or ''}..{last or ''}"


def _day(said: list[str] | tuple[()], faults: list[Sentence]) -> str:
    if not said:
        return ""
    day = day_in(said[0])
    if day is None:
        faults.append(_("Write a day as 25/01/2019; “%(said)s” was left out.") % {"said": said[0]})
    return day.isoformat() if day is not None else ""


def _day_written(day: str) -> str:
    return format_date(date.fromisoformat(day))


def _quoted(text: str) -> str:
    return f'"{text}"' if re.search(r"[\s:]", text) else text
