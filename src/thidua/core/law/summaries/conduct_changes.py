"""How the conduct asked in every alternative changed, all kinds of recipient together."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import Final, TypeAlias

from thidua.core.language import Wording
from thidua.core.law.book import LawBook
from thidua.core.law.provisions import Award
from thidua.core.law.summaries.groups import conduct_of
from thidua.core.law.summaries.in_force import rules_on
from thidua.core.law.summaries.phrases import capitalised, clause, joined, listed, said, sentence
from thidua.core.law.summaries.plain_changes import cautions
from thidua.core.law.summaries.shapes import Change, How, Piece

HEADING: Final = Wording("Điều kiện chung về chấp hành pháp luật", "Common condition of conduct")
ONLY_NOW: Final = Wording(
    "Điều kiện chung về chấp hành pháp luật, nay nêu ở câu mở đầu. Câu mở đầu của văn bản trước chưa nạp, "
    "nên chưa khẳng định là mới:",
    "Common condition of conduct, now stated in the opening lines. Those of the older text are not loaded, "
    "so that it is new is not claimed:",
)
ONLY_BEFORE: Final = Wording(
    "Điều kiện chung về chấp hành pháp luật, trước nêu ở câu mở đầu. Câu mở đầu của văn bản nay chưa nạp, "
    "nên chưa khẳng định là bỏ:",
    "Common condition of conduct, stated in the opening lines before. Those of the present text are not loaded, "
    "so that it is dropped is not claimed:",
)

# words of a line → the kinds of recipient it is asked of, and the line
_Lines: TypeAlias = dict[Wording, tuple[list[str], Piece]]


def conduct_changes(
    book: LawBook, award: Award, before: date, after: date, groups: Iterable[Sequence[str]]
) -> list[Change]:
    """Return at most one change. A line missing on one side claims nothing: opening lines are rarely loaded."""
    kinds = list(dict.fromkeys(kind for group in groups for kind in group))
    old = _by_words(book, award, before, kinds)
    new = _by_words(book, award, after, kinds)
    if list(old) == list(new):
        return []
    if old and new:
        says = sentence(said("{what} thay đổi", "{what} changed", what=HEADING))
        children = (*_lines(book, old, "gone"), *_lines(book, new, "new"))
        return [Change("changed", says, caution=_caution(old, new), children=children)]
    return [
        Change(
            "unknown",
            ONLY_NOW if new else ONLY_BEFORE,
            caution=_caution(old, new),
            children=tuple(_lines(book, new or old, "new" if new else "gone")),
        )
    ]


def _caution(old: _Lines, new: _Lines) -> Wording | None:
    """Return what is unsure, each remark once: the lines of one rule share theirs."""
    remarks = [words for _, piece in (*old.values(), *new.values()) if (words := cautions([piece], []))]
    return joined(dict.fromkeys(remarks), " ") if remarks else None


def _by_words(book: LawBook, award: Award, on: date, kinds: Sequence[str]) -> _Lines:
    """Return (kinds of recipient, line of conduct) by its words."""
    found: _Lines = {}
    for kind in kinds:
        for piece in conduct_of(book, [kind], rules_on(book, award, on)):
            who, shared = found.get(piece.says, ([], piece))
            cited = tuple(dict.fromkeys([*shared.places, *piece.places]))
            found[piece.says] = ([*who, kind], replace(shared, places=cited))
    return found


def _lines(book: LawBook, found: _Lines, how: How) -> list[Change]:
    changes = []
    for kinds, piece in found.values():
        who = listed(book.word("recipient_kinds", kind) for kind in kinds)
        says = said("{who}: {says}", "{who}: {says}", who=who, says=clause(piece.says))
        gone = how == "gone"
        changes.append(
            Change(
                "said",
                sentence(capitalised(says)),
                before=piece.places if gone else (),
                after=() if gone else piece.places,
            )
        )
    return changes
