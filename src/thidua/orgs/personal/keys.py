"""The keys of personal data: given by the environment, or made on first use in THIDUA_VAR/keys.

A master key has 32 bytes. From it come, by HKDF, the key that seals, the key of fingerprints, and its id. In the folder
`data-<id>.key` holds one key as base64 and `data-keys.json` their order, the one in use first; all are readable by
their owner only. THIDUA_DATA_KEY holds the same list itself, separated by commas.
"""

from __future__ import annotations

import base64
import binascii
import json
import os
from dataclasses import dataclass
from typing import Final

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

from thidua.support.documents.secret_files import key_folder, only_one, replace_file, write_secret

KEY_BYTES: Final = 32
_ID_BYTES: Final = 4
_LIST: Final = "data-keys.json"


@dataclass(frozen=True)
class DataKey:
    """What is made of one master key."""

    id: str
    sealing: bytes
    fingerprints: bytes

    def __repr__(self) -> str:
        return f"DataKey({self.id})"  # never the key itself, in no traceback


def data_keys() -> tuple[DataKey, ...]:
    """Return every key that values may be sealed with, the one in use first; the first call makes it."""
    if settings.DATA_KEY:
        return _given(settings.DATA_KEY)
    ids = _listed()
    if not ids:
        with only_one("data-keys"):
            ids = _listed() or _added([])
    return tuple(_kept(id_) for id_ in ids)


def new_data_key() -> DataKey:
    """Make a key, put it in use before the others, and return it.

    Raises RuntimeError where the environment gives the keys: put another before them there.
    """
    if settings.DATA_KEY:
        raise RuntimeError("The keys come from THIDUA_DATA_KEY: put a new one before them there.")
    with only_one("data-keys"):
        return _kept(_added(_listed())[0])


def _given(text: str) -> tuple[DataKey, ...]:
    return tuple(_made_of(_decoded(part)) for part in text.split(",") if part.strip())


def _decoded(text: str) -> bytes:
    try:
        master = base64.b64decode(text.strip(), validate=True)
    except (ValueError, binascii.Error) as fault:
        raise ImproperlyConfigured("A key of personal data must be base64 of 32 bytes.") from fault
    if len(master) != KEY_BYTES:
        raise ImproperlyConfigured("A key of personal data must be base64 of 32 bytes.")
    return master


def _made_of(master: bytes) -> DataKey:
    return DataKey(
        id=_derived(master, b"id", _ID_BYTES).hex(),
        sealing=_derived(master, b"seal", KEY_BYTES),
        fingerprints=_derived(master, b"fingerprint", KEY_BYTES),
    )


def _derived(master: bytes, purpose: bytes, length: int) -> bytes:
    return HKDF(hashes.SHA256(), length, salt=None, info=b"thidua personal data " + purpose).derive(master)


def _listed() -> list[str]:
    path = key_folder() / _LIST
    return list(json.loads(path.read_text(encoding="ascii"))) if path.exists() else []


def _added(ids: list[str]) -> list[str]:
    master = os.urandom(KEY_BYTES)
    key = _made_of(master)
    write_secret(key_folder() / f"data-{key.id}.key", base64.b64encode(master))
    together = [key.id, *ids]
    replace_file(key_folder() / _LIST, json.dumps(together).encode("ascii"))
    return together


def _kept(id_: str) -> DataKey:
    return _made_of(_decoded((key_folder() / f"data-{id_}.key").read_text(encoding="ascii")))
