"""What is no photo, or none that can be opened, said in sentences beside the field."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import PurePath

from django.conf import settings
from django.utils.translation import gettext as _

from thidua.support.photos.kinds import PHOTOS, PhotoKind, recognise
from thidua.support.photos.pictures import LEAST_SIDE, MOST_PIXELS, Damaged, TooManyPixels, TooSmall
from thidua.support.refusals import Refused


def shown_name(name: str) -> str:
    """Return the name of a file as it may be shown: without folders, and not endless."""
    return PurePath(name.replace("\\", "/")).name[:200] or "photo"


def checked_kind(data: bytes, name: str, field: str, kinds: tuple[PhotoKind, ...] = PHOTOS) -> PhotoKind:
    """Return which picture of `kinds` the bytes are.

    Raises Refused on `field` when they are none, empty, too large, or not what the name says.
    """
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
    if kind is None and any(ending in one.endings for one in kinds):
        said = _("“%(name)s” is not a picture, whatever its name says. Choose the picture itself.")
        raise Refused({field: said % {"name": name}})
    if kind not in kinds:
        raise Refused(
            {
                field: _("“%(name)s” is not a photo that can be taken. Send one of: %(kinds)s.")
                % {"name": name, "kinds": ", ".join(one.name for one in kinds)}
            }
        )
    assert kind is not None
    if ending and ending not in kind.endings:
        raise Refused(
            {
                field: _("“%(name)s” is not what its name says: it is a %(kind)s picture. Rename it.")
                % {"name": name, "kind": kind.name}
            }
        )
    return kind


@contextmanager
def opened_or_refused(name: str, field: str) -> Iterator[None]:
    """Turn what goes wrong while a picture is opened into a refusal on `field`."""
    try:
        yield
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
