"""Articles that wait for approval, as they stand on the work list."""

from __future__ import annotations

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from thidua.accounts.models import User
from thidua.portal.access import may_publish
from thidua.portal.queries.reviews import in_review
from thidua.web.shell import formats
from thidua.web.shell.worklist import WorkItem


def work_of(user: User) -> Iterator[WorkItem]:
    """Yield one line while articles wait for approval; two queries at most for those who publish."""
    if not may_publish(user):
        return
    if waits := in_review():
        title = ngettext(
            "%(count)s article waits for approval", "%(count)s articles wait for approval", waits.count
        )
        one = waits.count == 1
        yield WorkItem(
            title=title % {"count": formats.number(waits.count)},
            url=reverse("wagtailadmin_pages:edit", args=[waits.page])
            if one
            else reverse("wagtailadmin_home"),
            group=_("Articles and pages"),
            about=waits.title,
        )
