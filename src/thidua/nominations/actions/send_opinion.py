"""Send an opinion about a nominee without an account."""

from __future__ import annotations

from datetime import datetime
from pathlib import PurePath
from typing import Final

from django.utils.translation import gettext as _

from thidua.core.follow_up import new_code
from thidua.nominations.actions.moving import moment
from thidua.nominations.actions.record_opinion import record_opinion, require_open
from thidua.nominations.models import Nomination, Opinion, PublicConsultation
from thidua.support.files.actions import store_file
from thidua.support.files.kinds import PDF
from thidua.support.files.models import StoredFile
from thidua.support.photos.actions import keep_photo
from thidua.support.photos.kinds import PHOTOS, recognise
from thidua.support.photos.models import Photo
from thidua.support.refusals import Refused

KIND: Final = "YK"
FIELD: Final = "upload"


def send_opinion(
    *,
    consultation: PublicConsultation,
    stance: str,
    text: str,
    nomination: Nomination | None = None,
    sender_name: str = "",
    contact: str = "",
    data: bytes | None = None,
    name: str = "",
    at: datetime | None = None,
) -> Opinion:
    """Keep what a visitor sent and return it with its code; it waits for moderation, its name is sealed.

    `data`, `name`: one photo or PDF, for the office alone. Raises Refused where the consultation is not open at that
    moment, on `upload` where the file cannot be taken.
    """
    when = moment(at)
    require_open(consultation, when)  # before a file is looked at: that takes time
    photo, file = _kept(data, name) if data is not None else (None, None)
    return record_opinion(
        consultation=consultation,
        text=text,
        by=None,
        nomination=nomination,
        sender_name=sender_name,
        contact=contact,
        show_name=False,
        stance=stance,
        code=new_code(KIND),
        photo=photo,
        file=file,
        at=when,
    )


def _kept(data: bytes, name: str) -> tuple[Photo | None, StoredFile | None]:
    ending = PurePath(name).suffix.lower()
    if ending in PDF.endings or data.startswith(b"%PDF"):
        return None, store_file(data=data, name=name, by=None, field=FIELD, kinds=(PDF,))
    if data and recognise(data) is None and not any(ending in kind.endings for kind in PHOTOS):
        kinds = ", ".join([*(kind.name for kind in PHOTOS), "PDF"])
        said = _("“%(name)s” is neither a photo nor a PDF. Send one of: %(kinds)s.")
        raise Refused({FIELD: said % {"name": PurePath(name).name[:200], "kinds": kinds}})
    return keep_photo(data=data, name=name, by=None, field=FIELD), None
