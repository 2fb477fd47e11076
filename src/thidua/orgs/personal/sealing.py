"""Sealing one value for one place: AES-256-GCM, the id of the key in the value, its place as associated data.

A sealed value reads `1.<key id>.<base64 of nonce and ciphertext>`. Opened anywhere but in the column and for the person
it was sealed for, it is refused: a value that was moved from row to row does not pass for that row's own.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
import os
from collections.abc import Sequence
from typing import Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from thidua.orgs.personal.keys import DataKey, data_keys

_VERSION: Final = "1"
_NONCE_BYTES: Final = 12


class CannotBeOpened(Exception):
    """The key is not there, or the value was changed or moved here from elsewhere."""


def seal(text: str, *, column: str, person_id: int, key: DataKey | None = None) -> str:
    """Return `text` sealed for a column and a person, with the key in use unless another is named."""
    used = key or data_keys()[0]
    nonce = os.urandom(_NONCE_BYTES)
    sealed = AESGCM(used.sealing).encrypt(nonce, text.encode("utf-8"), _place(column, person_id))
    return f"{_VERSION}.{used.id}.{base64.urlsafe_b64encode(nonce + sealed).decode('ascii')}"


def unseal(value: str, *, column: str, person_id: int, keys: Sequence[DataKey] | None = None) -> str:
    """Return what was sealed for this column and this person; raises CannotBeOpened."""
    version, _, rest = value.partition(".")
    id_, _, text = rest.partition(".")
    key = next((one for one in keys or data_keys() if one.id == id_), None)
    if version != _VERSION or key is None:
        raise CannotBeOpened(f"no key {id_}")
    try:
        data = base64.urlsafe_b64decode(text)
        opened = AESGCM(key.sealing).decrypt(
            data[:_NONCE_BYTES], data[_NONCE_BYTES:], _place(column, person_id)
        )
    except (ValueError, binascii.Error, InvalidTag) as fault:
        raise CannotBeOpened("changed, or moved here from elsewhere") from fault
    return opened.decode("utf-8")


def key_id_of(value: str) -> str:
    """Return the id of the key that a value was sealed with."""
    return value.split(".")[1]


def fingerprint(text: str, *, column: str, key: DataKey | None = None) -> str:
    """Return what is equal for equal texts under one key, and tells nothing to whoever has no key."""
    used = key or data_keys()[0]
    digest = hmac.new(used.fingerprints, f"{column}\0{text}".encode(), hashlib.sha256)
    return f"{used.id}.{digest.hexdigest()}"


def fingerprints(text: str, *, column: str) -> list[str]:
    """Return the fingerprints of a text under every key, for looking it up while keys change."""
    return [fingerprint(text, column=column, key=key) for key in data_keys()]


def _place(column: str, person_id: int) -> bytes:
    return f"thidua personal data 1|{column}|{person_id}".encode("ascii")
