"""Empty the ballot box: open the envelopes, cut the choices apart, and shuffle."""

from __future__ import annotations

import hashlib
import secrets
from uuid import UUID

from django.utils.translation import gettext as _

from thidua.council.enums import VoteWay
from thidua.council.envelopes import Opened, open_all
from thidua.council.models import BallotPaper, CountedReceipt, SealedBallot, Session
from thidua.council.queries.ballots import secret_items
from thidua.council.sealing import BoxCannotBeOpened
from thidua.support.refusals import Refused


def empty_box(session: Session) -> list[BallotPaper]:
    """Turn the envelopes into papers and receipts, each row new and in random order; return the papers.

    Inside the transaction of the closing. Raises Refused, and writes nothing, when the box cannot be opened or does
    not hold exactly one envelope for each member who voted here.
    """
    items = secret_items(session)
    if not items or session.box is None:
        return []
    opened = _opened(session, session.box, len(items))
    papers = [
        BallotPaper(item_id=item, choice=choice)
        for envelope in opened
        for item, choice in zip(items, envelope.choices, strict=True)
        if choice is not None
    ]
    receipts = [CountedReceipt(session=session, receipt_hash=envelope.receipt_hash) for envelope in opened]
    chance = secrets.SystemRandom()
    chance.shuffle(papers)
    chance.shuffle(receipts)
    BallotPaper.objects.bulk_create(papers)
    CountedReceipt.objects.bulk_create(receipts)
    SealedBallot.objects.filter(session=session).delete()
    return papers


def seal_of(session: Session) -> str:
    """Return the hash of the counted papers and receipts: it changes when any of them does."""
    papers = BallotPaper.objects.filter(item__session=session).values_list("item_id", "choice")
    counted = sorted(f"{item}:{choice}" for item, choice in papers)
    receipts = sorted(session.receipts.values_list("receipt_hash", flat=True))
    return hashlib.sha256("\n".join([*counted, *receipts]).encode()).hexdigest()


def _opened(session: Session, box: UUID, items: int) -> list[Opened]:
    envelopes = list(session.sealed_ballots.values_list("sealed", flat=True))
    try:
        opened = open_all(envelopes, box=box)
    except BoxCannotBeOpened as fault:
        raise Refused(
            _(
                "The ballot box cannot be opened: its key is missing or an envelope was changed. Nothing was counted. "
                "Call the technician; if the key is lost, cancel the session and vote again."
            )
        ) from fault
    voters = session.voted.filter(way=VoteWay.ELECTRONIC).count()
    receipts = {envelope.receipt_hash for envelope in opened}
    complete = all(len(envelope.choices) == items for envelope in opened)
    if not (len(opened) == len(receipts) == voters and complete):
        raise Refused(
            _(
                "The ballot box holds %(envelopes)s ballots, but %(voters)s members voted here. Nothing was counted. "
                "Call the technician: the database was changed from outside."
            )
            % {"envelopes": len(receipts), "voters": voters}
        )
    return opened
