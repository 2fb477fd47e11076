"""Comments that wait, as they stand on the work list."""

from __future__ import annotations

from collections.abc import Iterator

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from thidua.accounts.models import User
from thidua.accounts.rights import Right
from thidua.orgs.access import may_anywhere
from thidua.portal.queries.comments import oldest_waiting
from thidua.web.shell import formats
from thidua.web.shell.tags import Tag, Tone
from thidua.web.shell.worklist import WorkItem


def work_of(user: User) -> Iterator[WorkItem]:
    """Yield one line while comments wait; one query for those who moderate."""
    if not may_anywhere(user, Right.MODERATE_COMMENTS):
        return
    if waits := oldest_waiting():
        title = ngettext("%(count)s comment waits", "%(count)s comments wait", waits.count)
        late = waits.due < timezone.localdate()
        yield WorkItem(
            title=title % {"count": formats.number(waits.count)},
            url=reverse("moderation"),
            group=_("Comments of readers"),
            due=waits.due,
            state=Tag(_("overdue"), Tone.ERROR) if late else None,
            about=_("The oldest came on %(day)s.") % {"day": formats.day(waits.since)},
        )
