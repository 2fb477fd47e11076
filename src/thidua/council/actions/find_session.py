"""Look a session or an item up for somebody, and tell the log when it is not for them."""

from __future__ import annotations

from thidua.accounts.models import User
from thidua.council.access import nothing_here, seen_session
from thidua.council.actions.attempts import logs_refusals
from thidua.council.models import AgendaItem, Session


@logs_refusals
def find_session(*, session: int, by: User) -> Session:
    """Return the session with the key `session`. Raises NotAllowed, in the same words whether hidden or not there."""
    return seen_session(by, session)


@logs_refusals
def find_item(*, session: int, item: int, by: User) -> AgendaItem:
    """Return an item of a session that `by` sees. Raises NotAllowed, in the same words whether hidden or not there."""
    found = seen_session(by, session)
    rows = found.items.select_related(
        *("nomination__dossier__unit", "nomination__dossier__deciding_unit"),
        *("nomination__person", "nomination__unit", "nomination__household"),
    )
    row = rows.filter(pk=item).first()
    if row is None:
        raise nothing_here()
    row.session = found
    return row
