"""Sentences on alternatives: those that correspond, those that came or went, those that cannot be compared."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final, Literal

from thidua.core.language import Wording
from thidua.core.law.book import LawBook
from thidua.core.law.provisions import Alternative
from thidua.core.law.summaries.alternative_outline import type_words
from thidua.core.law.summaries.cited import places_in_words
from thidua.core.law.summaries.conditions_in_words import alternative_summary, leaves, one_sentence
from thidua.core.law.summaries.line_changes import exclusion_changes, line_changes
from thidua.core.law.summaries.phrases import capitalised, joined, listed, said, sentence
from thidua.core.law.summaries.places import caution
from thidua.core.law.summaries.plain_changes import both_sides, sentences
from thidua.core.law.summaries.shapes import AlternativeSummary, Change, How, SummaryLine

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
    how: How = "same"
    if children:
        how = "reworded" if all(child.how == "reworded" for child in children) else "changed"
    return Change(
        how=how,
        says=_pair_head(how, after, whole=not _tells_all(children, after)),
        before=before.places,
        after=after.places,
        caution=both_sides(_remarks(replace(before, notes=())), _remarks(after)),
        children=children,
    )


def _tells_all(children: Sequence[Change], after: AlternativeSummary) -> bool:
    """Whether the only change already holds everything that the alternative now asks."""
    return len(children) == 1 and one_sentence(after.lines).vi in children[0].says.vi


def _pair_head(how: How, after: AlternativeSummary, *, whole: bool) -> Wording:
    """Return the opening of a pair: kept with its words, reworded, or changed with what it says now."""
    type_, body = type_words(after), one_sentence(after.lines)
    vi, en = {
        "same": ("Giữ nguyên nội dung – {type}: {body}.", "Same substance – {type}: {body}."),
        "reworded": (
            "Cùng khả năng, diễn đạt khác – {type}:",
            "Same possibility in other words – {type}:",
        ),
    }.get(how, ("Có thay đổi – {type}; nay là: {body}.", "Changed – {type}; it now reads: {body}."))
    if how == "changed" and not whole:
        vi, en = "Có thay đổi – {type}:", "Changed – {type}:"
    return said(vi, en, type=type_, body=body)


def came_or_went(book: LawBook, alternative: Alternative, how: Literal["new", "gone"]) -> Change:
    """Return an alternative that only one of the days has."""
    shown = alternative_summary(book, alternative)
    words = Wording("Khả năng mới", "New possibility") if how == "new" else Wording("Không còn", "No longer")
    return _whole(words, shown, how)


def listed_now(
    book: LawBook,
    alternatives: Sequence[Alternative],
    lead: Wording,
    *,
    how: How = "unknown",
    old: bool = False,
) -> Change:
    """Return alternatives of one day that nothing on the other day can be compared with."""
    shown = [alternative_summary(book, one) for one in alternatives]
    return Change(how, lead, children=tuple(_stated(one, old=old) for one in shown))


def not_comparable(book: LawBook, alternative: Alternative, *, old: bool) -> Change:
    """Return a disabled alternative: nothing may be claimed of it, and why."""
    shown = alternative_summary(book, alternative)
    why = shown.unknown or Wording("nội dung chưa đọc được", "its text was not read")
    says = said(
        "Không đối chiếu được với quy định {side} tại {places} ({type}): {why}",
        "Cannot be compared with the {side} rule at {places} ({type}): {why}",
        side=Wording("trước", "older") if old else Wording("nay", "present"),
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
    head = type_words(shown)
    if words is not None:
        head = said("{words} – {head}", "{words} – {head}", words=words, head=head)
    vi, en = ("{head}, {body}:", "{head}, {body}:") if long else ("{head}: {body}.", "{head}: {body}.")
    body = root.text if long else one_sentence(root)
    remarks = _remarks(shown)
    return Change(
        how=how,
        says=capitalised(said(vi, en, head=head, body=body)),
        before=shown.places if how == "gone" else (),
        after=shown.places if how == "new" else (),
        caution=sentences(remarks),
        children=tuple(_line(line) for line in _once(root.children)) if long else (),
    )


def _once(lines: Sequence[SummaryLine]) -> list[SummaryLine]:
    """Return the lines, those that refer to other alternatives taken together in the place of the first."""
    refs = [line for line in lines if line.kind == "ref"]
    if len(refs) < 2:
        return list(lines)
    cited = places_in_words(place for line in refs for place in line.places)
    together = said(
        "đạt một trong các tiêu chuẩn tại {places}", "meets one of the standards of {places}", places=cited
    )
    first = replace(refs[0], text=together, places=())
    return [first, *(line for line in lines if line.kind != "ref")]


def _line(line: SummaryLine) -> Change:
    return Change("said", sentence(capitalised(one_sentence(line))), after=line.places)


def _recipients(shown: AlternativeSummary) -> Wording:
    return listed(one.name for one in shown.recipients)


def _remarks(shown: AlternativeSummary) -> list[Wording]:
    local = Wording("tiêu chuẩn của một tỉnh", "one province's standard")
    remark = caution(shown.standing)
    return [*([remark] if remark else []), *([local] if shown.province_data else []), *shown.notes]
