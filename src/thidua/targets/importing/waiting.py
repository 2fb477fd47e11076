"""Uploaded tables between their preview and their confirmation: kept for a day, each for its uploader alone."""

from __future__ import annotations

import hashlib
import re
from datetime import timedelta
from typing import Final

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.utils import timezone

from thidua.accounts.models import User

FOLDER: Final = "imports-waiting"
KEPT_FOR: Final = timedelta(days=1)
_TOKEN: Final = re.compile(r"[0-9a-f]{64}")


def keep(data: bytes, by: User) -> str:
    """Keep the bytes and return the token by which the same person gets them back."""
    _forget_old()
    token = hashlib.sha256(data).hexdigest()
    name = _name(token, by)
    if not default_storage.exists(name):
        default_storage.save(name, ContentFile(data))
    return token


def take(token: str, by: User) -> bytes | None:
    """Return the bytes, or None when they were never kept, not by this person, or too long ago."""
    if not _TOKEN.fullmatch(token) or not default_storage.exists(_name(token, by)):
        return None
    with default_storage.open(_name(token, by), "rb") as file:
        data: bytes = file.read()
    return data


def _name(token: str, by: User) -> str:
    return f"{FOLDER}/{by.pk}-{token}"


def _forget_old() -> None:
    if not default_storage.exists(FOLDER):
        return
    for name in default_storage.listdir(FOLDER)[1]:
        path = f"{FOLDER}/{name}"
        if timezone.now() - default_storage.get_modified_time(path) > KEPT_FOR:
            default_storage.delete(path)
