"""What a new password must be, said in the words of this office."""

from __future__ import annotations

from typing import Final

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from thidua.accounts.models import User
from thidua.support.refusals import Refused, Sentence

_SENTENCES: Final[dict[str, Promise]] = {
    "password_too_short": _("The password is too short. Use at least 10 characters."),
    "password_too_similar": _("The password is too much like the name or the address. Choose another."),
    "password_too_common": _("Too many people use this password. Choose several words in a row."),
}


def refuse_weak(password: str, user: User, field: str) -> None:
    """Raise Refused at `field` with a sentence for each thing that is wrong with `password` for `user`."""
    try:
        validate_password(password, user)
    except ValidationError as error:
        said: list[Sentence] = [
            _SENTENCES.get(str(fault.code), "; ".join(fault.messages)) for fault in error.error_list
        ]
        raise Refused({field: said}) from error
