"""Who takes part, and whether they are enough. What they voted is not told while the ballot is open."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from fractions import Fraction

from thidua.council.enums import BallotKind, Presence, RecusalState, VoteWay
from thidua.council.models import NamedVote, Recusal, Session


@dataclass(frozen=True)
class Turnout:
    """`present` have come or voted themselves; `written` voted in writing; `members` are all on the roll."""

    members: int
    present: int
    written: int
    voted: int
    needed: int

    @property
    def quorum_reached(self) -> bool:
        """Whether the session holds."""
        return self.present >= self.needed

    @property
    def missing(self) -> int:
        """How many who are present have not voted yet."""
        return max(self.present + self.written - self.voted, 0)


def turnout(session: Session) -> Turnout:
    """Return who takes part in a session that was opened; at most four queries."""
    roll = dict(session.roll.values_list("member_id", "presence"))
    ways = dict(session.voted.values_list("member_id", "way"))
    there = {member for member, presence in roll.items() if presence == Presence.PRESENT}
    there |= {member for member, way in ways.items() if way != VoteWay.WRITTEN}
    written = sum(way == VoteWay.WRITTEN for way in ways.values())
    return Turnout(
        members=len(roll),
        present=len(there),
        written=written,
        voted=len(set(ways) | _all_by_hand(session)),
        needed=needed_for_quorum(session.quorum_share, len(roll)),
    )


def fewest_in_secret(session: Session) -> int | None:
    """Return how many members at least voted in secret on each secret item; None where nothing is secret.

    Two queries. One secret vote alone is no secret once it is counted, and of two each knows the other's.
    """
    items = set(session.items.filter(ballot=BallotKind.SECRET).values_list("pk", flat=True))
    if not items:
        return None
    voters = set(session.voted.exclude(way=VoteWay.WRITTEN).values_list("member_id", flat=True))
    holding = Recusal.objects.filter(item__in=items, member__in=voters).exclude(state=RecusalState.DISMISSED)
    kept_from = Counter(holding.values_list("item_id", flat=True))
    return min(len(voters) - kept_from[item] for item in items)


def _all_by_hand(session: Session) -> set[int]:
    """Where nothing is voted on by ballot, whoever's hand was counted has voted."""
    if session.items.exclude(ballot=BallotKind.SHOW).exists():
        return set()
    shown = NamedVote.objects.filter(item__session=session, way=VoteWay.SHOW)
    return set(shown.values_list("member_id", flat=True))


def needed_for_quorum(share: str, members: int) -> int:
    """Return the least number of members for a share written as «4/5»."""
    fraction = Fraction(share or "0")
    return -(-fraction.numerator * members // fraction.denominator)
