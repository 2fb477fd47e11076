"""Certificates to print and to hand over."""

from __future__ import annotations

from collections.abc import Iterator

from django.db.models import Count, Q
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from thidua.accounts.models import User
from thidua.accounts.rights import Right
from thidua.decisions.enums import IN_EFFECT
from thidua.decisions.models import Certificate
from thidua.orgs.access import may_anywhere, units_where
from thidua.web.shell import formats
from thidua.web.shell.worklist import WorkItem
from thidua.web.workspace.certificates.states import CHOOSING, TO_GIVE, TO_PRINT


def work_of(user: User) -> Iterator[WorkItem]:
    """Yield for each decision how many certificates are to be printed and how many handed over; one query."""
    if not may_anywhere(user, Right.ISSUE_CERTIFICATES):
        return
    rows = Certificate.objects.filter(
        CHOOSING[TO_PRINT] | CHOOSING[TO_GIVE],
        line__decision__state__in=IN_EFFECT,
        line__decision__unit__in=units_where(user, Right.ISSUE_CERTIFICATES).order_by().values("pk"),
    )
    counted = (
        rows.order_by("line__decision")
        .values("line__decision", "line__decision__title")
        .annotate(waiting=Count("pk"), printed=Count("pk", filter=Q(printed_at__isnull=False)))
    )
    for row in counted:
        pk, about = row["line__decision"], row["line__decision__title"]
        if to_print := row["waiting"] - row["printed"]:
            title = ngettext("Print %(count)s certificate", "Print %(count)s certificates", to_print)
            yield _item(title, to_print, reverse("print-certificates", args=[pk]), about)
        if to_give := row["printed"]:
            title = ngettext("Hand over %(count)s certificate", "Hand over %(count)s certificates", to_give)
            yield _item(title, to_give, reverse("hand-over-certificates", args=[pk]), about)


def _item(title: str, count: int, url: str, about: str) -> WorkItem:
    return WorkItem(
        title=title % {"count": formats.number(count)}, url=url, group=_("Certificates"), about=about
    )
