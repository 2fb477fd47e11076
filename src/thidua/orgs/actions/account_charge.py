"""Who may close an account or give it a new password."""

from __future__ import annotations

from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.accounts.rights import Right
from thidua.orgs.access import require
from thidua.support.refusals import NotAllowed, Refused


def require_charge_of(account: User, by: User | None) -> None:
    """Raise unless `by` keeps accounts and `account` is another's.

    NotAllowed without the right, and for an account above all roles: its password would open more than the
    administrator's own. Refused for the own account: nobody shuts themselves out.
    """
    require(by, Right.MANAGE_ACCOUNTS)
    if by is None:
        return
    if account.is_superuser and not by.is_superuser:
        raise NotAllowed(
            _("“%(account)s” stands above all roles. Only the installation itself changes it.")
            % {"account": account}
        )
    if account.pk == by.pk:
        raise Refused(_("This is your own account. Ask another administrator, or change your own password."))
