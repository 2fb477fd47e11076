"""Remind of proposals that the State level has not answered in time."""

from __future__ import annotations

from datetime import date
from typing import Final

from django.db import transaction
from django.utils.translation import gettext as _

from thidua.accounts.rights import Right
from thidua.core.vietnamese.dates import format_date
from thidua.decisions.models import Submission
from thidua.decisions.queries.state_level import awaited_of
from thidua.orgs.access import accounts_with
from thidua.support.notices.actions import About, tell
from thidua.support.notices.enums import NoticeKind
from thidua.support.notices.wording import in_house_language

AGAIN: Final = 10  # working days after which it is told again


@in_house_language
def remind_awaited(today: date) -> int:
    """Tell who proposes of every late answer, again after ten working days each; return how many proposals are late."""
    late = [one for one in awaited_of(Submission.objects.all(), today) if one.days_late > 0]
    for one in late:
        row = one.submission
        assert one.expected_on is not None
        with transaction.atomic():
            tell(
                users=accounts_with(Right.PROPOSE, row.unit),
                subject=_("No answer yet to submission letter %(number)s") % {"number": row.full_number},
                text=_(
                    "“%(title)s” was sent up on %(day)s. An answer was due by %(due)s; %(waiting)s nominees still "
                    "wait. Ask the Ministry of Home Affairs, or record the decision that came."
                )
                % {
                    "title": row.title,
                    "day": format_date(row.dated),
                    "due": format_date(one.expected_on),
                    "waiting": one.waiting,
                },
                key=f"submission/{row.pk}/awaited/{(one.days_late - 1) // AGAIN}",
                kind=NoticeKind.DUE,
                about=About("submission", str(row.pk)),
                office=row.unit_id,
            )
    return len(late)
