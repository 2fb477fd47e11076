"""The office's keys: made on first use in THIDUA_VAR/keys, or given by the environment; every public one is kept.

Folder: `certificate-keys.json` lists the public keys with their days; `certificate-<id>.pem` holds a private one.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from typing import Final

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import load_pem_public_key
from django.conf import settings
from django.utils import timezone

from thidua.support.documents.proof.keys import (
    PublicKey,
    SigningKey,
    private_from_text,
    private_pem,
    public_key_of,
    raw_public,
)
from thidua.support.documents.secret_files import key_folder, only_one, replace_file, write_secret

LIST: Final = "certificate-keys.json"
# «# ID · 2026-01-01 – » and the block below it; a block without that line has no days.
_BLOCK: Final = re.compile(
    r"(?:# \w+ · ([\d-]+) – ([\d-]*)\n)?(-----BEGIN PUBLIC KEY-----.+?-----END PUBLIC KEY-----)", re.DOTALL
)


def signing_key() -> SigningKey:
    """Return the key in use today; the first call of an installation makes it."""
    given = settings.CERTIFICATE_KEY
    with _changing() as keys:
        if given:
            return _in_use(keys, private_from_text(given))
        current = next((key for key in keys if key.until is None), None)
        private = _private_of(current) if current else None
        if private is None:
            private = Ed25519PrivateKey.generate()
            _keep(private)
        return _in_use(keys, private)


def rotate() -> SigningKey:
    """Put the key out of use today and return a new one; what the old one signed stays proved.

    Raises RuntimeError where the environment gives the key: change it there.
    """
    if settings.CERTIFICATE_KEY:
        raise RuntimeError("The key comes from THIDUA_CERTIFICATE_KEY: give another there.")
    with _changing() as keys:
        private = Ed25519PrivateKey.generate()
        _keep(private)
        return _in_use(keys, private)


def public_keys() -> list[PublicKey]:
    """Return every key that ever signed here, oldest first."""
    signing_key()
    return _read()


def public_keys_json() -> str:
    """Return all public keys as JSON, for offices that check without a network."""
    return _json(public_keys())


def public_keys_pem() -> str:
    """Return all public keys as PEM blocks, each under a line with its id and days."""
    return "".join(
        f"# {key.id} · {key.since.isoformat()} – {key.until.isoformat() if key.until else ''}\n{key.pem()}"
        for key in public_keys()
    )


def read_public_keys(text: str) -> list[PublicKey]:
    """Return the keys of a file that `public_keys_json` or `public_keys_pem` wrote.

    Raises ValueError, KeyError or TypeError for any other file.
    """
    if not text.lstrip().startswith("{"):
        return [_from_pem(*found.groups()) for found in _BLOCK.finditer(text)]
    return [public_key_of(each) for each in json.loads(text)["keys"]]


def _from_pem(since: str | None, until: str | None, block: str) -> PublicKey:
    public = load_pem_public_key(block.encode("ascii"))
    if not isinstance(public, Ed25519PublicKey):
        raise ValueError("a key of another kind")
    return PublicKey(
        public.public_bytes_raw(),
        since=date.fromisoformat(since) if since else date.min,
        until=date.fromisoformat(until) if until else None,
    )


def _in_use(keys: list[PublicKey], private: Ed25519PrivateKey) -> SigningKey:
    """Make the key the one in use, closing the one before; `keys` is changed."""
    today: date = timezone.localdate()
    raw = raw_public(private)
    for number, key in enumerate(keys):
        if key.raw != raw and key.until is None:
            keys[number] = replace(key, until=today)
        if key.raw == raw and key.until is not None:
            keys[number] = replace(key, until=None)
    known = next((key for key in keys if key.raw == raw), None)
    if known is None:
        known = PublicKey(raw, since=today)
        keys.append(known)
    return SigningKey(private, known)


@contextmanager
def _changing() -> Iterator[list[PublicKey]]:
    """Give the list to one process at a time, and write it when it was changed."""
    with only_one("certificate-keys"):
        keys = _read()
        before = list(keys)
        yield keys
        if keys != before:
            replace_file(key_folder() / LIST, _json(keys).encode("ascii"))


def _read() -> list[PublicKey]:
    path = key_folder() / LIST
    return read_public_keys(path.read_text(encoding="ascii")) if path.exists() else []


def _json(keys: list[PublicKey]) -> str:
    return json.dumps({"format": "THIDUA1", "keys": [key.as_data() for key in keys]}, indent=2) + "\n"


def _keep(private: Ed25519PrivateKey) -> None:
    public = PublicKey(raw_public(private), since=date.min)
    write_secret(key_folder() / f"certificate-{public.id}.pem", private_pem(private))


def _private_of(key: PublicKey) -> Ed25519PrivateKey | None:
    path = key_folder() / f"certificate-{key.id}.pem"
    return private_from_text(path.read_text(encoding="ascii")) if path.exists() else None
