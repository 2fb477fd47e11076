"""Open an account together with its first role."""

from __future__ import annotations

from django.db import transaction

from thidua.accounts.actions import create_account
from thidua.accounts.models import User
from thidua.accounts.rights import Right
from thidua.orgs.access import require
from thidua.orgs.actions.grant_role import grant_role
from thidua.orgs.models import Unit


def open_account(
    *,
    username: str,
    full_name: str,
    password: str,
    role: str,
    unit: Unit,
    by: User | None,
    email: str = "",
    phone: str = "",
    must_change_password: bool = True,
) -> User:
    """Open an account that holds `role` on `unit`, and return it.

    Raises NotAllowed without the right to manage accounts on `unit`, Refused as `create_account` and `grant_role`
    do; then there is no account either.
    """
    require(by, Right.MANAGE_ACCOUNTS, unit)
    with transaction.atomic():
        user = create_account(
            username=username,
            full_name=full_name,
            password=password,
            by=by,
            email=email,
            phone=phone,
            must_change_password=must_change_password,
        )
        grant_role(user=user, role=role, unit=unit, by=by)
    return user
