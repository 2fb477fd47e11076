"""How the conduct asked of a kind of recipient changed, in every alternative alike."""

from collections.abc import Sequence
from datetime import date

from thidua.core.law.book import LawBook
from thidua.core.law.provisions import Award
from thidua.core.law.summaries.groups import conduct_of
from thidua.core.law.summaries.in_force import rules_on
from thidua.core.law.summaries.phrases import clause, joined, said, sentence
from thidua.core.law.summaries.plain_changes import cautions
from thidua.core.law.summaries.shapes import Change


def conduct_changes(
    book: LawBook, award: Award, before: date, after: date, recipients: Sequence[str]
) -> list[Change]:
    """Return at most one change. A line missing on one side claims nothing: opening lines are rarely loaded."""
    old = conduct_of(book, recipients, rules_on(book, award, before))
    new = conduct_of(book, recipients, rules_on(book, award, after))
    asked_before = joined(clause(piece.says) for piece in old)
    asked_after = joined(clause(piece.says) for piece in new)
    if asked_before == asked_after:
        return []
    if not old:
        says = said(
            "Điều kiện chung nay nêu ở câu mở đầu: {asked}; câu mở đầu của văn bản trước chưa nạp nên không đối chiếu",
            "Common condition now stated in the opening line: {asked}; that of the older text is not loaded, "
            "so nothing is compared",
            asked=asked_after,
        )
        how = "unknown"
    elif not new:
        says = said(
            "Điều kiện chung trước đây: {asked}; câu mở đầu của văn bản nay chưa nạp nên không đối chiếu",
            "Common condition before: {asked}; the opening line of the present text is not loaded, "
            "so nothing is compared",
            asked=asked_before,
        )
        how = "unknown"
    else:
        says = said(
            "Điều kiện chung, trước: {old}; nay: {new}",
            "Common condition, before: {old}; now: {new}",
            old=asked_before,
            new=asked_after,
        )
        how = "changed"
    return [
        Change(
            "unknown" if how == "unknown" else "changed",
            sentence(says),
            before=tuple(place for piece in old for place in piece.places),
            after=tuple(place for piece in new for place in piece.places),
            caution=cautions(old, new),
        )
    ]
