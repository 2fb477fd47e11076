"""The e-mails of the offices for which somebody works."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet

from thidua.accounts.rights import Right
from thidua.orgs.access import Visitor, units_where
from thidua.support.notices.models import Notice
from thidua.support.notices.queries import outbox, waiting_count


def outbox_of(user: Visitor) -> QuerySet[Notice]:
    """Return the e-mails that `user` may read and hold before they leave, newest first."""
    return outbox(_offices(user))


def mail_waiting_for(user: Visitor) -> int:
    """Return how many e-mails are held or failed in the offices of `user`; one query beside the roles."""
    return waiting_count(_offices(user))


def _offices(user: Visitor) -> QuerySet[Any]:
    return units_where(user, Right.KEEP_NOTICES).order_by().values("pk")
