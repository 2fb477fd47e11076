"""Check an upload and keep it."""

from __future__ import annotations

import hashlib
from pathlib import PurePath
from typing import Any

from django.conf import settings
from django.core.files.base import ContentFile
from django.db import transaction
from django.utils.translation import gettext as _

from thidua.support.files.kinds import (
    CSV,
    DOCUMENTS,
    JPEG,
    FileKind,
    is_phone_picture,
    recognise,
    recognise_table,
)
from thidua.support.files.models import StoredFile
from thidua.support.refusals import Refused


def store_file(
    *, data: bytes, name: str, by: Any, field: str = "file", kinds: tuple[FileKind, ...] = DOCUMENTS
) -> StoredFile:
    """Keep `data` and return its row; equal bytes of the same uploader under the same name are kept once.

    Raises Refused on `field` when the file is empty, too large, or not what its name says.
    """
    kind = _check(data, name, field, kinds)
    digest = hashlib.sha256(data).hexdigest()
    clean_name = PurePath(name.replace("\\", "/")).name[:200]
    known = StoredFile.objects.filter(sha256=digest, original_name=clean_name, uploaded_by=by).first()
    if known is not None:
        return known
    with transaction.atomic():
        row = StoredFile(
            original_name=clean_name,
            content_type=kind.content_type,
            size=len(data),
            sha256=digest,
            uploaded_by=by,
        )
        row.content.save(f"{digest[:32]}{kind.endings[0]}", ContentFile(data), save=False)
        row.save()
    return row


def _check(data: bytes, name: str, field: str, kinds: tuple[FileKind, ...]) -> FileKind:
    if not data:
        raise Refused({field: _("The file “%(name)s” is empty. Choose another file.") % {"name": name}})
    if len(data) > settings.MAX_UPLOAD_BYTES:
        megabytes = settings.MAX_UPLOAD_BYTES // (1024 * 1024)
        raise Refused(
            {
                field: _("The file “%(name)s” is larger than %(limit)s MB. Make it smaller or split it.")
                % {"name": name, "limit": megabytes}
            }
        )
    kind = recognise_table(data) if CSV in kinds else recognise(data)
    ending = PurePath(name).suffix.lower()
    if kind is None and JPEG in kinds and is_phone_picture(data):
        raise Refused(
            {
                field: _(
                    "“%(name)s” is a HEIC photo, which not every device opens. On an iPhone choose Settings, Camera, "
                    "Formats, Most Compatible, and take it again; or save it as JPG, then send it."
                )
                % {"name": name}
            }
        )
    if kind is None and any(ending in one.endings for one in kinds):
        raise Refused(
            {
                field: _(
                    "“%(name)s” is damaged, or not the %(kind)s that its name says. "
                    "Save or scan it again, then send it."
                )
                % {"name": name, "kind": ending.lstrip(".").upper()}
            }
        )
    if kind is None or kind not in kinds:
        endings = ", ".join(ending.lstrip(".").upper() for kind in kinds for ending in kind.endings[:1])
        raise Refused(
            {
                field: _("The file “%(name)s” cannot be taken. Send one of: %(endings)s.")
                % {"name": name, "endings": endings}
            }
        )
    if ending not in kind.endings:
        raise Refused(
            {
                field: _("“%(name)s” is not what its name says: its content is %(kind)s. Rename it.")
                % {"name": name, "kind": kind.endings[0].lstrip(".").upper()}
            }
        )
    return kind
