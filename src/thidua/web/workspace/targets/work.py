"""What waits for a person in the targets area."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from django.db.models import Count, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from thidua.accounts.models import User
from thidua.accounts.rights import Right
from thidua.core.workflow.reporting import AWAITED
from thidua.orgs.access import may_anywhere
from thidua.targets import access
from thidua.targets.enums import RoundState, SheetState
from thidua.targets.models import Sheet
from thidua.web.shell.tags import Tag, Tone
from thidua.web.shell.worklist import WorkItem
from thidua.web.workspace.targets.states import sheet_tag


def work_of(user: User) -> Iterator[WorkItem]:
    """Yield what waits for `user`; the number of queries does not depend on how much it is."""
    today = timezone.localdate()
    if may_anywhere(user, Right.REPORT_FIGURES):
        yield from _to_report(user, today)
    if may_anywhere(user, Right.ACCEPT_FIGURES):
        yield from _to_appraise(user, today)
        yield from _to_reopen(user, today)


def _to_report(user: User, today: date) -> Iterator[WorkItem]:
    own = access.awaited_of(user, today).filter(unit__role_assignments__user=user).distinct()
    rows = own.select_related("round", "unit").annotate(reminded=Count("reminders", distinct=True))
    for row in rows.order_by("round__due_on", "pk"):
        yield WorkItem(
            title=_title(row) % {"round": row.round},
            url=reverse("sheet", args=[row.round.slug, row.unit.key]),
            group=_("Reports to send"),
            due=row.round.due_on,
            state=sheet_tag(row.state),
            about=_about(row, row.reminded),
        )


def _title(row: Sheet) -> str:
    if row.state == SheetState.RETURNED:
        return _("Mend and send again: %(round)s")
    return _("Report: %(round)s") if row.state == SheetState.NOT_STARTED else _("Finish and send: %(round)s")


def _about(row: Sheet, reminded: int) -> str:
    if row.state == SheetState.RETURNED and row.return_reason:
        return row.return_reason
    said = [str(row.unit)]
    if reminded:
        said.append(
            ngettext("reminded %(count)s time", "reminded %(count)s times", reminded) % {"count": reminded}
        )
    return " – ".join(said)


def _to_appraise(user: User, today: date) -> Iterator[WorkItem]:
    late = Q(sheets__state__in=AWAITED)
    rounds = access.rounds_appraised_by(user, today).filter(state=RoundState.OPEN)
    rows = rounds.annotate(
        waiting=Count("sheets", filter=Q(sheets__state=SheetState.SUBMITTED)),
        missing=Count("sheets", filter=late),
    )
    for row in rows.order_by("due_on", "pk"):
        board = reverse("round", args=[row.slug])
        if row.waiting:
            said = ngettext(
                "%(count)s report to appraise: %(round)s",
                "%(count)s reports to appraise: %(round)s",
                row.waiting,
            )
            yield WorkItem(
                title=said % {"count": row.waiting, "round": row},
                url=f"{board}?buoc={SheetState.SUBMITTED}",
                group=_("Figures"),
                state=Tag(_("waiting for appraisal"), Tone.INFO),
            )
        if row.missing and row.due_on < today:
            said = ngettext(
                "%(count)s unit has not sent: %(round)s",
                "%(count)s units have not sent: %(round)s",
                row.missing,
            )
            yield WorkItem(
                title=said % {"count": row.missing, "round": row},
                url=f"{board}?buoc=chua-nop",
                group=_("Figures"),
                due=row.due_on,
                state=Tag(_("overdue"), Tone.ERROR),
            )


def _to_reopen(user: User, today: date) -> Iterator[WorkItem]:
    asking = Sheet.objects.filter(round__in=access.rounds_appraised_by(user, today)).exclude(
        reopen_request=""
    )
    for row in asking.select_related("round", "unit").order_by("pk"):
        yield WorkItem(
            title=_("%(unit)s asks for its report back: %(round)s") % {"unit": row.unit, "round": row.round},
            url=reverse("sheet", args=[row.round.slug, row.unit.key]),
            group=_("Figures"),
            state=Tag(_("request"), Tone.WARNING),
            about=row.reopen_request,
        )
