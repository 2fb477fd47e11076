"""How the standards changed, by kind of recipient: which alternatives are new, gone, changed or unknown."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from thidua.core.language import Wording
from thidua.core.law.book import LawBook
from thidua.core.law.provisions import Alternative, Award, LegalText
from thidua.core.law.summaries.alternative_changes import (
    came_or_went,
    kept,
    listed_now,
    not_comparable,
    pair_change,
)
from thidua.core.law.summaries.conduct_changes import conduct_changes
from thidua.core.law.summaries.in_force import alternatives_on, text_not_loaded, warning_of
from thidua.core.law.summaries.likeness import paired
from thidua.core.law.summaries.phrases import capitalised, listed, on_day, said
from thidua.core.law.summaries.shapes import Change, ChangeSection

_HEADING: Final = Wording("Tiêu chuẩn", "Standards")
NOTHING_LOADED: Final = Wording(
    "Chưa nạp tiêu chuẩn nào cho cả hai ngày: không so sánh được.",
    "No standard is loaded for either day: they cannot be compared.",
)
NOW: Final = Wording("Nay áp dụng các khả năng sau:", "What applies now:")

# A clause of its own that is not loaded may well have stood in the older text: it is not called new.
NONE_BEFORE: Final = Wording(
    "Ngày {day} chưa nạp tiêu chuẩn nào cho đối tượng này: không rõ văn bản khi đó có quy định hay không. "
    "Nay áp dụng:",
    "For {day} no standard for them is loaded: whether the text of the time had one is not known. Now:",
)
ONLY_GENERAL: Final = Wording(
    "Ngày {day} chưa nạp điều khoản riêng cho đối tượng này, chỉ có các khả năng chung ở trên: không rõ văn bản "
    "khi đó có điều khoản riêng hay không. Nay áp dụng:",
    "For {day} no clause of their own is loaded, only the general ones above: whether the text of the time had "
    "one is not known. Now:",
)


@dataclass(frozen=True)
class Comparison:
    """The alternatives of two days, those that judge and those that are only shown, and which correspond."""

    book: LawBook
    award: Award
    before: date
    after: date
    old: tuple[Alternative, ...]
    new: tuple[Alternative, ...]
    old_disabled: tuple[Alternative, ...]
    new_disabled: tuple[Alternative, ...]
    pairs: tuple[tuple[Alternative, Alternative], ...]

    @classmethod
    def of(cls, book: LawBook, award: Award, before: date, after: date) -> "Comparison":
        """Lay the alternatives of two days beside each other."""
        every_old, every_new = alternatives_on(book, award, before), alternatives_on(book, award, after)
        old = tuple(one for one in every_old if one.enabled)
        new = tuple(one for one in every_new if one.enabled)
        return cls(
            book, award, before, after, old, new,
            tuple(one for one in every_old if not one.enabled),
            tuple(one for one in every_new if not one.enabled),
            tuple(paired(old, new)),
        )  # fmt: skip


def standard_changes(book: LawBook, award: Award, before: date, after: date) -> ChangeSection:
    """Return the section on standards: one change for each kind of recipient, its sentences inside."""
    comparison = Comparison.of(book, award, before, after)
    every = [*comparison.new, *comparison.old, *comparison.new_disabled, *comparison.old_disabled]
    unloaded = text_not_loaded(book, award, after)
    changes: list[Change] = []
    if unloaded is not None and not unloaded.validity.covers(before):
        changes.append(_not_loaded(book, unloaded))
        if all(old.id == new.id for old, new in comparison.pairs) and len(comparison.pairs) == len(
            comparison.new
        ):
            return ChangeSection("standards", _HEADING, tuple(changes))
    elif not every:
        return ChangeSection("standards", _HEADING, (Change("unknown", NOTHING_LOADED),))
    groups = dict.fromkeys(alternative.applies_to for alternative in every)
    changes += conduct_changes(book, award, before, after, groups)
    changes += [group for recipients in groups if (group := _group(comparison, recipients)).children]
    return ChangeSection("standards", _HEADING, tuple(changes))


def _not_loaded(book: LawBook, unloaded: LegalText) -> Change:
    says = said(
        "{warning}. Vì vậy không nói được từ ngày đó tiêu chuẩn nào đổi, tiêu chuẩn nào giữ nguyên.",
        "{warning}. So nothing is said of which standards change on that day and which stay.",
        warning=warning_of(book, unloaded),
    )
    return Change("unknown", says)


def _group(comparison: Comparison, recipients: tuple[str, ...]) -> Change:
    """Return what changed for these recipients; a pair of different recipients stands with the new ones."""
    book = comparison.book
    mine = [pair for pair in comparison.pairs if pair[1].applies_to == recipients]
    paired_old = {old.id for old, _ in comparison.pairs}
    paired_new = {new.id for _, new in comparison.pairs}
    added = [one for one in comparison.new if one.applies_to == recipients and one.id not in paired_new]
    gone = [one for one in comparison.old if one.applies_to == recipients and one.id not in paired_old]
    children: list[Change] = []
    children += [pair_change(book, old, new) for old, new in mine if old.id != new.id]
    children += _disabled(comparison, recipients)
    children += _added(comparison, recipients, added)
    children += _gone(comparison, recipients, gone)
    unchanged = [new for old, new in mine if old.id == new.id]
    if unchanged:
        children.append(kept(book, unchanged))
    who = listed(book.word("recipient_kinds", kind) for kind in recipients)
    return Change("said", capitalised(who), children=tuple(children))


def _added(comparison: Comparison, recipients: tuple[str, ...], added: Sequence[Alternative]) -> list[Change]:
    book = comparison.book
    if not added:
        return []
    if _own(comparison.old, recipients):
        return [came_or_went(book, one, "new") for one in added]
    if _own(comparison.old_disabled, recipients):
        return [listed_now(book, added, NOW, how="said")]
    day = on_day(comparison.before)
    opening = ONLY_GENERAL if _general(book, comparison.old, recipients) else NONE_BEFORE
    return [listed_now(book, added, said(opening.vi, opening.en, day=day))]


def _gone(comparison: Comparison, recipients: tuple[str, ...], gone: Sequence[Alternative]) -> list[Change]:
    book = comparison.book
    if not gone:
        return []
    if _own(comparison.new, recipients):
        return [came_or_went(book, one, "gone") for one in gone]
    lead = said(
        "Ngày {day} chưa nạp tiêu chuẩn nào dùng được cho đối tượng này: không rõ các khả năng sau còn hay không:",
        "For {day} no standard for them can be used: whether the following still hold is not known:",
        day=on_day(comparison.after),
    )
    return [listed_now(book, gone, lead, old=True)]


def _disabled(comparison: Comparison, recipients: tuple[str, ...]) -> list[Change]:
    same = {one.id for one in comparison.old_disabled} & {one.id for one in comparison.new_disabled}
    changes = []
    for one in comparison.old_disabled:
        if one.applies_to == recipients and one.id not in same:
            changes.append(not_comparable(comparison.book, one, old=True))
    for one in comparison.new_disabled:
        if one.applies_to == recipients:
            changes.append(not_comparable(comparison.book, one, old=False))
    return changes


def _own(alternatives: Iterable[Alternative], recipients: Sequence[str]) -> bool:
    """Whether any of the alternatives is written for one of these kinds."""
    return any(set(recipients) & set(alternative.applies_to) for alternative in alternatives)


def _general(book: LawBook, alternatives: Iterable[Alternative], recipients: Sequence[str]) -> bool:
    """Whether any of the alternatives is written for the general kind that these belong to."""
    return _own(alternatives, [book.general_kind.get(kind, kind) for kind in recipients])
