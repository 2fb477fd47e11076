"""What somebody says of a good example that they propose."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from django.utils.translation import gettext as _

from thidua.core.vietnamese.hygiene import clean_line, clean_text
from thidua.core.vietnamese.numbers import format_number
from thidua.movements.content.shown_photo import ShownPhoto, photo_faults
from thidua.movements.enums import FieldOfWork, SubjectKind
from thidua.movements.models import RoleModelProposal
from thidua.support.edits import Faults, misfits
from thidua.support.provenance import Provenance
from thidua.support.refusals import Refused

LONGEST_DEED: Final = 5_000
MOST_PHOTOS: Final = 3


@dataclass(frozen=True, kw_only=True)
class ProposedRoleModelContent:
    """Who did what and where; who proposes and how to reach them, if they wish to be asked back."""

    subject_kind: str
    subject_name: str
    place: str
    deed: str
    field: str = ""
    proposer_name: str = ""
    proposer_contact: str = ""
    photos: Sequence[ShownPhoto] = ()
    provenance: str = Provenance.RECORDED

    def cleaned(self) -> dict[str, object]:
        """Return the values to store, without the photos; raises Refused with a sentence per field at fault."""
        values: dict[str, object] = {
            "subject_kind": self.subject_kind,
            "subject_name": clean_line(self.subject_name),
            "place": clean_line(self.place),
            "field": self.field,
            "deed": clean_text(self.deed),
            "proposer_name": clean_line(self.proposer_name),
            "proposer_contact": clean_line(self.proposer_contact),
            "provenance": self.provenance,
        }
        faults = misfits(RoleModelProposal, values) | self._missing(values)
        faults |= photo_faults(self.photos, MOST_PHOTOS)
        if faults:
            raise Refused(faults)
        return values

    def _missing(self, values: dict[str, object]) -> Faults:
        faults: Faults = {}
        if self.subject_kind not in SubjectKind.values:
            faults["subject_kind"] = _("Choose whether this is a person, a collective or a household.")
        if not values["subject_name"]:
            faults["subject_name"] = _("Write the name of the good example.")
        if not values["place"]:
            faults["place"] = _("Write where they live or work, for example thôn Nà Ao, xã Đề Thám.")
        if self.field and self.field not in FieldOfWork.values:
            faults["field"] = _("Choose the field this belongs to.")
        if not values["deed"]:
            faults["deed"] = _("Write what they did.")
        elif len(str(values["deed"])) > LONGEST_DEED:
            told = _("Write what they did in at most %(limit)s characters.")
            faults["deed"] = told % {"limit": format_number(LONGEST_DEED)}
        return faults
