"""Refused attempts are written to the log."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

from django.db import transaction

from thidua.accounts.models import User
from thidua.council.models import Session
from thidua.council.refused import TOLD_IN_LOG
from thidua.support.audit.actions.record import record

Given = ParamSpec("Given")
Got = TypeVar("Got")


def logs_refusals(action: Callable[Given, Got]) -> Callable[Given, Got]:
    """Make an action tell the log, after it was undone, that somebody without a right or too late tried it.

    The entry names the attempt and the session it was aimed at, never what was chosen.
    """

    @wraps(action)
    def told(*args: Given.args, **kwargs: Given.kwargs) -> Got:
        try:
            return action(*args, **kwargs)
        except TOLD_IN_LOG as refusal:
            by = kwargs.get("by")
            if isinstance(by, User):
                _tell(by, action.__name__, kwargs.get("session"), type(refusal).__name__)
            raise

    return told


def _tell(by: User, attempt: str, session: object, refusal: str) -> None:
    aimed_at = session.pk if isinstance(session, Session) else session
    with transaction.atomic():
        details = {"attempt": attempt, "session": aimed_at, "refusal": refusal}
        record(by=by, action="council.refused", subject=by, details=details)
