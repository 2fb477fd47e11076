"""What waits for a person with decisions."""

from __future__ import annotations

from collections.abc import Iterator

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.accounts.rights import Right
from thidua.decisions.enums import DecisionState
from thidua.decisions.models import Decision
from thidua.decisions.queries import awaited_proposals, waiting_for
from thidua.orgs.access import may, may_anywhere, units_where
from thidua.web.shell.worklist import WorkItem
from thidua.web.workspace.signing.states import decision_tag


def work_of(user: User) -> Iterator[WorkItem]:
    """Yield the decisions to sign and those that came back unsigned; one query for each kind."""
    if may_anywhere(user, Right.DECIDE):
        for row in waiting_for(user):
            yield WorkItem(
                title=_("Sign: %(title)s") % {"title": row.title},
                url=reverse("sign-decision", args=[row.pk]),
                group=_("Decisions"),
                state=decision_tag(row),
            )
    if may_anywhere(user, Right.PROPOSE):
        units = units_where(user, Right.PROPOSE).order_by().values("pk")
        for row in Decision.objects.filter(state=DecisionState.RETURNED, unit__in=units).order_by("pk"):
            yield WorkItem(
                title=_("Mend the decision that was returned: %(title)s") % {"title": row.title},
                url=reverse("decision", args=[row.pk]),
                group=_("Decisions"),
                state=decision_tag(row),
                about=row.return_reason,
            )
        for one in awaited_proposals(user, timezone.localdate()):
            if one.days_late and may(user, Right.PROPOSE, one.submission.unit):
                yield WorkItem(
                    title=_("Ask for the answer to submission letter %(number)s")
                    % {"number": one.submission.full_number},
                    url=reverse("submission", args=[one.submission.pk]),
                    group=_("Decisions"),
                    due=one.expected_on,
                )
