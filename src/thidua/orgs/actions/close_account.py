"""Close an account, and reopen it."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.orgs.access import forget_holdings
from thidua.orgs.actions.account_charge import require_charge_of
from thidua.support.audit.actions.record import record
from thidua.support.refusals import Refused


def close_account(*, account: User, by: User | None) -> User:
    """Let nobody sign in with `account` any more, and return it; open sessions end. Its roles stay written.

    Raises NotAllowed, or Refused for the own account or one that is closed.
    """
    return _set(account, by, is_active=False)


def reopen_account(*, account: User, by: User | None) -> User:
    """Let `account` be used again, with the roles that still run, and return it.

    Raises NotAllowed, or Refused when it is open.
    """
    return _set(account, by, is_active=True)


def _set(account: User, by: User | None, *, is_active: bool) -> User:
    require_charge_of(account, by)
    with transaction.atomic():
        row = User.objects.select_for_update().get(pk=account.pk)
        if row.is_active == is_active:
            raise Refused(
                _("The account is open already. Nothing was changed.")
                if is_active
                else _("The account is closed already. Nothing was changed.")
            )
        row.is_active = is_active
        row.save(update_fields=["is_active"])
        record(by=by, action="accounts.reopened" if is_active else "accounts.closed", subject=row)
        forget_holdings()
    return row
