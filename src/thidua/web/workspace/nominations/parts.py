"""Which page asks for which field: so that what is missing or faulty leads to where it is mended."""

from __future__ import annotations

from typing import Final

from django.urls import reverse

from thidua.nominations.enums import EvidenceKind
from thidua.nominations.models import Dossier

WHO: Final = "ten"
LINK: Final = "so-khen-thuong"
AWARD: Final = "hinh-thuc"
PLACE: Final = "chuc-vu"
DEED: Final = "thanh-tich"
REPORT: Final = "bao-cao"
# The questions about a nominee, in their order.
QUESTIONS: Final = (WHO, LINK, AWARD, PLACE, DEED, REPORT)

FIELDS: Final[dict[str, str]] = {
    "recipient_kind": WHO,
    "recipient_name": WHO,
    "person": LINK,
    "unit": LINK,
    "household": LINK,
    "award_code": AWARD,
    "commendation_type": AWARD,
    "counting_year": AWARD,
    "post_then": PLACE,
    "unit_then": PLACE,
    "birth_year": PLACE,
    "worker_kind": PLACE,
    "direct_worker": PLACE,
    "woman": PLACE,
    "ethnic_minority": PLACE,
    "achievement": DEED,
    "report": REPORT,
}
_OF_DOSSIER: Final = {
    "letter_number": "dossier-letter",
    "letter_date": "dossier-letter",
    "evidence:letter": "dossier-letter",
    "met_on": "dossier-minutes",
    "evidence:minutes": "dossier-minutes",
    "nominations": "dossier-nominees",
}
_ABOUT: Final = frozenset({"title", "route", "level", "movement", "counting_year"})


def address_of(dossier: Dossier, field: str, nomination: int | None) -> str:
    """Return where `field` of the dossier, or of one of its nominations, is written."""
    code = dossier.code
    kind = field.removeprefix("evidence:") if field.startswith("evidence:") else ""
    if nomination is not None:
        if kind:
            return f"{reverse('nominee-papers', args=[code, nomination])}?loai={_known(kind)}"
        part = FIELDS.get(field, WHO)
        return f"{reverse('nominee-question', args=[code, nomination, part])}#id_{field}"
    if field in _OF_DOSSIER:
        anchor = "papers" if kind else field
        return f"{reverse(_OF_DOSSIER[field], args=[code])}#id_{anchor}"
    if field in _ABOUT:
        return f"{reverse('dossier-about', args=[code])}#id_{field}"
    if kind:
        return f"{reverse('dossier-papers', args=[code])}?loai={_known(kind)}"
    return reverse("my-dossier", args=[code])


def _known(kind: str) -> str:
    return kind if kind in EvidenceKind.values else EvidenceKind.OTHER
