"""The code on a certificate that a person types: nine letters and digits, and one that shows a slip.

No 0, O, 1, I or L, which look alike. The alphabet has 31 signs, a prime, so that the check finds every wrong sign and
every two that changed places.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from typing import Final
from unicodedata import normalize

from django.utils.translation import gettext as _

from thidua.core.codes import check_sign, compact, random_signs
from thidua.support.refusals import Refused

ALPHABET: Final = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
LENGTH: Final = 9
MOST_LIKELY: Final = 5
# What a person may read for each sign of the paper; none of the keys in the first line is ever printed.
_LOOKS_LIKE: Final = {
    "0": "QDC8G", "O": "QDC8G", "1": "7JTY", "I": "7JTY", "L": "JEF4", "Đ": "D",
    "8": "B3S", "B": "8E3R", "5": "S6", "S": "58", "2": "Z7", "Z": "27", "6": "G8", "G": "6C", "9": "PQ", "4": "AH",
    "A": "4R", "U": "VW", "V": "UY", "W": "VM", "M": "NW", "N": "MH", "H": "NK", "K": "XH", "X": "KY", "Y": "VX",
    "D": "PQ", "Q": "9D", "C": "GE", "E": "FB", "F": "EP", "P": "FR", "R": "PB", "J": "7U", "T": "7Y", "7": "TZ",
    "3": "8B",
}  # fmt: skip
# Capitals of other alphabets that a keyboard or a copied text may bring.
_FOREIGN: Final = str.maketrans("АВСЕНКМРТХУЅЈΑΒΕΗΚΜΝΡΤΥΧΖ", "ABCEHKMPTXYSJABEHKMNPTYXZ")


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


def likely_codes(typed: str) -> tuple[str, ...]:
    """Return the codes that may have been meant where one sign was misread, or two changed places.

    The check sign tells which of the signs that look alike fits. Nothing is asked of the register here: not
    every one of them has been given out.
    """
    signs = compact(normalize("NFKC", typed)).translate(_FOREIGN)
    if len(signs) != LENGTH + 1:
        return ()
    never = [place for place, sign in enumerate(signs) if sign not in ALPHABET]
    if len(never) > 2:
        return ()
    exchanged: set[str] = set()
    if not never:
        swapped = (
            signs[:place] + signs[place + 1] + signs[place] + signs[place + 2 :] for place in range(LENGTH)
        )
        exchanged = {meant for meant in swapped if meant != signs and _fits(meant)}
    # Where every sign may stand in a code, fingers slipped more likely than eyes did.
    misread = {meant for meant in _readings(signs, never) if _fits(meant)} - exchanged
    return tuple(_shown(meant) for meant in [*sorted(exchanged), *sorted(misread)][:MOST_LIKELY])


def _readings(signs: str, never: list[int]) -> Iterator[str]:
    """Yield what may stand on the paper: each sign that is never printed replaced, else any one sign misread."""
    if never:
        for chosen in product(*(_LOOKS_LIKE.get(signs[place], "") for place in never)):
            meant = list(signs)
            for place, sign in zip(never, chosen, strict=True):
                meant[place] = sign
            yield "".join(meant)
        return
    yield signs
    for place, sign in enumerate(signs):
        for other in _LOOKS_LIKE.get(sign, ""):
            yield signs[:place] + other + signs[place + 1 :]


def _fits(signs: str) -> bool:
    return check_sign(signs[:LENGTH], ALPHABET) == signs[LENGTH]


def _shown(signs: str) -> str:
    return f"{signs[:5]}-{signs[5:]}"
