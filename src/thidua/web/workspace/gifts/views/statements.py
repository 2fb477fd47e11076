"""The statements of the months: those published, and those that may be."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from thidua.accounts.rights import Right
from thidua.contributions.actions import publish_statement
from thidua.contributions.queries import months_to_publish
from thidua.web.shell.access import right_required, signed_in
from thidua.web.shell.confirm import ask_first
from thidua.web.workspace.gifts.find import kept


@right_required(Right.KEEP_GIFTS)
def statements(request: HttpRequest, slug: str) -> HttpResponse:
    """List the months that are published, and those that are over and wait."""
    drive = kept(request, slug)
    context = {
        "drive": drive,
        "published": drive.statements.select_related("file"),
        "waiting": [
            {"year": year, "month": month, "label": f"{month:02d}/{year}"}
            for year, month in months_to_publish(drive, timezone.localdate())
        ],
    }
    return render(request, "gift_desk/statements.html", context)


@right_required(Right.KEEP_GIFTS)
def publish(request: HttpRequest, slug: str, year: int, month: int) -> HttpResponse:
    """Publish a month that is over."""
    drive = kept(request, slug)
    return ask_first(
        request,
        question=_("Publish the statement of %(month)s?") % {"month": f"{month:02d}/{year}"},
        consequence=_(
            "The file is public at once and never changes. No receipt and no allocation can be dated into "
            "this month or an earlier one any more; a mistake is put right by a line of the present month."
        ),
        verb=_("Publish"),
        back=reverse("gift-statements", args=[slug]),
        act=lambda: publish_statement(drive=drive, year=year, month=month, by=signed_in(request)),
        done=_("The statement is published."),
    )
