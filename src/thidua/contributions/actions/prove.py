"""Show what an allocation became, and strike out what shows it wrongly."""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.contributions.actions.locking import checked_reason, locked_drive
from thidua.contributions.models import Allocation, Proof
from thidua.core.vietnamese.hygiene import clean_line
from thidua.support.audit.actions.record import record
from thidua.support.edits import misfits
from thidua.support.photos.models import Photo
from thidua.support.refusals import Refused


def prove(
    *, allocation: Allocation, photo: Photo, caption: str, alternative: str, shown_on: date, by: User
) -> Proof:
    """Add a photo to an allocation and return the row; raises NotAllowed, or Refused per field."""
    with transaction.atomic():
        locked_drive(allocation.drive_id, by)
        row = Allocation.objects.get(pk=allocation.pk)
        if row.reversed_on:
            raise Refused(_("This allocation was reversed. Add the proof to the one that stands."))
        values = {
            "caption": clean_line(caption),
            "alternative": clean_line(alternative),
            "shown_on": shown_on,
        }
        faults = misfits(Proof, values)
        if not values["caption"]:
            faults["caption"] = _(
                "Write what is to be seen, for example “Đường thôn Bản Đoóc sau khi đổ bê tông”."
            )
        if not values["alternative"]:
            faults["alternative"] = _(
                "Tell in a few words what the photo shows, for those who cannot see it."
            )
        if shown_on > timezone.localdate():
            faults["shown_on"] = _("This day has not come yet. Write the day that the proof shows.")
        if faults:
            raise Refused(faults)
        proof = Proof.objects.create(allocation=row, photo=photo, **values)
        details = values | {"allocation": row, "photo": photo}
        record(by=by, action="contributions.proof_added", subject=proof, details=details)
    return proof


def strike_proof(*, proof: Proof, reason: str, by: User) -> Proof:
    """Strike out a proof and return it; raises NotAllowed, or Refused without a reason or a second time."""
    why = checked_reason(reason)
    with transaction.atomic():
        locked_drive(proof.allocation.drive_id, by)
        row = Proof.objects.get(pk=proof.pk)
        if row.struck_on:
            raise Refused(_("This proof was struck out already. Nothing was changed."))
        row.struck_on, row.struck_reason = timezone.localdate(), why
        row.save(update_fields=["struck_on", "struck_reason"])
        record(by=by, action="contributions.proof_struck", subject=row, details={"reason": why})
    return row
