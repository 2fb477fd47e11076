"""The code on a certificate that a person types: nine letters and digits, and one that shows a slip.

No 0, O, 1, I or L, which look alike. The alphabet has 31 signs, a prime, so that the check finds every wrong sign and
every two that changed places.
"""

from __future__ import annotations

from typing import Final

from django.utils.translation import gettext as _

from thidua.core.codes import check_sign, compact, random_signs
from thidua.support.refusals import Refused

ALPHABET: Final = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
LENGTH: Final = 9


def new_code() -> str:
    """Return a code that nobody can guess, e.g. «7KQ4M-XW9HD»; 31⁹ are possible."""
    signs = random_signs(LENGTH, ALPHABET)
    return _shown(signs + check_sign(signs, ALPHABET))


def read_code(typed: str) -> str:
    """Return the code as it is kept, however it was typed: small letters, spaces, with or without hyphen.

    Raises Refused when it cannot be a code.
    """
    signs = compact(typed)
    wrong = dict.fromkeys(sign for sign in signs if sign not in ALPHABET)
    if wrong:
        raise Refused(
            {
                "code": _("A code never has %(signs)s: look at the certificate again.")
                % {"signs": ", ".join(f"«{sign}»" for sign in wrong)}
            }
        )
    if len(signs) != LENGTH + 1:
        raise Refused({"code": _("A code has ten letters and digits, like 7KQ4M-XW9HD. Type all of them.")})
    if check_sign(signs[:LENGTH], ALPHABET) != signs[LENGTH]:
        raise Refused(
            {"code": _("One letter or digit of the code is wrong: compare it with the certificate.")}
        )
    return _shown(signs)


def _shown(signs: str) -> str:
    return f"{signs[:5]}-{signs[5:]}"
