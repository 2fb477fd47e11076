"""The form of a milestone."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import Model
from django.utils.translation import gettext_lazy as _

from thidua.movements.actions.record_milestone import edit_milestone, record_milestone
from thidua.movements.content.milestone import MilestoneContent
from thidua.movements.enums import FieldOfWork, MilestoneKind
from thidua.web.shell.forms import DateField, LineField, NumberField
from thidua.web.shell.lookups.fields import LookupField
from thidua.web.workspace.records.record_form import (
    RecordForm,
    Section,
    YearField,
    capitalised,
    movements_field,
    origin_field,
    whole,
)

_CONTENT = (
    *("field", "kind", "project", "reached", "year", "segment", "receiver", "document"),
    *("count", "reached_on", "source", "provenance"),
)


class MilestoneForm(RecordForm):
    """What a project or plan reached."""

    sections = (
        Section(_("What was reached"), ("project", "kind", "reached", "segment", "count")),
        Section(_("When and where"), ("year", "reached_on", "unit", "field")),
        Section(_("Papers"), ("receiver", "document")),
        Section(_("Movements"), ("movements",)),
        Section(_("Where this is known from"), ("source", "provenance")),
    )
    widths = {"year": "short", "reached_on": "short", "count": "short", "document": "medium"}

    project = LineField(
        label=_("Project or plan"), help_text=_("For example: Dự án cao tốc Bắc Giang – Lạng Sơn")
    )
    kind = forms.ChoiceField(
        label=_("Kind"), choices=capitalised(MilestoneKind.choices), widget=forms.RadioSelect
    )
    reached = LineField(label=_("What was reached"), help_text=_("For example: thông xe kỹ thuật"))
    segment = LineField(
        label=_("Segment"), required=False, help_text=_("For example: đoạn Bắc Giang – Chi Lăng")
    )
    count = NumberField(
        label=_("How many"),
        required=False,
        whole=True,
        help_text=_("For plaques and models. Leave it empty if the number is not known."),
    )
    year = YearField(label=_("Year"))
    reached_on = DateField(
        label=_("Day"),
        required=False,
        help_text=_("For example: 31/10/2019. Leave it empty if no source gives the day."),
    )
    unit = LookupField(
        label=_("Unit"), help_text=_("Type a part of the name, old or new, then choose from the list.")
    )
    field = forms.ChoiceField(
        label=_("Field"), choices=[("", _("choose")), *capitalised(FieldOfWork.choices)]
    )
    receiver = LineField(label=_("Submitted to"), required=False, help_text=_("For example: Chính phủ"))
    document = LineField(label=_("Document"), required=False, help_text=_("Number and date of the document"))
    movements = movements_field()
    source = LineField(label=_("Source"), required=False)
    provenance = origin_field()

    def initial_of(self, row: Any) -> dict[str, Any]:
        return {name: getattr(row, name) for name in _CONTENT} | {"movements": row.movements.all()}

    def record(self) -> Model:
        return record_milestone(
            unit=self.cleaned_data["unit"],
            content=self._content(),
            movements=self.cleaned_data["movements"],
            by=self.user,
        )

    def correct(self) -> Model:
        return edit_milestone(
            milestone=self.row,
            content=self._content(),
            movements=self.cleaned_data["movements"],
            version=self.seen_version,
            by=self.user,
        )

    def _content(self) -> MilestoneContent:
        given = {name: self.cleaned_data[name] for name in _CONTENT}
        return MilestoneContent(**whole(given, "year", "count"))
