"""Who stands in a cell: honorific, name, post and unit of one person, a household, or a collective with its unit."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from thidua.registry.books.gathering import Gathered, PersonCell, gather
from thidua.registry.books.kinds import is_couple, kind_of_name, looks_like_name, names_household
from thidua.registry.books.name_case import normal_case
from thidua.registry.books.people_words import people_lexicon
from thidua.registry.books.phrases import tokens
from thidua.registry.books.posts import begins_post, begins_unit, cut, of_parts, split_post_unit
from thidua.registry.books.words import is_nothing, tidy, trimmed
from thidua.registry.enums import RecipientKind

__all__ = ["PersonCell", "split_honorific", "split_person", "split_post_unit"]

_NUMBERING: Final = re.compile(
    r"^\s*(?:\(?\d{1,4}\s*[.)/]+(?!\d)|\d{1,3}\s+(?=[^\W\d_])|[-–+•*●▪]+|[a-zđ]\))\s*"
)
_BETWEEN: Final = re.compile(
    r",?\s+(?:và|va|cùng với|cùng|\+|&)\s+|\s*,\s*(?=(?:ông|bà|anh|chị|vợ)\s)|\s+-\s+(?=(?:ông|bà|anh|chị)\s)",
    re.IGNORECASE,
)
# «Tập thể Chi cục Kiểm lâm»: the word only says what kind of recipient it is.
_COLLECTIVE: Final = re.compile(r"^(?:Tập thể|TẬP THỂ)\s*:?\s+(?=[A-ZĐÀ-Ỹ])(?!(?:Lao động|LAO ĐỘNG)\b)")
_SHORT_BA: Final = re.compile(r"B\.\s*(?=[^\W\d_]{2})")  # «B. Lý Thị Sinh»
_BELONGS: Final = re.compile(r"\s+(?:trực thuộc|thuộc)\s+(?=[A-ZĐƯÂĂÊÔƠ])")


@lru_cache(maxsize=65536)
def split_person(text: str, kind: str = "") -> PersonCell:
    """Return the parts of a cell; `kind`: RecipientKind where the context (heading, column) already says it."""
    if is_nothing(text):
        return PersonCell()
    gathered = gather(_NUMBERING.sub("", tidy(text)))
    meant = _kind_of(gathered.text, kind)
    if meant == RecipientKind.COLLECTIVE:
        return _collective(gathered)
    if meant == RecipientKind.HOUSEHOLD and names_household(gathered.text):
        return _household(gathered)
    return _individual(gathered, meant)


def split_honorific(text: str) -> tuple[str, str, bool | None]:
    """Return (honorific, what follows, whether it is said of a woman): «Đ/c Thượng tá Vi Văn B» → two honorifics."""
    if (short := _SHORT_BA.match(text)) and looks_like_name(text[short.end() :]):
        return short[0].strip(), text[short.end() :], True
    known = people_lexicon()
    words = tokens(text)
    at, woman = 0, None
    while at < len(words) and (size := known.honorifics.length_at(words, at)):
        if (
            at + size == len(words)
            and at == 0
            and size == 1
            and not words[0].text.isupper()
            and len(words) > 1
        ):
            break
        sex = known.sexes.get(" ".join(word.bare for word in words[at : at + size]))
        woman = sex if sex is not None else woman
        at += size
    if at == 0:
        return "", text, None
    start = words[at].start if at < len(words) else len(text)
    return text[:start].strip(" :,-–(\n").rstrip("/"), text[start:].strip(" :-,"), woman


def _kind_of(text: str, kind: str) -> str:
    guessed = kind_of_name(text.replace("\n", ", "))
    if kind == RecipientKind.AUTHOR:
        return kind
    if guessed == RecipientKind.COLLECTIVE and kind != RecipientKind.COLLECTIVE:
        if kind == RecipientKind.HOUSEHOLD or any(is_person(part) for part in cut(text)[1:]):
            return kind or RecipientKind.INDIVIDUAL.value
        return guessed
    if kind == RecipientKind.COLLECTIVE:
        honorific, rest, _woman = split_honorific(cut(text)[0] if cut(text) else "")
        return RecipientKind.INDIVIDUAL.value if honorific and looks_like_name(rest) else kind
    return RecipientKind.HOUSEHOLD.value if guessed == RecipientKind.HOUSEHOLD else kind or guessed


def is_person(part: str) -> bool:
    """Tell whether a text is a name, with or without an honorific."""
    honorific, rest, _woman = split_honorific(part)
    return looks_like_name(rest if honorific else part)


def _individual(told: Gathered, kind: str) -> PersonCell:
    parts = cut(told.text)
    honorific, name, woman, before, behind = "", "", None, [], []
    for at, part in enumerate(parts):
        if name:
            rank, rest, _sex = split_honorific(part)
            if rank and not rest and not begins_post(part):
                honorific = f"{honorific} {rank}".strip()
            else:
                behind.append(part)
            continue
        said, rest, sex = split_honorific(part)
        if said and (not begins_post(part) or looks_like_name(rest)):
            honorific, woman = f"{honorific} {said}".strip(), sex if sex is not None else woman
            if not rest:
                continue
            part = rest
        elif begins_post(part):
            post, rest = _post_then_name(part)
            if rest:
                before.append(post)
                part = rest
                said, after, sex = split_honorific(part)
                if said and after:
                    honorific, part, woman = said, after, sex
            elif any(is_person(other) for other in parts[at + 1 :]):
                before.append(part)
                continue
            elif people_lexicon().posts.length_at(tokens(part)) > 1:
                before.append(part)  # nobody is named
                continue
        elif begins_unit(part) and any(is_person(other) for other in parts[at + 1 :]):
            before.append(part)
            continue
        name, within = _name_then_post(part)
        behind.extend([within] if within else [])
    post, unit = of_parts([*behind, *told.behind, *before]) if behind or told.behind or before else ("", "")
    post = ", ".join(filter(None, [*told.posts, post]))
    unit = ", ".join(filter(None, [*told.units, unit]))
    honorific = " ".join(filter(None, [honorific, told.rank]))
    hint = (
        RecipientKind.INDIVIDUAL.value
        if (honorific or post or looks_like_name(name)) and kind != "author"
        else ""
    )
    if kind == RecipientKind.HOUSEHOLD:
        hint = ""
    return told.cell(
        name=_printed(trimmed(name)),
        honorific=honorific,
        post=post,
        unit=unit,
        woman=woman,
        kind_hint=hint,
    )


def _printed(name: str) -> str:
    bare, bracket, rest = name.partition("(")
    return f"{normal_case(bare)} ({rest}" if bracket and bare else normal_case(name)


def _post_then_name(part: str) -> tuple[str, str]:
    """Return («Trưởng phòng», «Nguyễn Văn A»), ("", "") where no name ends the part."""
    words = tokens(part)
    known = people_lexicon()
    for at in range(known.post_at(words), len(words) - 1):
        tail = part[words[at].start :]
        honorific, rest, _woman = split_honorific(tail)
        if honorific and rest and (looks_like_name(rest) or len(tokens(rest)) <= 5):
            return part[: words[at].start].strip(" :-"), tail
        if len(words) - at <= 5 and looks_like_name(tail) and words[at].is_capital:
            is_unit_name = any(
                known.organisation_at(words, place) for place in range(known.post_at(words), at)
            )
            if not is_unit_name:
                return part[: words[at].start].strip(" :-"), tail
    return "", ""


def _name_then_post(part: str) -> tuple[str, str]:
    """Return the name of a part and the post or unit that stands behind it without a comma."""
    known = people_lexicon()
    words = tokens(part)
    for at in range(2, len(words)):
        size = known.post_at(words, at)
        short = size == 1 and words[at].text in known.short_posts and not part.isupper()
        unit = known.organisations.length_at(words, at) or known.places.length_at(words, at)
        if not (size > 1 or short or unit > 1 or (unit == 1 and _lower_behind(words[at].text, part))):
            continue
        length = max(size, unit)
        ends_all = at + length == len(words)
        lower = any(not word.is_capital for word in words[at : at + length])
        if short or lower or not ends_all:
            return part[: words[at].start].strip(" -,:"), part[words[at].start :].strip()
    return part, ""


def _lower_behind(word: str, part: str) -> bool:
    return word.islower() or (word.isupper() and len(word) > 2 and not part.isupper())


def _household(told: Gathered) -> PersonCell:
    """Return a household: «Hộ ông Nông Văn Páo», «Ông A và bà B», its address as the unit."""
    parts = cut(told.text)
    name, rest = parts[0], parts[1:]
    while rest and is_person(rest[0]) and is_couple(f"{name}, {rest[0]}"):
        name, rest = f"{name}, {rest[0]}", rest[1:]
    couple, within = _name_then_post(name) if not is_couple(name) else _couple_then_place(name)
    post, unit = of_parts([*([within] if within else []), *rest, *told.behind])
    name = _household_case(trimmed(re.sub(r"\s*:\s*", " ", couple)))
    holders = tuple(_bare_holder(holder) for holder in _BETWEEN.split(name))
    return told.cell(
        name=name,
        post=", ".join(filter(None, [*told.posts, post])),
        unit=", ".join(filter(None, [*told.units, unit])),
        holders=tuple(holder for holder in holders if holder) if len(holders) > 1 else (),
        kind_hint=RecipientKind.HOUSEHOLD.value,
    )


def _couple_then_place(name: str) -> tuple[str, str]:
    halves = _BETWEEN.split(name, maxsplit=1)
    second, place = _name_then_post(halves[-1])
    return (name[: len(name) - len(halves[-1])] + second, place) if place else (name, "")


def _bare_holder(text: str) -> str:
    words = tokens(text)
    size = people_lexicon().households.length_at(words)
    rest = text[words[size].start :] if 0 < size < len(words) else text
    rest = re.sub(r"^(?:vợ|chồng)(?:\s+là)?\s+", "", rest, flags=re.IGNORECASE)
    _honorific, bare, _woman = split_honorific(rest)
    return normal_case(trimmed(bare))


def _household_case(name: str) -> str:
    """Return «HỘ ÔNG NGUYỄN VĂN A» as «Hộ ông Nguyễn Văn A»; other names as written."""
    if not name.isupper():
        return name
    small = {"hộ", "gia", "đình", "ông", "bà", "anh", "chị", "và", "vợ", "chồng"}
    words = [word.lower() if word.lower() in small else normal_case(word) for word in name.split()]
    return " ".join([words[0][:1].upper() + words[0][1:], *words[1:]])


def _collective(told: Gathered) -> PersonCell:
    """Return a collective: its name ends before the organisation or place behind a comma, a line or «thuộc»."""
    text = _BELONGS.sub(", ", told.text)
    parts = re.split(r"\s*[,\n;]\s*|\s+[-–]\s+(?=\S)", text)
    whole = re.split(r"(\s*[,\n;]\s*|\s+[-–]\s+(?=\S))", text)
    at = next(
        (
            at
            for at in range(1, len(parts))
            if begins_unit(parts[at]) and _is_parent(whole[2 * at - 1], parts[at])
        ),
        None,
    )
    name = text if at is None else "".join(whole[: 2 * at - 1])
    behind = [] if at is None else [part for part in map(trimmed, parts[at:]) if part]
    units = [trimmed(part) for part in told.behind if begins_unit(part)]
    return told.cell(
        name=_COLLECTIVE.sub("", trimmed(" ".join(name.split()))),
        unit=", ".join(filter(None, [*behind, *units, *told.units])),
        kind_hint=RecipientKind.COLLECTIVE.value,
    )


def _is_parent(joint: str, part: str) -> bool:
    """Tell whether a part names what stands above: schools write «TH - THCS», departments «Dân số - Y tế»."""
    if "-" not in joint and "–" not in joint:
        return True
    words = tokens(part)
    known = people_lexicon()
    return (
        known.organisations.length_at(words) >= 1 and words[0].low in ("sở", "ubnd", "công", "huyện", "tỉnh")
    ) or known.is_place(words)
