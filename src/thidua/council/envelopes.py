"""What lies inside an envelope: the hash of the receipt and one letter per secret item, always equally long."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from django.utils.crypto import constant_time_compare, salted_hmac

from thidua.council.enums import Choice
from thidua.council.sealing import BoxCannotBeOpened, seal, unseal

# Without letters and digits that are taken for one another.
ALPHABET: Final = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
CODE_LENGTH: Final = 16  # 80 bits
_LETTERS: Final = {Choice.YES: "Y", Choice.NO: "N", Choice.ABSTAIN: "A"}
_CHOICES: Final = {letter: choice for choice, letter in _LETTERS.items()}
_NONE: Final = "-"


@dataclass(frozen=True)
class Opened:
    """One envelope after opening: the receipt's hash, and a choice for each secret item (None: recused)."""

    receipt_hash: str
    choices: tuple[Choice | None, ...]


def new_code() -> str:
    """Return a receipt that nobody can guess: «7KQ4-M2XT-9HWD-P3RA»."""
    letters = "".join(secrets.choice(ALPHABET) for _ in range(CODE_LENGTH))
    return "-".join(letters[start : start + 4] for start in range(0, CODE_LENGTH, 4))


def key_mark(public_key: str, box: UUID) -> str:
    """Return the mark of a box's public key: whoever writes to the database cannot put a key of theirs in its place."""
    return salted_hmac(f"thidua.council.box.{box.hex}", public_key, algorithm="sha256").hexdigest()


def receipt_hash(code: str, box: UUID) -> str:
    """Return the hash under which a receipt is published; small letters and gaps do not matter."""
    typed = "".join(letter for letter in code.upper() if letter in ALPHABET)
    return hashlib.sha256(f"{box.hex}:{typed}".encode()).hexdigest()


def put_in(
    choices: Mapping[int, Choice], items: Sequence[int], hashed: str, *, box: UUID, public_key: str
) -> str:
    """Return an envelope with the choices for `items` (keys of the secret items, in the order of the box)."""
    letters = "".join(_LETTERS[choices[item]] if item in choices else _NONE for item in items)
    text = f"{hashed}|{letters}"
    return seal(f"{text}|{_mark(text, box)}".encode(), box=box, public_key=public_key)


def open_all(envelopes: list[str], *, box: UUID) -> list[Opened]:
    """Return the content of the envelopes. Raises BoxCannotBeOpened, also for one this installation did not make."""
    return [_read(text.decode(), box) for text in unseal(envelopes, box=box)]


def _read(text: str, box: UUID) -> Opened:
    body, _, mark = text.rpartition("|")
    if not constant_time_compare(mark, _mark(body, box)):
        raise BoxCannotBeOpened("an envelope was not made by this installation")
    hashed, _, letters = body.partition("|")
    return Opened(hashed, tuple(_CHOICES.get(letter) for letter in letters))


def _mark(text: str, box: UUID) -> str:
    """Whoever can only write to the database knows the public key, but not the secret of the installation."""
    return salted_hmac(f"thidua.council.envelope.{box.hex}", text, algorithm="sha256").hexdigest()
