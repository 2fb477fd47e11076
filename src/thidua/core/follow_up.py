"""The code by which a visitor without an account asks what became of what they sent: «YK-7K0RM-XW9HD».

Two letters say what was sent; nine random signs (31⁹ are possible) and a check sign follow. The letters I, L, O, Q and
U are never used: who types them means the 1, the 0 or the V that they look like.
"""

from dataclasses import dataclass
from enum import Enum
from typing import Final

from thidua.core.codes import check_sign, compact, random_signs

ALPHABET: Final = "0123456789ABCDEFGHJKMNPRSTVWXYZ"
RANDOM: Final = 9
KIND: Final = 2
LENGTH: Final = KIND + RANDOM + 1
_MEANT: Final = str.maketrans("OQILU", "0011V")


class CodeFault(Enum):
    """Why something typed cannot be a code."""

    LENGTH = "length"
    SIGN = "sign"
    CHECK = "check"


@dataclass
class CodeRefused(ValueError):
    """What was typed cannot be a code; `signs` are those that no code has."""

    fault: CodeFault
    signs: tuple[str, ...] = ()


def new_code(kind: str) -> str:
    """Return a new code of `kind`, two capital letters. Raises ValueError for another kind."""
    if not (len(kind) == KIND and kind.isascii() and kind.isalpha() and kind.isupper()):
        raise ValueError(kind)
    signs = random_signs(RANDOM, ALPHABET)
    return _shown(kind, signs + check_sign(signs, ALPHABET))


def read_code(typed: str) -> str:
    """Return the code as it is kept, however it was typed: small letters, spaces, look-alike letters, no hyphens.

    Raises CodeRefused.
    """
    signs = compact(typed)
    if len(signs) != LENGTH:
        raise CodeRefused(CodeFault.LENGTH)
    kind, rest = signs[:KIND], signs[KIND:].translate(_MEANT)
    wrong = [sign for sign in kind if not (sign.isascii() and sign.isalpha())]
    wrong += [sign for sign in rest if sign not in ALPHABET]
    if wrong:
        raise CodeRefused(CodeFault.SIGN, tuple(dict.fromkeys(wrong)))
    if check_sign(rest[:RANDOM], ALPHABET) != rest[RANDOM]:
        raise CodeRefused(CodeFault.CHECK)
    return _shown(kind, rest)


def kind_of(code: str) -> str:
    """Return the two letters that say what was sent."""
    return code[:KIND]


def _shown(kind: str, signs: str) -> str:
    return f"{kind}-{signs[:5]}-{signs[5:]}"
