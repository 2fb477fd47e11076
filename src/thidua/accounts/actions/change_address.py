"""Enter one's own e-mail address."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.support.audit.actions.record import record
from thidua.support.refusals import Refused


def change_address(*, email: str, by: User) -> User:
    """Keep `email` as the address of `by`, and return the account; letters go there once it is confirmed.

    Raises Refused when it is no address.
    """
    address = email.strip()
    try:
        validate_email(address)
    except ValidationError as fault:
        raise Refused({"email": _("Write an address like ten@langson.gov.vn.")}) from fault
    if address == by.email:
        return by
    with transaction.atomic():
        by.email = address
        by.save(update_fields=["email"])
        record(by=by, action="accounts.address_changed", subject=by)
    return by
