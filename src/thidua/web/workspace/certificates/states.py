"""Where a certificate stands, in words and as a filter."""

from __future__ import annotations

from typing import Final

from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from thidua.decisions.enums import CertificateState
from thidua.decisions.models import Certificate
from thidua.decisions.queries import COUNTING
from thidua.registry.enums import AwardStatus
from thidua.web.shell.tags import Tag, Tone

TO_PRINT, TO_GIVE, GIVEN = "can-in", "can-trao", "da-trao"
REPLACED, CORRECTED, CANCELLED = "da-thay", "dinh-chinh", "da-huy"

WORDS: Final = {
    TO_PRINT: pgettext_lazy("certificate", "to be printed"),
    TO_GIVE: pgettext_lazy("certificate", "to be handed over"),
    GIVEN: pgettext_lazy("certificate", "handed over"),
    REPLACED: pgettext_lazy("certificate", "replaced by another"),
    CORRECTED: pgettext_lazy("certificate", "corrected: replaced by another"),
    CANCELLED: pgettext_lazy("certificate", "cancelled"),
}
TONES: Final = {TO_PRINT: Tone.WARNING, TO_GIVE: Tone.WARNING, GIVEN: Tone.SUCCESS}
EVERYTHING: Final = _("all")

# An award cancelled in the register itself takes its certificate along, whatever that says of itself.
_LOST: Final = Q(state=CertificateState.CANCELLED) | Q(
    line__award__status__in=[one for one in AwardStatus if one != AwardStatus.ACTIVE]
)
CHOOSING: Final = {
    TO_PRINT: COUNTING & Q(handing_over__isnull=True, printed_at__isnull=True),
    TO_GIVE: COUNTING & Q(handing_over__isnull=True, printed_at__isnull=False),
    GIVEN: COUNTING & Q(handing_over__isnull=False),
    REPLACED: Q(state=CertificateState.REISSUED),
    CORRECTED: Q(state=CertificateState.CORRECTED),
    CANCELLED: _LOST & Q(state__in=(CertificateState.VALID, CertificateState.CANCELLED)),
}


def stage_of(row: Certificate) -> str:
    """Return where a certificate stands, one of `WORDS`; reads its line, award and handing over."""
    if row.state == CertificateState.REISSUED:
        return REPLACED
    if row.state == CertificateState.CORRECTED:
        return CORRECTED
    award = row.line.award
    if row.state == CertificateState.CANCELLED or (award is not None and award.status != AwardStatus.ACTIVE):
        return CANCELLED
    if hasattr(row, "handing_over"):
        return GIVEN
    return TO_GIVE if row.printed_at else TO_PRINT


def counts(row: Certificate) -> bool:
    """Return whether the certificate counts today."""
    return stage_of(row) in (TO_PRINT, TO_GIVE, GIVEN)


def tag_of(row: Certificate) -> Tag:
    """Return where a certificate stands as a tag."""
    stage = stage_of(row)
    return Tag(str(WORDS[stage]), TONES.get(stage, Tone.NEUTRAL))
