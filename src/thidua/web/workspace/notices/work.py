"""E-mails that wait for a person, as they stand on the work list."""

from __future__ import annotations

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from thidua.accounts.models import User
from thidua.accounts.rights import Right
from thidua.orgs.access import may_anywhere
from thidua.orgs.queries.outbox import mail_waiting_for
from thidua.web.shell import formats
from thidua.web.shell.worklist import WorkItem


def work_of(user: User) -> Iterator[WorkItem]:
    """Yield one line when e-mails are held or could not be sent; one query for those who keep them."""
    if not may_anywhere(user, Right.KEEP_NOTICES):
        return
    if count := mail_waiting_for(user):
        title = ngettext(
            "%(count)s e-mail is held or could not be sent",
            "%(count)s e-mails are held or could not be sent",
            count,
        )
        yield WorkItem(
            title=title % {"count": formats.number(count)},
            url=f"{reverse('outbox')}?buoc=waiting",
            group=_("E-mails of the office"),
        )
