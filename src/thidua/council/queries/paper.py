"""Paper ballots: who got one, and whether the two tellers agree."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from thidua.accounts.models import User
from thidua.council.enums import BallotKind, RecusalState, VoteWay
from thidua.council.models import AgendaItem, PaperCount, Recusal, Session

COUNTED: Final = ("issued", "received", "invalid", "yes", "no", "blank")


@dataclass(frozen=True)
class Difference:
    """A number that the tellers keyed differently."""

    field: str
    first: int
    second: int


@dataclass(frozen=True)
class PaperItem:
    """The paper ballots of one item; `own` is what the asking teller keyed, `counts` how many tellers have.

    `differences` is told only when both have keyed theirs, so that neither copies the other.
    """

    item: AgendaItem
    issued: int
    own: PaperCount | None
    counts: int
    differences: tuple[Difference, ...]

    @property
    def agreed(self) -> bool:
        """Whether both tellers keyed the same numbers."""
        return self.counts == 2 and not self.differences


def paper_items(session: Session, teller: User | None = None) -> tuple[PaperItem, ...]:
    """Return the items voted on by paper ballot, empty when no paper was issued; four queries."""
    holders = set(session.voted.filter(way=VoteWay.PAPER).values_list("member_id", flat=True))
    if not holders:
        return ()
    recused: dict[int, int] = {}
    kept_from = Recusal.objects.filter(item__session=session, member__in=holders)
    for item in kept_from.exclude(state=RecusalState.DISMISSED).values_list("item_id", flat=True):
        recused[item] = recused.get(item, 0) + 1
    counts: dict[int, list[PaperCount]] = {}
    for row in PaperCount.objects.filter(item__session=session).order_by("pk"):
        counts.setdefault(row.item_id, []).append(row)
    items = session.items.exclude(ballot=BallotKind.SHOW).select_related("nomination").order_by("ordinal")
    return tuple(
        _paper_item(item, len(holders) - recused.get(item.pk, 0), counts.get(item.pk, []), teller)
        for item in items
    )


def _paper_item(item: AgendaItem, issued: int, counts: list[PaperCount], teller: User | None) -> PaperItem:
    differences: tuple[Difference, ...] = ()
    if len(counts) == 2:
        pairs = ((name, getattr(counts[0], name), getattr(counts[1], name)) for name in COUNTED)
        differences = tuple(Difference(*pair) for pair in pairs if pair[1] != pair[2])
    own = next((row for row in counts if teller is not None and row.teller_id == teller.pk), None)
    return PaperItem(item, issued, own, len(counts), differences)
