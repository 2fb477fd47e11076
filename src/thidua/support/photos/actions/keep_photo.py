"""Check a photo and keep it."""

from __future__ import annotations

import hashlib
from pathlib import PurePath
from typing import Any

from django.conf import settings
from django.core.files.base import ContentFile
from django.db import transaction
from django.utils.translation import gettext as _

from thidua.support.photos.kinds import PHOTOS, PhotoKind, recognise
from thidua.support.photos.models import Photo
from thidua.support.photos.pictures import (
    LEAST_SIDE,
    MOST_PIXELS,
    Damaged,
    Pictures,
    TooManyPixels,
    TooSmall,
    pictures_of,
)
from thidua.support.refusals import Refused


def keep_photo(*, data: bytes, name: str, by: Any, field: str = "photo") -> Photo:
    """Keep the photo in `data` in two sizes and return its row; of one uploader, equal bytes are kept once.

    `by` is None for a visitor without an account. Raises Refused on `field` when the file is empty, too large,
    damaged, not what its name says, too large to decode or too small to show anything.
    """
    shown = PurePath(name.replace("\\", "/")).name[:200] or "photo"
    kind = _kind(data, shown, field)
    digest = hashlib.sha256(data).hexdigest()
    known = Photo.objects.filter(sha256=digest, uploaded_by=by).first()
    if known is not None:
        return known
    pictures = _pictures(data, kind, shown, field)
    with transaction.atomic():
        row = Photo(
            original_name=shown,
            sha256=digest,
            width=pictures.width,
            height=pictures.height,
            uploaded_by=by,
        )
        row.large.save(f"{digest[:32]}-large.jpg", ContentFile(pictures.large), save=False)
        row.small.save(f"{digest[:32]}-small.jpg", ContentFile(pictures.small), save=False)
        row.save()
    return row


def _kind(data: bytes, name: str, field: str) -> PhotoKind:
    if not data:
        raise Refused({field: _("The photo “%(name)s” is empty. Choose another photo.") % {"name": name}})
    if len(data) > settings.MAX_UPLOAD_BYTES:
        limit = settings.MAX_UPLOAD_BYTES // (1024 * 1024)
        raise Refused(
            {
                field: _("The photo “%(name)s” is larger than %(limit)s MB. Send a smaller copy of it.")
                % {"name": name, "limit": limit}
            }
        )
    kind = recognise(data)
    ending = PurePath(name).suffix.lower()
    if kind is None and any(ending in one.endings for one in PHOTOS):
        raise _damaged(name, field)
    if kind is None:
        raise Refused(
            {
                field: _("“%(name)s” is not a photo that can be taken. Send one of: %(kinds)s.")
                % {"name": name, "kinds": ", ".join(one.name for one in PHOTOS)}
            }
        )
    if ending and ending not in kind.endings:
        raise Refused(
            {
                field: _("“%(name)s” is not what its name says: it is a %(kind)s picture. Rename it.")
                % {"name": name, "kind": kind.name}
            }
        )
    return kind


def _pictures(data: bytes, kind: PhotoKind, name: str, field: str) -> Pictures:
    try:
        return pictures_of(data, kind)
    except TooManyPixels:
        said = _("The photo “%(name)s” has more than %(limit)s million pixels. Send a smaller copy of it.")
        raise Refused({field: said % {"name": name, "limit": MOST_PIXELS // 1_000_000}}) from None
    except TooSmall as small:
        width, height = small.args
        said = _(
            "The photo “%(name)s” has only %(width)s × %(height)s pixels. "
            "Send one with at least %(least)s pixels on each side."
        )
        sizes = {"name": name, "width": width, "height": height, "least": LEAST_SIDE}
        raise Refused({field: said % sizes}) from None
    except Damaged:
        raise _damaged(name, field) from None


def _damaged(name: str, field: str) -> Refused:
    return Refused(
        {
            field: _(
                "The photo “%(name)s” is damaged and cannot be opened. Take or save it again, then send it."
            )
            % {"name": name}
        }
    )
