"""Count the votes of a session that is being closed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from thidua.council.enums import Choice, Presence, RecusalState, VoteWay
from thidua.council.models import AgendaItem, BallotPaper, ItemResult, NamedVote, PaperCount, Recusal, Session
from thidua.council.queries.paper import paper_items
from thidua.council.thresholds import Threshold

Tally = Counter[str]


def results_of(session: Session, papers: Iterable[BallotPaper]) -> list[ItemResult]:
    """Return the result of each item, not stored yet, from the opened papers and everything given by name."""
    tallies: dict[int, Tally] = {item.pk: Counter() for item in session.items.all()}
    written: Counter[int] = Counter()
    for paper in papers:
        tallies[paper.item_id][paper.choice] += 1
    for vote in NamedVote.objects.filter(item__session=session):
        tallies[vote.item_id][vote.choice] += 1
        written[vote.item_id] += vote.way == VoteWay.WRITTEN
    missing = _add_paper_ballots(session, tallies)
    taking_part, recused = _taking_part(session), _recused(session)
    found = []
    for item in session.items.order_by("ordinal"):
        kept_from = recused.get(item.pk, set())
        issued = len(taking_part - kept_from)
        found.append(
            _result(
                session, item, tallies[item.pk], len(kept_from), issued, written[item.pk], missing[item.pk]
            )
        )
    return found


def _result(
    session: Session, item: AgendaItem, tally: Tally, recused: int, issued: int, written: int, missing: int
) -> ItemResult:
    assert session.members_total is not None
    members = session.members_total - (0 if session.recused_counted else recused)
    threshold = Threshold(item.percent, item.strictly, members)
    valid = tally[Choice.YES] + tally[Choice.NO] + tally[Choice.ABSTAIN]
    received = valid + tally["invalid"]
    return ItemResult(
        item=item,
        members=members,
        recused=recused,
        # A hand may have been counted of somebody who was marked absent afterwards.
        issued=max(issued, received + missing),
        received=received,
        valid=valid,
        invalid=tally["invalid"],
        yes=tally[Choice.YES],
        no=tally[Choice.NO],
        abstained=tally[Choice.ABSTAIN],
        written=written,
        needed=threshold.needed,
        passed=threshold.is_reached(tally[Choice.YES]),
    )


def _add_paper_ballots(session: Session, tallies: dict[int, Tally]) -> Counter[int]:
    """Add what the tellers agreed on; return how many handed-out ballots did not come back, per item."""
    missing: Counter[int] = Counter()
    if not paper_items(session):
        return missing
    # Both counts are equal by now: one teller's stands for both.
    for row in PaperCount.objects.filter(item__session=session, teller=session.first_teller_id):
        found = {Choice.YES: row.yes, Choice.NO: row.no, Choice.ABSTAIN: row.blank, "invalid": row.invalid}
        tallies[row.item_id].update(found)
        missing[row.item_id] += row.issued - row.received
    return missing


def _taking_part(session: Session) -> set[int]:
    present = session.roll.filter(presence=Presence.PRESENT).values_list("member_id", flat=True)
    return {*present, *session.voted.values_list("member_id", flat=True)}


def _recused(session: Session) -> dict[int, set[int]]:
    found: dict[int, set[int]] = {}
    holding = Recusal.objects.filter(item__session=session).exclude(state=RecusalState.DISMISSED)
    for item, member in holding.values_list("item_id", "member_id"):
        found.setdefault(item, set()).add(member)
    return found
