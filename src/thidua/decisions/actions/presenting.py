"""When everybody who holds an award has the certificate, the register says that the conferral was presented."""

from __future__ import annotations

from collections.abc import Sequence

from django.db.models import Exists, Max, OuterRef

from thidua.accounts.models import User
from thidua.decisions.models import DecisionLine, HandingOver
from thidua.registry.actions import present_conferral
from thidua.registry.enums import AwardStatus
from thidua.registry.models import Award, Conferral


def present_complete(lines: Sequence[DecisionLine], by: User | None) -> None:
    """Mark the conferrals of `lines` of which nobody waits any more, on the day of their last handing over.

    Whoever lost the award waits for nothing; where nobody received anything, nothing was presented.
    """
    given = HandingOver.objects.filter(line__award=OuterRef("pk"))
    waiting = Award.objects.filter(~Exists(given), conferral=OuterRef("pk"), status=AwardStatus.ACTIVE)
    concerned = Conferral.objects.filter(awards__in=[line.award_id for line in lines], presented_on=None)
    for conferral in concerned.filter(~Exists(waiting)).distinct():
        days = HandingOver.objects.filter(line__award__conferral=conferral)
        last = days.aggregate(last=Max("on"))["last"]
        if last is not None:
            present_conferral(conferral=conferral, on=last, by=by)
