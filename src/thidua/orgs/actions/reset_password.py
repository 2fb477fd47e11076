"""Give an account a new first password."""

from __future__ import annotations

from django.db import transaction

from thidua.accounts.models import User
from thidua.accounts.passwords import refuse_weak
from thidua.accounts.telling import tell_new_password
from thidua.orgs.actions.account_charge import require_charge_of
from thidua.support.audit.actions.record import record


def reset_password(*, account: User, password: str, by: User | None) -> User:
    """Give `account` the `password`, to be changed at the next sign-in, and return it; open sessions end.

    Raises NotAllowed, or Refused for the own account or a password that is too weak.
    """
    require_charge_of(account, by)
    refuse_weak(password, account, "password")
    with transaction.atomic():
        row = User.objects.select_for_update().get(pk=account.pk)
        row.set_password(password)
        row.must_change_password = True
        row.save(update_fields=["password", "must_change_password"])
        record(by=by, action="accounts.password_reset", subject=row)
        tell_new_password(row, changed_by_owner=False)
    return row
