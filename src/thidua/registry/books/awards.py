"""What awards a cell, a heading or a title names: their codes in the law data."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from typing import Final

from rapidfuzz.distance import Levenshtein

from thidua.core.law.reading import load_law
from thidua.core.vietnamese.fold import fold
from thidua.registry.books.award_words import Form, Word, lexicon, words_in_full
from thidua.registry.books.words import is_ditto, is_nothing, key, one_line, tidy, trimmed
from thidua.registry.enums import RecipientKind

# From here on an award may be taken without asking; below it somebody should look.
SURE: Final = 0.75
_NONE: Final[Mapping[str, str]] = {}
_LAW_BEGINS: Final = date(2004, 7, 1)
_REASON: Final = re.compile(
    r"\b(?:v[iì]\s+(?:[dđ][aã]|c[oó]|th[aà]nh\s+t[ií]ch|nhi[eề]u)|[dđ][aã]\s+(?:c[oó]|[dđ][aạ]t|ho[aà]n\s+th[aà]nh|l[aậ]p)"
    r"|do\s+(?:[dđ][aã]|c[oó])\b|c[oó]\s+(?:nhi[eề]u\s+)?th[aà]nh\s+t[ií]ch|v[eề]\s+(?:vi[eệ]c|th[aà]nh\s+t[ií]ch|c[oô]ng\s+t[aá]c)"
    r"|trong\s|giai\s+[dđ]o[aạ]n)",
    re.IGNORECASE,
)
_TO_WHOM: Final = re.compile(
    r"\b(?:cho|tang|doi voi)\b(?: (?:cac|nhung|\d+))* (?P<kind>tap the|ca nhan|ho gia dinh|ong|ba|ho)\b"
)
_MOST_CORRECTED: Final = 200  # words; a longer text is no award that was misspelt
_BINDING: Final = re.compile(r"[\s,;]+(?:và|va|kèm|kèm theo|cùng|&)\s*$", re.IGNORECASE)
_SAID_KIND: Final = {
    "tap the": RecipientKind.COLLECTIVE.value,
    "ca nhan": RecipientKind.INDIVIDUAL.value,
    "ho gia dinh": RecipientKind.HOUSEHOLD.value,
}
# Awards that the law of 2022 made; before it they counted with those of ministries and provinces.
_BEFORE: Final = {
    "military_region_certificate_of_merit": "provincial_certificate_of_merit",
    "military_region_emulation_flag": "provincial_emulation_flag",
}
_LEVEL_CERTAINTY: Final = {"union": 0.85, "office": 0.5, "district": 0.85, "commune": 0.8}


@dataclass(frozen=True)
class AwardWords:
    """An award as words name it. `code` "" where nothing fits well enough; `certainty` 0 to 1 (1: no doubt).

    `text`: the words of this award as written; `alternatives`: other codes the same words may mean, likeliest first.
    `reason`: what stands behind it («vì đã có thành tích …»), "" for nothing.
    """

    code: str = ""
    text: str = ""
    certainty: float = 0.0
    alternatives: tuple[str, ...] = ()
    reason: str = ""


def read_award(
    text: str,
    kind: str = "",
    on: date | None = None,
    spellings: Mapping[str, str] = _NONE,
    authority: str = "",
) -> AwardWords:
    """Return the first award that a cell names. See `read_awards`."""
    return next(iter(read_awards(text, kind, on, spellings, authority)), AwardWords())


def read_awards(
    text: str,
    kind: str = "",
    on: date | None = None,
    spellings: Mapping[str, str] = _NONE,
    authority: str = "",
) -> tuple[AwardWords, ...]:
    """Return every award that a cell names, in its order; nothing for an empty cell, «-», «nt».

    `kind`: RecipientKind; `on`: the day of the decision; `authority`: who signs it, or its symbol («QĐ-TTg»);
    `spellings`: folded text → code, learned before, which wins. Words that name no award come back without a code.
    """
    if is_nothing(text) or is_ditto(text):
        return ()
    if spellings:
        learned = _learned(text, spellings)
        if learned:
            return (AwardWords(learned, trimmed(text), 1.0),)
        parts = [part for part in re.split(r"[;\n]", text) if part.strip()]
        if len(parts) > 1 and any(_learned(part, spellings) for part in parts):
            return tuple(
                award for part in parts for award in read_awards(part, kind, on, spellings, authority)
            )
    return _read(text, kind, on, authority, in_sentence=False)


def award_in(
    sentence: str,
    kind: str = "",
    on: date | None = None,
    spellings: Mapping[str, str] = _NONE,
    authority: str = "",
) -> AwardWords:
    """Return the award that a title speaks of («Điều 1. Tặng Bằng khen … cho 05 tập thể»); code "" for none."""
    if learned := _learned(sentence, spellings):
        return AwardWords(learned, trimmed(sentence), 1.0)
    return next(iter(_read(sentence, kind, on, authority, in_sentence=True)), AwardWords())


def level_of(authority: str) -> str:
    """Return the level of who decides: "state", "province", "district" …; "" where the words do not say."""
    known = lexicon()
    found = known.levels.search(_joined(words_in_full(one_line(authority))))
    return known.level_of[found.group()] if found else ""


def _learned(text: str, spellings: Mapping[str, str]) -> str:
    for form in (fold(one_line(text)), fold(trimmed(text)), key(text)):
        if form in spellings:
            return spellings[form]
    return ""


@lru_cache(maxsize=32768)
def _read(
    text: str, kind: str, on: date | None, authority: str, *, in_sentence: bool
) -> tuple[AwardWords, ...]:
    whole = trimmed(text)
    if code := _law_names().get(key(whole)):
        return (_dated(_for_kind(AwardWords(code, whole, 1.0), kind), on),)
    line = " ".join(tidy(text).replace("\n", " ; ").split())
    head, reason = _without_reason(line)
    words = words_in_full(head)
    certainty = 1.0
    if not in_sentence and not lexicon().anchors.search(_joined(words)):
        if full := lexicon().alone.get(key(head)):
            words = [Word(word, 0, len(head)) for word in full.split()]
        elif len(words) <= _MOST_CORRECTED:
            words, certainty = _corrected(words)
    found = _found(head, words, kind, authority, certainty)
    if not found:
        return () if in_sentence else (AwardWords(text=whole, reason=reason),)
    last = replace(found[-1], reason=reason)
    return tuple(_dated(_for_kind(award, kind), on) for award in (*found[:-1], last))


def _without_reason(line: str) -> tuple[str, str]:
    for found in _REASON.finditer(line):
        head = line[: found.start()]
        if lexicon().anchors.search(_joined(words_in_full(head))):
            return head, line[found.start() :].strip(" .;,")
    return line, ""


def _found(text: str, words: list[Word], kind: str, authority: str, certainty: float) -> list[AwardWords]:
    """Return the awards of the words, each with what stands up to the next one."""
    known = lexicon()
    joined = _joined(words)
    starts = _starts(words)
    anchors = list(known.anchors.finditer(joined))
    found: list[AwardWords] = []
    for at, anchor in enumerate(anchors):
        end = anchors[at + 1].start() if at + 1 < len(anchors) else len(joined)
        behind, before = joined[anchor.end() : end], joined[: anchor.start()]
        form = known.forms[anchor.group()]
        if at and not form.code and not form.by and not form.classes and form.words == "huy hieu":
            continue  # «Chiến sĩ thi đua toàn quốc kèm Huy hiệu» is one award
        to_whom = _TO_WHOM.search(behind)
        said = kind or _said_kind(before if at == 0 else "", to_whom)
        behind = behind[: to_whom.start()] if to_whom else behind
        first = starts[anchor.start()]
        last = max(index for place, index in starts.items() if place < end)
        written = _BINDING.sub("", text[words[first].start : words[last].end]).strip(" ;,.+&/-(")
        award = _code(form, behind, before if at == 0 else "", said, authority)
        found.append(replace(award, text=written, certainty=round(award.certainty * certainty, 2)))
    return found


def _code(form: Form, behind: str, before: str, kind: str, authority: str) -> AwardWords:
    if form.classes:
        number = lexicon().class_words.match(behind)
        if number is None:
            return AwardWords(
                alternatives=tuple(f"{form.classes}_{each}" for each in (3, 2, 1)), certainty=0.3
            )
        return AwardWords(f"{form.classes}_{lexicon().classes[number.group().strip()]}", certainty=1.0)
    if form.by:
        return _given(form.by, behind, before, authority)
    if form.other and kind in form.other:
        return AwardWords(form.other[kind], certainty=0.95, alternatives=(form.code,))
    if form.only and kind != form.only:
        return AwardWords(form.code, certainty=0.5 if kind else 0.8)
    return AwardWords(form.code, certainty=form.certainty if form.code else 0.0)


def _given(family: str, behind: str, before: str, authority: str) -> AwardWords:
    """Return the code of an award that differs by who gives it."""
    known = lexicon()
    codes = known.givers[family]
    said = known.levels.search(behind)
    if said:
        level, certainty = known.level_of[said.group()], 1.0
    else:
        around = known.levels.search(before)
        level = known.level_of[around.group()] if around else level_of(authority)
        certainty = 0.9
    unsaid = tuple(codes["unsaid"])
    if not level or (level == "nation" and level not in codes):
        return AwardWords(unsaid[0], certainty=0.8 if family != "fighter" else 0.6, alternatives=unsaid[1:])
    if level not in codes:
        refused = tuple(codes["refused"])
        return AwardWords(refused[0], certainty=0.4, alternatives=refused[1:])
    certainty *= _LEVEL_CERTAINTY.get(level, 1.0)
    others = tuple(code for code in unsaid if code != codes[level]) if certainty < 1 else ()
    if family == "fighter" and not said and level == "province":
        certainty = 0.75  # a province may give the title of the grassroots as well
    return AwardWords(codes[level], certainty=round(certainty, 2), alternatives=others)


def _said_kind(before: str, to_whom: re.Match[str] | None) -> str:
    if to_whom and to_whom["kind"] in _SAID_KIND:
        return _SAID_KIND[to_whom["kind"]]
    return next((kind for words, kind in _SAID_KIND.items() if before.rstrip().endswith(words)), "")


def _for_kind(award: AwardWords, kind: str) -> AwardWords:
    """Return the award, less certain where the law does not give it to such a recipient."""
    law = load_law().awards.get(award.code)
    if law is None or not kind or kind in law.recipients:
        return award
    if kind == RecipientKind.AUTHOR and {"individual", "group_of_authors"} & set(law.recipients):
        return award
    return replace(award, certainty=min(award.certainty, 0.6))


def _dated(award: AwardWords, on: date | None) -> AwardWords:
    """Return the award of the law that held on the day."""
    law = load_law().awards.get(award.code)
    if law is None or on is None or on < _LAW_BEGINS:
        return award
    if any(given.validity.covers(on) for given in law.decided_by):
        return award
    if award.code in _BEFORE:
        return replace(award, code=_BEFORE[award.code], certainty=min(award.certainty, 0.9))
    return replace(award, certainty=min(award.certainty, 0.7))


def _corrected(words: list[Word]) -> tuple[list[Word], float]:
    """Return the words with the one form of award that they almost spell, and how certain that is."""
    best: list[tuple[int, str, int, int]] = []
    for form in lexicon().forms:
        size = form.count(" ") + 1
        most = 1 if len(form) < 12 else 2 if len(form) < 24 else 3
        for width in {size - 1, size, size + 1} - {0}:
            for at in range(len(words) - width + 1):
                window = " ".join(word.text for word in words[at : at + width])
                distance = Levenshtein.distance(window, form, score_cutoff=most)
                if distance <= most:
                    best.append((distance, form, at, width))
    if not best:
        return words, 1.0
    best.sort(key=lambda one: (one[0], -len(one[1])))
    distance, form, at, width = best[0]
    if any(other[0] == distance and len(other[1]) == len(form) and other[1] != form for other in best[1:]):
        return words, 1.0
    start, end = words[at].start, words[at + width - 1].end
    full = [Word(word, start, end) for word in form.split()]
    return [*words[:at], *full, *words[at + width :]], 0.9 if distance == 1 else 0.8


def _joined(words: list[Word]) -> str:
    return " ".join(word.text for word in words)


def _starts(words: list[Word]) -> dict[int, int]:
    """Return where each word begins in the joined text → its index."""
    places, at = {}, 0
    for index, word in enumerate(words):
        places[at] = index
        at += len(word.text) + 1
    return places


@lru_cache(maxsize=1)
def _law_names() -> dict[str, str]:
    """Return every name of the law data, today's and former ones, and the codes themselves → the code."""
    known: dict[str, str] = {}
    for code, award in load_law().awards.items():
        former = [name.name for name in award.former_names]
        for name in (award.name, *former):
            known.setdefault(key(name.vi), code)
            known.setdefault(key(name.en), code)
        known.setdefault(key(code), code)
    return known
