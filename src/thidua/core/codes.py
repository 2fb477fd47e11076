"""Codes that a person copies by hand: random signs, and one more that shows a slip.

An alphabet of 31 signs, a prime, lets the last sign find every wrong sign and every two that changed places.
"""

import secrets


def random_signs(length: int, alphabet: str) -> str:
    """Return `length` signs that nobody can guess."""
    return "".join(secrets.choice(alphabet) for _sign in range(length))


def check_sign(signs: str, alphabet: str) -> str:
    """Return the sign that belongs behind `signs`. Raises ValueError for a sign outside of `alphabet`."""
    total = sum(weight * alphabet.index(sign) for weight, sign in enumerate(signs, start=2))
    return alphabet[-total % len(alphabet)]


def compact(typed: str) -> str:
    """Return what was typed in capitals, without the spaces, hyphens and dots between the signs."""
    return "".join(sign for sign in typed.upper() if not sign.isspace() and sign not in "-–.")
