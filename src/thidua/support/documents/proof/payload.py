"""What a certificate's QR says, written, signed, read and checked; the form is told in this package's docstring."""

from __future__ import annotations

import base64
import binascii
import unicodedata
from collections.abc import Iterable
from dataclasses import astuple, dataclass
from datetime import date
from typing import Final

from cryptography.exceptions import InvalidSignature
from django.utils.translation import gettext as _

from thidua.support.documents.proof.keys import PublicKey, SigningKey
from thidua.support.refusals import Refused

PREFIX: Final = "THIDUA1:"
_DOMAIN: Final = b"THIDUA1\n"
_SIGNATURE: Final = 64  # bytes
_LONGEST: Final = 2000  # letters; a longer text is no proof of ours


@dataclass(frozen=True)
class Proof:
    """What is proved of one certificate."""

    code: str
    name: str
    award: str
    decision_number: str
    decided_on: date


@dataclass(frozen=True)
class SignedProof:
    """A proof as it was read, not yet checked: who signed it, and the signature."""

    proof: Proof
    key_id: str
    lines: bytes
    signature: bytes


def sign(proof: Proof, key: SigningKey) -> str:
    """Return the text of the QR. Raises ValueError for a text of more than one line."""
    lines = _lines(proof, key.public.id)
    signature = key.sign(_DOMAIN + lines)
    return PREFIX + _letters(lines + signature)


def read(text: str) -> SignedProof:
    """Return what the text says, without checking it; spaces, small letters and a link before `#` do no harm.

    Raises Refused when it is not a proof in the form of this version.
    """
    letters = "".join(text.split()).upper().rpartition("#")[2]
    if not letters.startswith(PREFIX) or len(letters) > _LONGEST:
        raise Refused(_("This is not the code of a certificate: it begins with THIDUA1."))
    letters = letters.removeprefix(PREFIX)
    try:
        data = base64.b32decode(letters + "=" * (-len(letters) % 8))
        if _letters(data) != letters:
            raise ValueError("base32 with bits left over")
        lines, signature = data[:-_SIGNATURE], data[-_SIGNATURE:]
        key_id, code, name, award, number, day, rest = lines.decode("utf-8").split("\n")
        proof = Proof(code, name, award, number, date.fromisoformat(day))
    except (binascii.Error, ValueError) as fault:
        raise Refused(
            _("The code was not read completely. Scan it again, closer and in better light.")
        ) from fault
    if rest:
        raise Refused(_("The code was not read completely. Scan it again, closer and in better light."))
    return SignedProof(proof, key_id, lines, signature)


def verify(text: str, keys: Iterable[PublicKey]) -> Proof:
    """Return what the text proves, when one of `keys` signed it. Needs nothing but the public keys.

    A key that was put out of use proves no decision of a later day. Raises Refused with the reason otherwise.
    """
    signed = read(text)
    key = next((key for key in keys if key.id == signed.key_id), None)
    if key is None:
        raise Refused(_("No office that is known here signed this code: the certificate is not proved."))
    try:
        key.check(signed.signature, _DOMAIN + signed.lines)
    except InvalidSignature as fault:
        raise Refused(
            _("The signature does not belong to these words: the certificate was changed or forged.")
        ) from fault
    if key.until is not None and signed.proof.decided_on > key.until:
        raise Refused(_("The key was out of use on the day of this decision: the certificate is not proved."))
    return signed.proof


def _letters(data: bytes) -> str:
    return base64.b32encode(data).decode("ascii").rstrip("=")


def _lines(proof: Proof, key_id: str) -> bytes:
    said = [key_id, *(str(value) for value in astuple(proof))]
    lines = [unicodedata.normalize("NFC", line) for line in said]
    if any(not line.isprintable() for line in lines):
        raise ValueError("A proof has one line for each of its parts.")
    return "".join(f"{line}\n" for line in lines).encode("utf-8")
