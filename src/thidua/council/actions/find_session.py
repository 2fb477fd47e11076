"""Look a session up for somebody, and tell the log when it is not for them."""

from __future__ import annotations

from thidua.accounts.models import User
from thidua.council.access import seen_session
from thidua.council.actions.attempts import logs_refusals
from thidua.council.models import Session


@logs_refusals
def find_session(*, session: int, by: User) -> Session:
    """Return the session with the key `session`. Raises NotAllowed, in the same words whether hidden or not there."""
    return seen_session(by, session)
