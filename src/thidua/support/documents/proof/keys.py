"""Ed25519 keys: the one that signs, and the public ones that check, with their ids and days."""

from __future__ import annotations

import base64
import hashlib
from dataclasses import dataclass
from datetime import date
from typing import Any

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey


@dataclass(frozen=True)
class PublicKey:
    """A public key of 32 bytes, in use from `since` to `until` (both included; None: still in use)."""

    raw: bytes
    since: date
    until: date | None = None

    @property
    def id(self) -> str:
        """Return the id: ten letters of base32 of SHA-256."""
        return base64.b32encode(hashlib.sha256(self.raw).digest()).decode("ascii")[:10]

    def check(self, signature: bytes, message: bytes) -> None:
        """Raise cryptography's InvalidSignature unless this key signed `message`."""
        Ed25519PublicKey.from_public_bytes(self.raw).verify(signature, message)

    def pem(self) -> str:
        """Return the key as PEM (SubjectPublicKeyInfo), as openssl reads it."""
        return (
            Ed25519PublicKey.from_public_bytes(self.raw)
            .public_bytes(serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo)
            .decode("ascii")
        )

    def as_data(self) -> dict[str, Any]:
        """Return the key for JSON: id, algorithm, public (base64), since, until."""
        return {
            "id": self.id,
            "algorithm": "Ed25519",
            "public": base64.b64encode(self.raw).decode("ascii"),
            "since": self.since.isoformat(),
            "until": self.until.isoformat() if self.until else None,
        }


def public_key_of(data: dict[str, Any]) -> PublicKey:
    """Return the key that `as_data` wrote."""
    until = data.get("until")
    return PublicKey(
        raw=base64.b64decode(data["public"], validate=True),
        since=date.fromisoformat(data["since"]),
        until=date.fromisoformat(until) if until else None,
    )


@dataclass(frozen=True)
class SigningKey:
    """The private key in use, and its public part."""

    private: Ed25519PrivateKey
    public: PublicKey

    def sign(self, message: bytes) -> bytes:
        """Return the signature, 64 bytes."""
        return self.private.sign(message)


def raw_public(private: Ed25519PrivateKey) -> bytes:
    """Return the 32 bytes of the public part."""
    return private.public_key().public_bytes_raw()


def private_pem(private: Ed25519PrivateKey) -> bytes:
    """Return the private key as PEM (PKCS #8), not encrypted: its file is readable by the owner only."""
    return private.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )


def private_from_text(text: str) -> Ed25519PrivateKey:
    """Return the key given as PEM or as base64 of its 32 bytes. Raises ValueError when it is neither."""
    text = text.strip()
    if text.startswith("-----BEGIN"):
        # In an environment variable line breaks are often written as \\n.
        read = serialization.load_pem_private_key(text.replace("\\n", "\n").encode("ascii"), password=None)
        if not isinstance(read, Ed25519PrivateKey):
            raise ValueError("THIDUA_CERTIFICATE_KEY is no Ed25519 key.")
        return read
    return Ed25519PrivateKey.from_private_bytes(base64.b64decode(text, validate=True))
