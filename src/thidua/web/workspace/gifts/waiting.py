"""Promises of visitors that wait for a call."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from thidua.accounts.models import User
from thidua.contributions.access import drives_kept_by
from thidua.contributions.queries import with_waiting
from thidua.web.shell import formats
from thidua.web.shell.worklist import WorkItem


def promises_to_confirm(user: User) -> Iterator[WorkItem]:
    """Yield one thing to do for each drive with promises that nobody has confirmed; one query."""
    rows: Any = with_waiting(drives_kept_by(user))
    for drive in rows.filter(waiting__gt=0):
        count: int = drive.waiting
        said = ngettext("%(count)s promise to confirm", "%(count)s promises to confirm", count)
        yield WorkItem(
            title=said % {"count": formats.number(count)},
            url=reverse("gift-desk", args=[drive.slug]),
            group=_("Gifts"),
            about=drive.name,
        )
