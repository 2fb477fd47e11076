"""Open an account."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.accounts.passwords import refuse_weak
from thidua.core.vietnamese.hygiene import clean_line
from thidua.support.audit.actions.record import record
from thidua.support.refusals import Refused


def create_account(
    *,
    username: str,
    full_name: str,
    password: str,
    by: User | None,
    email: str = "",
    phone: str = "",
    must_change_password: bool = True,
) -> User:
    """Open an account and return it; rights come later, by granting a role on a unit.

    The right to do so is checked where roles are known (`orgs.actions.open_account`); `by=None` is the
    installation itself. Raises Refused when the name is taken or the password too weak.
    """
    username = clean_line(username)
    user = User(username=username, full_name=clean_line(full_name), email=email.strip(), phone=phone.strip())
    user.must_change_password = must_change_password
    if User.objects.filter(username__iexact=username).exists():
        raise Refused(
            {"username": _("The sign-in name “%(name)s” is taken. Choose another.") % {"name": username}}
        )
    refuse_weak(password, user, "password")
    user.set_password(password)
    with transaction.atomic():
        user.save()
        record(by=by, action="accounts.created", subject=user, details={"username": username})
    return user
