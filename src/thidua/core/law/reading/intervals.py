"""Dates in law files: validity, overlaps and gaps."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from thidua.core.language import Wording
from thidua.core.law.provisions import Validity
from thidua.core.law.reading.block import Block
from thidua.core.law.reading.item import Item
from thidua.core.law.reading.sentences import sentence

UNREAD = Validity(date.min)  # stands in for dates that could not be read
_DAY = timedelta(days=1)


def validity(block: Block, *, since: Validity | None = None) -> Validity:
    """Read `from` and `to` (both included; `to` left out or null: no end is known).

    `since`: what holds where `from` or `to` is left out (the dates of a local regulation).
    """
    before = len(block.source.faults)
    start = (block.may if since else block.need)("from", Item.day, since.since if since else None)
    end = block.may("to", Item.day, since.until if since else None)
    if start is None or len(block.source.faults) > before:
        return UNREAD
    if end is not None and end < start:
        block.fault("ends_before_it_begins", at="to", end=day(end), start=day(start))
        return UNREAD
    return Validity(start, end)


def inside(inner: Validity, outer: Validity) -> bool:
    """Tell whether one validity lies within another."""
    if UNREAD in (inner, outer):
        return True
    ends = outer.until is None or (inner.until is not None and inner.until <= outer.until)
    return outer.since <= inner.since and ends


def meet(one: Validity, other: Validity) -> bool:
    """Tell whether two validities share a day."""
    return one.since <= (other.until or date.max) and other.since <= (one.until or date.max)


def said(held: Validity) -> Wording:
    """Return the dates as a message writes them."""
    if held.until is None:
        return sentence("from_on", since=day(held.since))
    return sentence("from_to", since=day(held.since), until=day(held.until))


def day(of: date) -> Wording:
    """Return a day as official papers write it; in English as the files do."""
    return Wording(f"{of:%d/%m/%Y}", str(of))


def gaps(held: Iterable[Validity]) -> list[Validity]:
    """Return the stretches between the first and the last day that nothing covers."""
    found: list[Validity] = []
    covered: date | None = None
    for piece in sorted((piece for piece in held if piece != UNREAD), key=lambda piece: piece.since):
        if covered is not None and piece.since > covered + _DAY:
            found.append(Validity(covered + _DAY, piece.since - _DAY))
        covered = max(covered or date.min, piece.until or date.max)
        if covered == date.max:
            break
    return found


def report_overlaps(rows: Sequence[tuple[Block, Validity]], what: str) -> None:
    """A fault at every row that shares a day with an earlier one; `what` is called so in messages.yaml."""
    for at, (block, held) in enumerate(rows):
        for _, before in rows[:at]:
            if UNREAD not in (held, before) and meet(held, before):
                block.fault("overlap", what=sentence(what), held=said(held), before=said(before))
                break


def report_gaps(
    rows: Sequence[tuple[Block, Validity]], declared: Sequence[tuple[Block, Validity]], what: str, key: str
) -> None:
    """A fault at every row before which days are missing, unless they are declared; and at idle declarations."""
    for gap in gaps(held for _, held in rows):
        if not any(inside(gap, known) for _, known in declared):
            after = next(block for block, held in rows if held.since == (gap.until or date.max) + _DAY)
            after.fault("gap", what=sentence(what), gap=said(gap), key=key)
    for block, known in declared:
        if any(UNREAD not in (known, held) and meet(known, held) for _, held in rows):
            block.fault("no_gap", what=sentence(what), gap=said(known))
