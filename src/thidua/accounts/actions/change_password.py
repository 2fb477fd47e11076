"""Change one's own password."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.accounts.passwords import refuse_weak
from thidua.accounts.telling import tell_new_password
from thidua.support.audit.actions.record import record
from thidua.support.refusals import Refused


def change_password(*, old: str, new: str, by: User) -> None:
    """Give `by` the password `new`; raises Refused when `old` is wrong, or `new` the same or too weak."""
    if not by.check_password(old):
        raise Refused({"old": _("This is not your present password. Type it again.")})
    if new == old:
        raise Refused({"new": _("This is the password that you have now. Choose another.")})
    refuse_weak(new, by, "new")
    by.set_password(new)
    by.must_change_password = False
    with transaction.atomic():
        by.save(update_fields=["password", "must_change_password"])
        record(by=by, action="accounts.password_changed", subject=by)
        tell_new_password(by, changed_by_owner=True)
