"""Hand many certificates over at once."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.decisions.actions.hand_over import Taken, hand_over_all
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
    taken = [Taken(line, received_by or line.recipient_name[:200]) for line in lines]
    return hand_over_all(taken=taken, on=on, by=by, place=place)
