"""What of role models waits for a person."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from typing import Final

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.accounts.rights import Right
from thidua.movements.models import RoleModelProposal
from thidua.movements.queries.role_models import due_for_check, waiting_for_office
from thidua.movements.role_model_access import is_office, to_nominate, to_verify
from thidua.orgs.access import may_anywhere
from thidua.web.shell.worklist import WorkItem

# No law gives a day: the public form tells of two weeks.
DAYS_TO_ANSWER: Final = 14
MOST: Final = 10


def work_of_role_models(user: User) -> Iterable[WorkItem]:
    """Return what the units of `user` are asked, and for the office what waits longest and is due for a check."""
    group = _("Role models")
    invited = _to_nominate(user, group) if may_anywhere(user, Right.NOMINATE) else []
    if not may_anywhere(user, Right.KEEP_RECORDS):
        return invited
    office = is_office(user)
    asked = to_verify(user).select_related("asked_unit").order_by("asked_at", "pk")[:MOST]
    items = [
        WorkItem(
            title=_asked_title(row, office),
            url=reverse("role-model-proposal", args=[row.pk]),
            group=group,
            due=timezone.localdate(row.asked_at) + timedelta(days=DAYS_TO_ANSWER) if row.asked_at else None,
            about=row.place,
        )
        for row in asked
    ]
    items += invited
    if not office:
        return items
    items += [
        WorkItem(
            title=_("Proposed role model: %(name)s") % {"name": row.subject_name},
            url=reverse("role-model-proposal", args=[row.pk]),
            group=group,
            due=timezone.localdate(row.proposed_at) + timedelta(days=DAYS_TO_ANSWER),
            about=row.get_state_display(),
        )
        for row in waiting_for_office()[:MOST]
    ]
    return items + [
        WorkItem(
            title=_("Check a story again: %(title)s") % {"title": row.title},
            url=reverse("role-model-desk", args=[row.role_model_id]),
            group=group,
            due=row.check_due,
        )
        for row in due_for_check(timezone.localdate())[:MOST]
    ]


def _to_nominate(user: User, group: str) -> list[WorkItem]:
    """Return the role models that units of `user` were invited to nominate, and that nobody nominated yet."""
    rows = to_nominate(user).filter(nominations=None).select_related("person", "household__head", "unit")
    return [
        WorkItem(
            title=_("The Board invites you to nominate: %(name)s") % {"name": row.subject},
            url=reverse("nominate-role-model", args=[row.pk]),
            group=group,
            about=row.deed,
        )
        for row in rows.order_by("invited_at", "pk")[:MOST]
    ]


def _asked_title(row: RoleModelProposal, office: bool) -> str:
    """Return what is to be done about a proposal at a unit: the unit verifies, the office waits for it."""
    if office and row.asked_unit is not None:
        words = _("Waiting for %(unit)s to verify: %(name)s")
        return words % {"unit": row.asked_unit.name, "name": row.subject_name}
    return _("Verify a proposed role model: %(name)s") % {"name": row.subject_name}
