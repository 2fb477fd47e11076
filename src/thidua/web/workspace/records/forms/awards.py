"""The form of awards given."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import Model
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from thidua.accounts.rights import Right
from thidua.movements.actions.commend import commend, correct_commendation
from thidua.registry.actions.granted import SIGNED
from thidua.registry.content import ConferralContent
from thidua.web.shell.forms import DateField, LineField
from thidua.web.shell.lookups.fields import LookupField
from thidua.web.workspace.records.law_names import award_choices
from thidua.web.workspace.records.record_form import (
    RecordForm,
    Section,
    YearField,
    movements_field,
    origin_field,
    whole,
)

_CONTENT = (
    *("award_form", "award_code", "decision_number", "decision_date", "decided_year", "authority"),
    *("presented_on", "presented_by", "occasion", "reason", "source", "provenance"),
)


class AwardForm(RecordForm):
    """A decision to award, or the ceremony it is known by; its recipients are written on a page of their own."""

    sections = (
        Section(_("What was awarded"), ("award_form", "award_code", "occasion", "reason")),
        Section(
            _("The decision"),
            ("deciding_unit", "authority", "decision_number", "decision_date", "decided_year"),
            hint=_(
                "Leave number and date empty if they are not known. The day of presentation does not stand in for them."
            ),
        ),
        Section(_("The presentation"), ("presented_on", "presented_by")),
        Section(_("Movements"), ("movements",)),
        Section(_("Where this is known from"), ("source", "provenance")),
    )
    widths = {
        "decision_number": "medium",
        "decision_date": "short",
        "decided_year": "short",
        "presented_on": "short",
    }
    unit_field = "deciding_unit"
    right = Right.KEEP_AWARDS

    award_form = LineField(
        label=_("Form of commendation"), help_text=_("For example: Bằng khen của Chủ tịch UBND tỉnh")
    )
    award_code = forms.ChoiceField(
        label=_("Award of the law book"),
        required=False,
        help_text=_("Only awards with this answer count when a nomination is appraised."),
    )
    occasion = LineField(label=_("Occasion"), required=False)
    reason = LineField(label=_("Achievement"), required=False)
    deciding_unit = LookupField(
        label=_("Decided by"), help_text=_("Type a part of the name, then choose from the list.")
    )
    authority = LineField(
        label=_("Who decided, if not this unit"),
        required=False,
        help_text=_("For example: Thủ tướng Chính phủ, Bộ trưởng Bộ Y tế"),
    )
    decision_number = LineField(
        label=_("Decision number"), required=False, help_text=_("For example: 2105/QĐ-UBND")
    )
    decision_date = DateField(
        label=_("Date of the decision"), required=False, help_text=_("For example: 28/10/2019")
    )
    decided_year = YearField(
        label=_("Year of the decision"),
        minimum=1945,
        maximum=2100,
        required=False,
        help_text=_("Only where the date is not known: an old book often tells no more."),
    )
    presented_on = DateField(
        label=_("Day of presentation"), required=False, help_text=_("For example: 31/10/2019")
    )
    presented_by = LineField(label=_("Presented by"), required=False)
    movements = movements_field()
    source = LineField(label=_("Source"), required=False)
    provenance = origin_field()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["award_code"].choices = award_choices(_now("not in the law book"))  # type: ignore[attr-defined]
        if self.row is not None and self.row.from_decision:
            for name in SIGNED:  # what the signed paper says is not corrected here
                del self.fields[name]

    def initial_of(self, row: Any) -> dict[str, Any]:
        return {name: getattr(row, name) for name in _CONTENT} | {"movements": row.movements.all()}

    def record(self) -> Model:
        return commend(
            deciding_unit=self.cleaned_data["deciding_unit"],
            content=self._content(),
            movements=self.cleaned_data["movements"],
            by=self.user,
        )

    def correct(self) -> Model:
        return correct_commendation(
            conferral=self.row,
            content=self._content(),
            movements=self.cleaned_data["movements"],
            version=self.seen_version,
            by=self.user,
        )

    def _content(self) -> ConferralContent:
        said = self.cleaned_data
        told = {name: said[name] if name in self.fields else getattr(self.row, name) for name in _CONTENT}
        return ConferralContent(**whole(told, "decided_year"))
