"""The sealed ballot box: everybody may put an envelope in, only the key of the box opens them.

The public half of the key stands with the session. The private half lies in a file outside the database, so that a
copy of the database, its logs or its backups open nothing, and is destroyed once the box is empty. X25519, HKDF and
AES-256-GCM as in RFC 9180's base mode, put together from the primitives of `cryptography`.
"""

from __future__ import annotations

import base64
import os
from contextlib import suppress
from pathlib import Path
from typing import Final
from uuid import UUID, uuid4

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from thidua.support.documents.secret_files import key_folder

KEY_BYTES: Final = 32
# Each envelope has a key of its own, used once: a fixed nonce is safe.
NONCE: Final = bytes(12)


class BoxCannotBeOpened(Exception):
    """The key is not there, or an envelope was not sealed for this box."""


def new_box() -> tuple[UUID, str]:
    """Make a box and return its name and its public key (hexadecimal); the private key is written to its file."""
    box, private = uuid4(), X25519PrivateKey.generate()
    path = _key_file(box)
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(private.private_bytes_raw())
        file.flush()
        os.fsync(file.fileno())
    return box, private.public_key().public_bytes_raw().hex()


def seal(text: bytes, *, box: UUID, public_key: str) -> str:
    """Return `text` sealed for `box`; equally long texts give equally long envelopes."""
    once = X25519PrivateKey.generate()
    theirs = X25519PublicKey.from_public_bytes(bytes.fromhex(public_key))
    sender = once.public_key().public_bytes_raw()
    key = _envelope_key(once.exchange(theirs), sender, bytes.fromhex(public_key))
    return base64.b64encode(sender + AESGCM(key).encrypt(NONCE, text, box.bytes)).decode("ascii")


def unseal(envelopes: list[str], *, box: UUID) -> list[bytes]:
    """Return what is inside the envelopes, in their order. Raises BoxCannotBeOpened."""
    try:
        private = X25519PrivateKey.from_private_bytes(_key_file(box).read_bytes())
    except (OSError, ValueError) as fault:
        raise BoxCannotBeOpened("the key of the box is not there") from fault
    public = private.public_key().public_bytes_raw()
    return [_opened(envelope, private, public, box) for envelope in envelopes]


def destroy_key(box: UUID) -> None:
    """Overwrite and remove the private key of the box; nothing happens when it is gone already."""
    path = _key_file(box)
    with suppress(FileNotFoundError):
        with path.open("r+b") as file:
            file.write(os.urandom(KEY_BYTES))
            file.flush()
            os.fsync(file.fileno())
        path.unlink()


def has_key(box: UUID) -> bool:
    """Tell whether the box can still be opened."""
    return _key_file(box).exists()


def _opened(envelope: str, private: X25519PrivateKey, public: bytes, box: UUID) -> bytes:
    try:
        data = base64.b64decode(envelope, validate=True)
        sender, text = data[:KEY_BYTES], data[KEY_BYTES:]
        key = _envelope_key(private.exchange(X25519PublicKey.from_public_bytes(sender)), sender, public)
        return AESGCM(key).decrypt(NONCE, text, box.bytes)
    except (ValueError, InvalidTag) as fault:
        raise BoxCannotBeOpened("an envelope was not sealed for this box") from fault


def _envelope_key(shared: bytes, sender: bytes, receiver: bytes) -> bytes:
    derivation = HKDF(hashes.SHA256(), KEY_BYTES, salt=sender + receiver, info=b"thidua council ballot")
    return derivation.derive(shared)


def _key_file(box: UUID) -> Path:
    return key_folder() / "council" / f"{box.hex}.key"
