"""Take in what somebody says about a nominee."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.core.vietnamese.hygiene import clean_line, clean_text
from thidua.nominations.actions.moving import moment
from thidua.nominations.clock_rows import local_day
from thidua.nominations.enums import OpinionStance
from thidua.nominations.models import Nomination, Opinion, PublicConsultation
from thidua.nominations.queries import is_open_to_the_public
from thidua.support.audit.actions.record import record
from thidua.support.edits import Faults, misfits
from thidua.support.files.models import StoredFile
from thidua.support.photos.models import Photo
from thidua.support.refusals import Refused

LONGEST = 5000


def record_opinion(
    *,
    consultation: PublicConsultation,
    text: str,
    by: User | None = None,
    nomination: Nomination | None = None,
    sender_name: str = "",
    contact: str = "",
    show_name: bool = False,
    stance: str = OpinionStance.INFORMS,
    code: str = "",
    photo: Photo | None = None,
    file: StoredFile | None = None,
    at: datetime | None = None,
) -> Opinion:
    """Keep an opinion and return it; it waits for moderation. Anybody may send one while the consultation is open.

    `by` None: sent by a visitor; else the officer who took it down from a letter or a call. The log keeps no name, no
    contact and no code of the sender. Raises Refused.
    """
    values = {"sender_name": clean_line(sender_name), "contact": clean_line(contact)}
    text = clean_text(text)
    when = moment(at)
    faults: Faults = misfits(Opinion, values)
    if not text:
        faults["text"] = _("Write your opinion.")
    elif len(text) > LONGEST:
        faults["text"] = _("The opinion is longer than 5,000 characters. Shorten it.")
    if stance not in OpinionStance.values:
        faults["stance"] = _("Say whether you agree, speak against it, or give information.")
    if show_name and not values["sender_name"]:
        faults["sender_name"] = _("Write the name that may be shown, or leave it hidden.")
    if nomination is not None and nomination.dossier_id != consultation.dossier_id:
        faults["nomination"] = _("This nominee is not on the list.")
    if faults:
        raise Refused(faults)
    with transaction.atomic():
        row = PublicConsultation.objects.select_for_update().get(pk=consultation.pk)
        require_open(row, when)
        made = Opinion.objects.create(
            consultation=row,
            nomination=nomination,
            text=text,
            show_name=show_name,
            stance=stance,
            code=code,
            photo=photo,
            file=file,
            received_at=when,
            recorded_by=by,
            **values,
        )
        details = {"stance": stance, "nominee": nomination and nomination.recipient_name}
        record(by=by, action="nominations.opinion_received", subject=row, details=details)
    return made


def require_open(consultation: PublicConsultation, when: datetime) -> None:
    """Raise Refused unless everybody may speak in the consultation at that moment."""
    if not is_open_to_the_public(consultation, local_day(when)):
        raise Refused(_("The consultation is over. Write to the office; it must answer a signed letter."))
