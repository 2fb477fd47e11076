"""Names and places in one line: «an sở y tế», «bình giáo viên» – some words are the name's, the others post or unit.

A span of words that is the name of a unit is its place. Where nothing at all bears the words, the line is parted at
each space, and what is left of the name is looked for in post and unit; the name of an award means who received it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import Final

from django.db.models import Q

from thidua.core.vietnamese.fold import fold
from thidua.registry.content.spelling import words_of
from thidua.registry.open_data.asking import PublicAsking
from thidua.registry.search.conditions import Conditions, award_codes
from thidua.registry.search.in_public import in_places, told_kinds
from thidua.registry.search.names import MOST_WORDS, NameGroup, Rank, words_group
from thidua.registry.search.places import Era, area_of, units_beginning, units_called
from thidua.registry.search.plans import Found, Place, merged, newest
from thidua.registry.search.reading_words import without_title
from thidua.registry.search.statements import Sql, either, negated
from thidua.registry.search.texts import TextWanted, words_in_texts
from thidua.registry.search.tokens import short_names

MOST_WAYS: Final = 4
# How the name of a unit begins that is told from that of a person even where names have all the words.
_UNIT_BEGINS: Final = (
    "xã, phường, huyện, thị trấn, thị xã, thành phố, tỉnh, thôn, khối, khu phố, sở, ban, phòng, chi cục, cục, "
    "văn phòng, hội, ủy ban, công an, tòa án, trạm, trường, bệnh viện, trung tâm, công ty, tổng công ty, hợp tác xã"
)
# «UBND xã Tri Phương» is the commune itself.
_OF_THE_UNIT: Final = ("ubnd", "hdnd")
_UNIT_FOLDED: Final = tuple(f"{fold(begin)} " for begin in _UNIT_BEGINS.split(", "))


@dataclass(frozen=True)
class Way:
    """One way to part the words: a group of names (None: of anybody) under narrower conditions."""

    group: NameGroup | None
    conditions: Conditions


def ways_of(
    text: str,
    whole: Sequence[NameGroup],
    conditions: Conditions,
    *,
    era: Era,
    public: PublicAsking | None = None,
) -> list[Way]:
    """Return the ways in which the words are name and place together.

    `whole`: the groups of names that have all the words; their awards are left out. The public asks for places and
    awards, not for words of post and unit, and what it may not find counts as not there.
    """
    words = words_of(without_title(text))[:MOST_WORDS]
    if not words:
        return []
    if public is not None:
        nothing_else = not any(newest(group, conditions, None, 1).rows for group in whole)
    else:
        nothing_else = not any(group.names for group in whole)
    ways = list(_with_units(words, whole, conditions, era, nothing_else, public))
    if nothing_else and not any(_has_names(one, public) for one in ways):
        if codes := award_codes(text):
            ways.append(Way(None, conditions.given_by(Q(award_code__in=codes))))
        elif public is None:
            ways += islice(_with_texts(words, whole, conditions), MOST_WAYS)
    return ways


def _has_names(way: Way, public: PublicAsking | None) -> bool:
    """Tell whether a way has names; for the public, whether it finds anything: hidden names count as none."""
    if way.group is None or public is None:
        return way.group is not None and bool(way.group.names)
    return bool(newest(way.group, way.conditions, None, 1).rows)


def together(ways: Sequence[Way], after: Place | None, size: int) -> Found:
    """Return the newest awards of all the ways."""
    return merged([newest(one.group, one.conditions, after, size) for one in ways], size)


def _with_units(
    words: list[str],
    whole: Sequence[NameGroup],
    conditions: Conditions,
    era: Era,
    nothing_else: bool,
    public: PublicAsking | None,
) -> Iterator[Way]:
    """Yield the ways in which a span is a unit: one that begins as units do, or any where names found nothing."""
    if conditions.area is not None:
        return
    spans = [
        (first, last)
        for first in range(len(words))
        for last in range(first + 2, len(words) + 1)
        if _begins_as_unit(words[first:last]) or (nothing_else and last - first < len(words))
    ]
    if not spans:
        return
    called = units_called(" ".join(words[first:last]) for first, last in spans)
    if not called and nothing_else:
        called = units_beginning(" ".join(words[first:last]) for first, last in spans if last - first > 2)
    kinds: dict[int, str] = {}
    if public is not None:
        kinds = told_kinds({unit for units in called.values() for unit in units})
        told = {name: units & kinds.keys() for name, units in called.items()}
        called = {name: units for name, units in told.items() if units}
    named = [span for span in spans if " ".join(words[span[0] : span[1]]) in called]
    for first, last in sorted(named, key=lambda span: span[0] - span[1])[:2]:
        rest = [word for word in words[:first] + words[last:] if word not in _OF_THE_UNIT]
        units = called[" ".join(words[first:last])]
        narrowed = replace(conditions, area=area_of(units, era))
        if public is not None:
            of_places = in_places(public, {unit: kinds[unit] for unit in units})
            narrowed = replace(narrowed, rest=narrowed.rest & of_places)
        yield Way(_named(rest, whole), narrowed)


def _begins_as_unit(words: list[str]) -> bool:
    return " ".join(words).startswith(_UNIT_FOLDED)


def _with_texts(words: list[str], whole: Sequence[NameGroup], conditions: Conditions) -> Iterator[Way]:
    if set(words) <= words_in_texts():
        whole_text = TextWanted(tuple(words), anywhere=True)
        yield Way(None, replace(conditions, texts=(*conditions.texts, whole_text)))
        return
    for cut in range(len(words) - 1, 0, -1):
        for own, other in ((words[:cut], words[cut:]), (words[cut:], words[:cut])):
            if len(own) == 1 and own[0] in short_names():
                continue
            if not set(other) <= words_in_texts():
                continue
            group = _named(own, whole)
            if group.names:
                wanted = TextWanted(tuple(other), anywhere=True)
                yield Way(group, replace(conditions, texts=(*conditions.texts, wanted)))


def _named(own: list[str], whole: Sequence[NameGroup]) -> NameGroup:
    """Return the names that have the words (none: all names), but not all of those typed."""

    def left_out() -> Sql:
        return either(*(group.seen for group in whole))

    if own:
        return words_group(" ".join(own), own, Rank.TOGETHER, unless=left_out)
    return NameGroup(
        Rank.TOGETHER, lambda: negated(left_out()), lambda: negated(left_out()), is_surely_large=True
    )
