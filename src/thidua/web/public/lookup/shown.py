"""Awards as the public reads them in a list: who, what, by which decision, and whether it still counts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from thidua.decisions.queries import CertificateChange, certificate_changes
from thidua.registry.enums import AwardStatus, RecipientKind
from thidua.registry.models import Award
from thidua.registry.open_data import PublicAward, public_view
from thidua.registry.open_data.fields import PublicChoices
from thidua.web.shell import formats
from thidua.web.shell.tags import Tag, Tone


@dataclass(frozen=True)
class ShownAward:
    """An award in words. `decision_url`: its decision's page, "" where the decision is not public.

    `why`: since when and by which decision it does not count any more, or which paper took the first one's place.
    """

    award: PublicAward
    name: str
    kind: str
    where: str
    paper: str
    decision_url: str
    status: Tag
    why: str


def shown_awards(awards: Sequence[Award], choices: PublicChoices) -> list[ShownAward]:
    """Return awards (with their conferrals) in words; four queries, whatever their number.

    Those of which the Board shows nothing are left out.
    """
    # Only what was granted here has certificates that are known; old books cost no query.
    changes = certificate_changes([award.pk for award in awards if award.conferral.from_decision])
    papers = {award.pk: award.conferral_id for award in awards}
    kind = cache(lambda value: str(capfirst(RecipientKind(value).label)))
    first = reverse("public-decision", args=[0]).removesuffix("0")
    rows = []
    for one in public_view(awards, choices):
        status, why = _status(one, changes.get(one.id))
        rows.append(
            ShownAward(
                award=one,
                name=_("name not public") if one.name is None else one.name,
                kind=kind(one.recipient_kind),
                where=", ".join(_where(one)),
                paper=paper_words(one.decision_number, one.decision_date),
                decision_url=f"{first}{papers[one.id]}" if one.decision_number is not None else "",
                status=status,
                why=why,
            )
        )
    return rows


def _where(one: PublicAward) -> list[str]:
    """Return post, unit and commune, a commune that the unit names already left out."""
    parts = [part for part in (one.post, one.unit) if part]
    if one.commune and one.commune.lower() not in (one.unit or "").lower():
        parts.append(one.commune)
    return parts


def paper_words(number: str | None, day: date | None) -> str:
    """Return number and date of a decision as far as they are known and public."""
    if number is None:
        return _("decision not public")
    if number and day:
        return _("No. %(number)s of %(day)s") % {"number": number, "day": formats.day(day)}
    if day:
        return _("of %(date)s, number not known yet") % {"date": formats.day(day)}
    return number or _("number and date of the decision not known yet")


def _status(one: PublicAward, change: CertificateChange | None) -> tuple[Tag, str]:
    if one.status != AwardStatus.ACTIVE:
        lost = one.status == AwardStatus.STRIPPED
        words = pgettext("award status", "stripped") if lost else pgettext("award status", "cancelled")
        return Tag(str(capfirst(words)), Tone.ERROR), _lost(one)
    if change is None:
        return Tag(pgettext("award status", "Valid"), Tone.SUCCESS), ""
    day = {"day": formats.day(change.since)}
    if change.is_correction:
        return Tag(pgettext("award status", "Corrected"), Tone.INFO), _(
            "Certificate corrected on %(day)s; the new one counts."
        ) % day
    return Tag(pgettext("award status", "Issued again"), Tone.INFO), _(
        "Certificate issued again on %(day)s; the new one counts."
    ) % day


def _lost(one: PublicAward) -> str:
    """Return since when and by which decision an award is not held; the ground stands on the certificate's page."""
    if one.status_on and one.status_decision:
        return _("Since %(day)s, by Decision %(number)s") % {
            "day": formats.day(one.status_on),
            "number": one.status_decision,
        }
    if one.status_on:
        return _("Since %(day)s") % {"day": formats.day(one.status_on)}
    return _("By Decision %(number)s") % {"number": one.status_decision} if one.status_decision else ""
