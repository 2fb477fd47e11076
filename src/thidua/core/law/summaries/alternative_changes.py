"""Sentences on alternatives: those that correspond, those that came or went, those that cannot be compared."""

from collections.abc import Sequence
from typing import Final, Literal

from thidua.core.language import Wording
from thidua.core.law.book import LawBook
from thidua.core.law.provisions import Alternative
from thidua.core.law.summaries.alternative_outline import type_words
from thidua.core.law.summaries.conditions_in_words import alternative_summary, leaves, one_sentence
from thidua.core.law.summaries.line_changes import exclusion_changes, line_changes
from thidua.core.law.summaries.phrases import capitalised, joined, listed, said, sentence
from thidua.core.law.summaries.places import caution, places_in_words
from thidua.core.law.summaries.plain_changes import both_sides
from thidua.core.law.summaries.shapes import AlternativeSummary, Change, SummaryLine

# More conditions than this stand in lines of their own.
_IN_ONE_SENTENCE: Final = 2


def pair_change(book: LawBook, old: Alternative, new: Alternative) -> Change:
    """Return how an alternative reads now: unchanged, or changed in these points."""
    before, after = alternative_summary(book, old), alternative_summary(book, new)
    children = (
        *_scope_changes(before, after),
        *line_changes(book, old.lines, new.lines),
        *exclusion_changes(book, old.exclusions, new.exclusions),
    )
    words = (
        Wording("Có thay đổi", "Changed") if children else Wording("Giữ nguyên nội dung", "Same substance")
    )
    return Change(
        how="changed" if children else "same",
        says=_head(words, after, ending=":" if children else "."),
        before=before.places,
        after=after.places,
        caution=both_sides(_remarks(before), _remarks(after)),
        children=children,
    )


def came_or_went(book: LawBook, alternative: Alternative, how: Literal["new", "gone"]) -> Change:
    """Return an alternative that only one of the days has."""
    shown = alternative_summary(book, alternative)
    words = Wording("Khả năng mới", "New possibility") if how == "new" else Wording("Không còn", "No longer")
    return _whole(words, shown, how)


def listed_now(
    book: LawBook, alternatives: Sequence[Alternative], lead: Wording | None = None, *, old: bool = False
) -> Change:
    """Return alternatives of one day that nothing on the other day can be compared with."""
    opening = lead or Wording("Nay áp dụng các khả năng sau:", "What applies now:")
    shown = [alternative_summary(book, one) for one in alternatives]
    return Change("unknown", opening, children=tuple(_stated(one, old=old) for one in shown))


def not_comparable(book: LawBook, alternative: Alternative, *, old: bool) -> Change:
    """Return a disabled alternative: nothing may be claimed of it, and why."""
    shown = alternative_summary(book, alternative)
    why = shown.unknown or Wording("nội dung chưa đọc được", "its text was not read")
    says = said(
        "Không đối chiếu được với quy định {side} tại {places} ({type}): {why}",
        "Cannot be compared with the {side} rule at {places} ({type}): {why}",
        side=Wording("cũ", "older") if old else Wording("mới", "newer"),
        places=places_in_words(shown.places),
        type=type_words(shown),
        why=why,
    )
    return Change("unknown", sentence(says), caution=caution(shown.standing))


def kept(book: LawBook, alternatives: Sequence[Alternative]) -> Change:
    """Return in one sentence all alternatives that both days have."""
    cited = dict.fromkeys(
        place.words for one in alternatives for place in alternative_summary(book, one).places
    )
    says = said(
        "Không đổi, cùng một văn bản: {places}.",
        "As before, under the same text: {places}.",
        places=joined(cited),
    )
    return Change("same", says)


def _scope_changes(before: AlternativeSummary, after: AlternativeSummary) -> list[Change]:
    """Say who the alternative is for, and for which type, where that changed."""
    sides = (
        (Wording("đối tượng", "for"), _recipients(before), _recipients(after)),
        (Wording("loại hình khen thưởng", "type of commendation"), type_words(before), type_words(after)),
    )
    changes = []
    for label, old, new in sides:
        if old != new:
            says = said("{label}: {old} → {new}", "{label}: {old} → {new}", label=label, old=old, new=new)
            changes.append(Change("changed", sentence(capitalised(says))))
    return changes


def _stated(shown: AlternativeSummary, *, old: bool) -> Change:
    stated = _whole(None, shown, "gone" if old else "new")
    return Change("said", stated.says, stated.before, stated.after, stated.caution, stated.children)


def _whole(words: Wording | None, shown: AlternativeSummary, how: Literal["new", "gone"]) -> Change:
    """Return a whole alternative, its conditions below it where they are many."""
    root = shown.lines
    long = len(list(leaves(root))) > _IN_ONE_SENTENCE or any(line.children for line in root.children)
    return Change(
        how=how,
        says=_head(words, shown, ending=":" if long else ".", group=root.text if long else None),
        before=shown.places if how == "gone" else (),
        after=shown.places if how == "new" else (),
        caution=both_sides((), _remarks(shown)) if how == "new" else both_sides(_remarks(shown), ()),
        children=tuple(_line(line) for line in _once(root.children)) if long else (),
    )


def _once(lines: Sequence[SummaryLine]) -> list[SummaryLine]:
    """Return the lines without those that read the same: two references may lead to one point."""
    return list({line.text: line for line in reversed(lines)}.values())[::-1]


def _line(line: SummaryLine) -> Change:
    return Change("said", sentence(capitalised(one_sentence(line))), after=line.places)


def _head(
    words: Wording | None, shown: AlternativeSummary, *, ending: str, group: Wording | None = None
) -> Wording:
    """Return «Khả năng mới (công trạng): …» with the conditions, or the heading of their group."""
    parts = Wording("", "") if words is None else said("{words} – ", "{words} – ", words=words)
    body = group or one_sentence(shown.lines)
    return capitalised(
        said(
            "{parts}{type}: {body}{ending}",
            "{parts}{type}: {body}{ending}",
            parts=parts,
            type=type_words(shown),
            body=body,
            ending=Wording(ending, ending),
        )
    )


def _recipients(shown: AlternativeSummary) -> Wording:
    return listed(one.name for one in shown.recipients)


def _remarks(shown: AlternativeSummary) -> list[Wording]:
    local = Wording("tiêu chuẩn của một tỉnh", "one province's standard")
    remark = caution(shown.standing)
    return [*([remark] if remark else []), *([local] if shown.province_data else [])]
