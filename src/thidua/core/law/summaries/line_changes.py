"""What differs between the conditions of two alternatives that correspond, in words."""

from collections.abc import Sequence
from typing import Final

from thidua.core.language import Wording
from thidua.core.law.book import LawBook
from thidua.core.law.numbering import leaves
from thidua.core.law.provisions import Line
from thidua.core.law.summaries.conditions_in_words import asked, line_summary, one_sentence
from thidua.core.law.summaries.field_words import field_value, label_of, value_words
from thidua.core.law.summaries.likeness import best_pairs, line_likeness
from thidua.core.law.summaries.phrases import capitalised, clause, quoted, said, sentence
from thidua.core.law.summaries.places import places
from thidua.core.law.summaries.shapes import Change, How

# Said with another field, or a remark about the data rather than the law.
_SILENT: Final = frozenset({"title", "award"})
_GROUPS: Final = frozenset({"all_of", "any_of"})
_SHARED: Final = 0.7


def line_changes(book: LawBook, old: Line, new: Line) -> tuple[Change, ...]:
    """Return every difference between two lines or groups; none when they ask the same."""
    old, new = _unwrapped(old), _unwrapped(new)
    if old.kind not in _GROUPS and new.kind not in _GROUPS and old.kind == new.kind:
        return _field_changes(book, old, new)
    kind = new.kind if new.kind in _GROUPS else old.kind
    if kind not in _GROUPS or not _comparable(old, new):
        return (_reworded(book, old, new),)
    turned: tuple[Change, ...] = ()
    if old.kind in _GROUPS and new.kind in _GROUPS and old.kind != new.kind:
        turned = (_group_turned(new.kind),)
    return (*turned, *_member_changes(book, _members(old, kind), _members(new, kind), kind))


def exclusion_changes(book: LawBook, old: Sequence[Line], new: Sequence[Line]) -> tuple[Change, ...]:
    """Return who is newly excluded, and who no longer is."""
    pairs = best_pairs(old, new)
    kept_old, kept_new = {i for _, i, _ in pairs}, {j for _, _, j in pairs}
    gone = [line for place, line in enumerate(old) if place not in kept_old]
    added = [line for place, line in enumerate(new) if place not in kept_new]
    return (
        *(change for _, i, j in pairs for change in line_changes(book, old[i], new[j])),
        *(
            _one(
                book, line, "gone", Wording("không còn nêu điều kiện loại trừ", "exclusion no longer stated")
            )
            for line in gone
        ),
        *(_one(book, line, "new", Wording("thêm điều kiện loại trừ", "exclusion added")) for line in added),
    )


def _comparable(old: Line, new: Line) -> bool:
    """Whether a group and a single condition share enough to be told apart line by line."""
    if old.kind in _GROUPS and new.kind in _GROUPS:
        return True
    return any(line_likeness(one, other) >= _SHARED for one in leaves(old) for other in leaves(new))


def _unwrapped(line: Line) -> Line:
    """Return what a group of one line holds: «all of» one condition is that condition."""
    while line.kind in _GROUPS and len(line.lines) == 1:
        line = line.lines[0]
    return line


def _members(line: Line, kind: str) -> tuple[Line, ...]:
    """Return the lines of a group of this kind; a single condition, or another group, is its own member."""
    return line.lines if line.kind in _GROUPS and (line.kind == kind or line.lines) else (line,)


def _member_changes(book: LawBook, old: Sequence[Line], new: Sequence[Line], kind: str) -> tuple[Change, ...]:
    pairs = best_pairs(old, new)
    kept_old, kept_new = {i for _, i, _ in pairs}, {j for _, _, j in pairs}
    either = kind == "any_of"
    gone = (
        Wording("bớt một khả năng", "one possibility less") if either else Wording("bỏ điều kiện", "dropped")
    )
    added = (
        Wording("thêm một khả năng", "one more possibility") if either else Wording("thêm điều kiện", "added")
    )
    changes: list[Change] = []
    for _, i, j in sorted(pairs, key=lambda pair: pair[2]):
        changes.extend(line_changes(book, old[i], new[j]))
    changes.extend(_one(book, line, "gone", gone) for at, line in enumerate(old) if at not in kept_old)
    changes.extend(_one(book, line, "new", added) for at, line in enumerate(new) if at not in kept_new)
    return tuple(changes)


