"""What waits for a person in the movements area."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from django.conf import settings
from django.db.models import Count
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from thidua.accounts.models import User
from thidua.accounts.rights import Right
from thidua.movements import access
from thidua.movements.enums import RegistrationState
from thidua.movements.models import Movement
from thidua.movements.queries import invitations, stalled
from thidua.orgs.access import may_anywhere, units_where
from thidua.orgs.models import Unit
from thidua.web.shell import formats
from thidua.web.shell.tags import Tag, Tone
from thidua.web.shell.worklist import WorkItem
from thidua.web.workspace.movements.signs import SIGNS
from thidua.web.workspace.movements.states import movement_tag, registration_tag


def work_of(user: User) -> Iterator[WorkItem]:
    """Yield what waits for `user`; the number of queries does not depend on how much it is."""
    today = timezone.localdate()
    if may_anywhere(user, Right.REGISTER_FOR_MOVEMENT):
        units = list(
            units_where(user, Right.REGISTER_FOR_MOVEMENT).filter(role_assignments__user=user).distinct()
        )
        yield from _registrations_to_finish(user, units, today)
        yield from _movements_to_register_for(units, today)
    if may_anywhere(user, Right.LAUNCH_MOVEMENT) or may_anywhere(user, Right.ANSWER_MOVEMENT):
        yield from _movements_to_launch(user, today)
    if may_anywhere(user, Right.ACCEPT_REGISTRATION) or may_anywhere(user, Right.ANSWER_MOVEMENT):
        yield from _registrations_to_decide(user, today)
    if may_anywhere(user, Right.MANAGE_MOVEMENTS):
        yield from _movements_to_look_after(user, today)


def _registrations_to_finish(user: User, units: list[Unit], today: date) -> Iterator[WorkItem]:
    rows = (
        access.unfinished_of(user, today).filter(unit__in=units).select_related("movement", "unit", "person")
    )
    for row in rows.order_by("pk"):
        returned = row.state == RegistrationState.RETURNED
        yield WorkItem(
            title=_("Mend what was returned: %(movement)s") % {"movement": row.movement}
            if returned
            else _("Finish and send: %(movement)s") % {"movement": row.movement},
            url=reverse("registration", args=[row.pk]),
            group=_("Registrations"),
            state=registration_tag(row),
            about=row.return_reason if returned else str(row.person or row.unit),
        )


def _movements_to_register_for(units: list[Unit], today: date) -> Iterator[WorkItem]:
    for row in invitations(units, today):
        if row.registration is None:
            yield WorkItem(
                title=_("Register for: %(movement)s") % {"movement": row.movement},
                url=f"{reverse('start-registration', args=[row.movement.slug])}?don-vi={row.unit.key}",
                group=_("Registrations"),
                state=registration_tag(None),
                about=str(row.unit),
            )


def _movements_to_launch(user: User, today: date) -> Iterator[WorkItem]:
    for row in access.launchable_by(user, today).select_related("launched_by").order_by("pk"):
        yield WorkItem(
            title=_("Launch: %(movement)s") % {"movement": row},
            url=reverse("launch-movement", args=[row.slug]),
            group=_("Movements"),
            state=movement_tag(row),
            about=str(row.launched_by),
        )


def _registrations_to_decide(user: User, today: date) -> Iterator[WorkItem]:
    open_ones = access.waiting_for(user, today).filter(movement__state__in=access.RUNNING_STATES)
    waiting = open_ones.order_by().values_list("movement__slug", "movement__short_name")
    for slug, name, count in waiting.annotate(Count("pk")):
        said = ngettext(
            "%(count)s registration to decide: %(movement)s",
            "%(count)s registrations to decide: %(movement)s",
            count,
        )
        yield WorkItem(
            title=said % {"count": count, "movement": name},
            url=f"{reverse('registrations', args=[slug])}?buoc={RegistrationState.SENT}",
            group=_("Registrations"),
            state=Tag(_("sent"), Tone.INFO),
        )


def _movements_to_look_after(user: User, today: date) -> Iterator[WorkItem]:
    managed = Movement.objects.filter(launched_by__in=units_where(user, Right.MANAGE_MOVEMENTS), parent=None)
    for row in stalled(today=today, days=settings.STALE_MOVEMENT_DAYS, among=managed, signs=SIGNS):
        yield WorkItem(
            title=_("Launched but not moving: %(movement)s") % {"movement": row.movement},
            url=reverse("movement", args=[row.movement.slug]),
            group=_("Movements"),
            state=Tag(
                ngettext("%(days)s day of silence", "%(days)s days of silence", row.days)
                % {"days": formats.number(row.days)},
                Tone.WARNING,
            ),
        )
    over = managed.filter(state__in=access.RUNNING_STATES, planned_end__lt=today)
    for movement in over.order_by("planned_end"):
        yield WorkItem(
            title=_("Sum up: %(movement)s") % {"movement": movement},
            url=reverse("review-movement", args=[movement.slug]),
            group=_("Movements"),
            due=movement.planned_end,
            state=movement_tag(movement),
            about=_("The planned end is over and no final review is recorded."),
        )
