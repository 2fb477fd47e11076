"""Hand many certificates over at once."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.decisions.actions.hand_over import hand_over
from thidua.decisions.models import DecisionLine, HandingOver
from thidua.support.refusals import Refused


def hand_over_many(
    *, lines: Sequence[DecisionLine], on: date, by: User | None, received_by: str = "", place: str = ""
) -> list[HandingOver]:
    """Record that the certificates of `lines` were handed over on one day, and return the rows; twice is once.

    `received_by`: who took all of them; empty: each recipient took their own. All are recorded or none. Raises
    NotAllowed, or Refused: nobody chosen, an impossible day, or naming whose certificate is not printed.
    """
    if not lines:
        raise Refused({"lines": _("Tick at least one certificate.")})
    made = []
    with transaction.atomic():
        for line in lines:
            taker = received_by or line.recipient_name[:200]
            try:
                made.append(hand_over(line=line, on=on, received_by=taker, place=place, by=by))
            except Refused as refused:
                if "" not in refused.faults:
                    raise
                told = [f"{line.ordinal}. {line.recipient_name}: {said}" for said in refused.faults[""]]
                raise Refused({"": [*told]}) from refused
    return made