def _one(book: LawBook, line: Line, how: How, words: Wording) -> Change:
    cited = places(book, line.cites)
    return Change(
        how=how,
        says=sentence(said("{words}: {asked}", "{words}: {asked}", words=words, asked=_whole(book, line))),
        before=cited if how == "gone" else (),
        after=cited if how == "new" else (),
    )


def _group_turned(kind: str) -> Change:
    if kind == "any_of":
        says = Wording(
            "Trước phải đạt đồng thời các điều kiện; nay chỉ cần đạt một.",
            "All of the conditions were asked before; now one is enough.",
        )
    else:
        says = Wording(
            "Trước chỉ cần đạt một trong các điều kiện; nay phải đạt đồng thời.",
            "One of the conditions was enough before; now all are asked.",
        )
    return Change("changed", says)


def _field_changes(book: LawBook, old: Line, new: Line) -> tuple[Change, ...]:
    changed: list[Change] = []
    unlabelled = False
    for name in _fields(old, new):
        if field_value(old, name) == field_value(new, name):
            continue
        label = label_of(new.kind, name)
        if name.endswith("_setting"):
            changed.extend(_setting_change(book, old, new, name))
        elif label is None:
            unlabelled = True
        else:
            before, after = value_words(book, old, name), value_words(book, new, name)
            changed.append(_arrow(label, before, after, old, new, book))
    if old.text != new.text:
        return (_other_words(book, old, new),)
    if unlabelled and not changed:
        return (_reworded(book, old, new),)
    return tuple(changed)


def _fields(old: Line, new: Line) -> list[str]:
    """Return the fields to compare, in the order of the new line; one name for the awards meant."""
    names = dict.fromkeys([*new.fields, *old.fields])
    awards = {"title", "award", "titles"} & set(names)
    shown = [name for name in names if name not in {*_SILENT, "titles"} and not name.endswith("_note")]
    return [*(["titles"] if awards else []), *shown]


def _arrow(label: Wording, before: Wording, after: Wording, old: Line, new: Line, book: LawBook) -> Change:
    says = said(
        "{label}: {before} → {after}", "{label}: {before} → {after}", label=label, before=before, after=after
    )
    return Change(
        "changed",
        sentence(capitalised(says)),
        before=places(book, old.cites),
        after=places(book, new.cites),
    )


def _setting_change(book: LawBook, old: Line, new: Line, name: str) -> list[Change]:
    """Say that a question is newly left open; a question no longer open shows in the field itself."""
    code = new.fields.get(name)
    if code is None or code == old.fields.get(name) or str(code) not in book.readings:
        return []
    reading = book.readings[str(code)]
    says = said(
        "điều luật để ngỏ một điểm do Ban Thi đua – Khen thưởng quyết định: {name}",
        "the text leaves open what the Board settles: {name}",
        name=clause(reading.name),
    )
    return [Change("changed", sentence(capitalised(says)), after=places(book, new.cites))]


def _other_words(book: LawBook, old: Line, new: Line) -> Change:
    """Return both wordings side by side: whether they mean the same is for the reader of the texts to say."""
    before, after = old.text or Wording("", ""), new.text or Wording("", "")
    says = said(
        "Tóm lược trước: {before}; tóm lược nay: {after}",
        "In short before: {before}; in short now: {after}",
        before=quoted(before),
        after=quoted(after),
    )
    if before.en == after.en:
        says = Wording(says.vi, f"Worded anew in Vietnamese: {quoted(after).en}")
    return Change("reworded", sentence(says), places(book, old.cites), places(book, new.cites))


def _reworded(book: LawBook, old: Line, new: Line) -> Change:
    return Change(
        "changed",
        sentence(
            said(
                "Trước: {before}; nay: {after}",
                "Before: {before}; now: {after}",
                before=quoted(_whole(book, old)),
                after=quoted(_whole(book, new)),
            )
        ),
        before=places(book, old.cites),
        after=places(book, new.cites),
    )


def _whole(book: LawBook, line: Line) -> Wording:
    """Return a line or group as one sentence without capital or stop."""
    return one_sentence(line_summary(book, line, "")) if line.lines else asked(book, line)
