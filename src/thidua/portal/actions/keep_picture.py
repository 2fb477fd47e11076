"""Keep a picture for articles, and name a topic."""

from __future__ import annotations

from io import BytesIO

from django.core.files.images import ImageFile
from django.db import transaction
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.portal.access import may_write
from thidua.portal.models import EditorialImage, Topic
from thidua.support.audit.actions.record import record
from thidua.support.refusals import NotAllowed


def keep_picture(*, title: str, content: bytes, name: str, source: str, by: User) -> EditorialImage:
    """Keep the bytes of a picture as the file `name`, and return it. Raises NotAllowed."""
    _require_writing(by)
    with transaction.atomic():
        file = ImageFile(BytesIO(content), name=name)
        picture = EditorialImage(title=title, source=source, uploaded_by_user=by, file=file)
        picture.save(force_insert=True)
        record(by=by, action="portal.picture_kept", subject=picture, details={"source": source})
    return picture


def name_topic(*, slug: str, name: str, name_en: str, order: int, by: User) -> Topic:
    """Keep a topic, or return the one of that address. Raises NotAllowed."""
    _require_writing(by)
    with transaction.atomic():
        known = Topic.objects.filter(slug=slug).first()
        if known is not None:
            return known
        topic = Topic.objects.create(slug=slug, name=name, name_en=name_en, order=order)
        record(by=by, action="portal.topic_named", subject=topic, details={"name": name})
    return topic


def _require_writing(by: User) -> None:
    if not may_write(by):
        raise NotAllowed(_("Only editors and leaders of the Board write what the public reads."))
