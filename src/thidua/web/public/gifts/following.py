"""What became of a promise, told to whoever has its code."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext as _

from thidua.contributions.models import Pledge
from thidua.contributions.queries import pledge_kept, pledge_with
from thidua.web.shell import formats
from thidua.web.shell.follow_up import Followed
from thidua.web.shell.gift_amounts import exact_amount
from thidua.web.shell.tags import Tag, Tone


def pledge_followed(code: str) -> Followed | None:
    """Return the state of the promise with `code`, and the receipt once there is one; None for a strange code."""
    row = pledge_with(code)
    if row is None:
        return None
    tag, sentence = _state(row)
    receipt = row.receipts.filter(reversed_on__isnull=True).order_by("-year", "-number").first()
    slug = row.drive.slug
    return Followed(
        title=_("Your promise to “%(drive)s”") % {"drive": row.drive.name},
        tag=tag,
        sentence=sentence,
        answer=row.called_off_reason,
        url=(
            reverse("public-gift", args=[slug, receipt.year, receipt.number])
            if receipt
            else reverse("public-drive", args=[slug])
        ),
        url_label=_("See where your gift went") if receipt else _("See the drive"),
    )


def _state(row: Pledge) -> tuple[Tag, str]:
    kept = pledge_kept(row)
    numbers = {
        "promised": exact_amount(row.kind, row.amount),
        "kept": exact_amount(row.kind, kept),
        "day": formats.day(row.promised_on),
    }
    if kept >= row.amount:
        return Tag(_("received"), Tone.SUCCESS), _(
            "The office has received %(kept)s and issued a receipt."
        ) % numbers
    if row.called_off_on:
        return Tag(_("called off"), Tone.NEUTRAL), _("This promise was called off.")
    if kept:
        said = _("The office has received %(kept)s of the %(promised)s that you promised.")
        return Tag(_("received in part"), Tone.INFO), said % numbers
    if row.confirmed_on:
        said = _("The office has confirmed your promise of %(promised)s and waits for the gift.")
        return Tag(_("confirmed"), Tone.INFO), said % numbers
    said = _("The office has your promise of %(promised)s from %(day)s and will call you back.")
    return Tag(_("waits for a call"), Tone.INFO), said % numbers
