"""What a member's ballot looks like."""

from __future__ import annotations

from dataclasses import dataclass

from thidua.council.enums import BallotKind, RecusalState, VoteWay
from thidua.council.models import AgendaItem, CouncilMember, NamedVote, Recusal, Session, Voted


@dataclass(frozen=True)
class BallotLine:
    """One item as a member meets it; with a `recusal` or where hands were counted already, nothing is chosen."""

    item: AgendaItem
    recusal: Recusal | None
    hands_counted: bool

    @property
    def is_asked(self) -> bool:
        """Whether the member chooses here."""
        return self.recusal is None and not self.hands_counted

    @property
    def must_be_answered(self) -> bool:
        """Whether the ballot cannot be cast without a choice; a show of hands may still follow in the hall."""
        return self.is_asked and self.item.ballot != BallotKind.SHOW


def ballot_of(session: Session, member: CouncilMember) -> tuple[BallotLine, ...]:
    """Return the lines of the member's ballot in the order of the agenda; three queries."""
    holding = Recusal.objects.filter(item__session=session, member=member)
    recusals = {row.item_id: row for row in holding.exclude(state=RecusalState.DISMISSED)}
    shown = NamedVote.objects.filter(item__session=session, member=member, way=VoteWay.SHOW)
    counted = set(shown.values_list("item_id", flat=True))
    items = session.items.select_related("nomination__dossier__unit").order_by("ordinal")
    return tuple(BallotLine(item, recusals.get(item.pk), item.pk in counted) for item in items)


def vote_of(session: Session, member: CouncilMember) -> Voted | None:
    """Return that the member voted, how and when; None when not. What was voted is not told."""
    return Voted.objects.filter(session=session, member=member).first()


def secret_items(session: Session) -> list[int]:
    """Return the keys of the items voted on in secret, in the order of the box."""
    items = session.items.filter(ballot=BallotKind.SECRET).order_by("pk")
    return list(items.values_list("pk", flat=True))
