"""The form of a drive."""

from __future__ import annotations

from typing import Any

from django.db.models import Model
from django.utils.translation import gettext_lazy as _

from thidua.accounts.rights import Right
from thidua.contributions.actions import edit_drive, open_drive
from thidua.contributions.content import DriveContent
from thidua.web.shell.forms import DateField, LineField, NumberField
from thidua.web.shell.lookups.fields import LookupField
from thidua.web.workspace.records.record_form import RecordForm, Section, movements_field, origin_field

_CONTENT = ("name", "purpose", "starts_on", "ends_on", "target", "provenance")


class DriveForm(RecordForm):
    """What is collected for, by whom."""

    sections = (
        Section(_("The drive"), ("name", "purpose", "unit")),
        Section(_("Time"), ("starts_on", "ends_on")),
        Section(_("Target"), ("target",)),
        Section(_("Movements"), ("movements",)),
        Section(_("Where this is known from"), ("provenance",)),
    )
    widths = {"starts_on": "short", "ends_on": "short", "target": "short"}
    right = Right.KEEP_GIFTS

    name = LineField(
        label=_("Name"), help_text=_("For example: Quyên góp làm đường giao thông nông thôn năm 2019")
    )
    purpose = LineField(label=_("Purpose"), help_text=_("What the gifts are for"))
    unit = LookupField(label=_("Unit that collects"))
    starts_on = DateField(label=_("From"), required=False, help_text=_("For example: 01/01/2019"))
    ends_on = DateField(label=_("To"), required=False)
    target = NumberField(
        label=_("Target in đồng"),
        required=False,
        whole=True,
        help_text=_("How much money is hoped for. The public reads it beside what came."),
    )
    movements = movements_field()
    provenance = origin_field()

    def initial_of(self, row: Any) -> dict[str, Any]:
        return {name: getattr(row, name) for name in _CONTENT} | {"movements": row.movements.all()}

    def record(self) -> Model:
        return open_drive(
            unit=self.cleaned_data["unit"],
            content=self._content(),
            movements=self.cleaned_data["movements"],
            by=self.user,
        )

    def correct(self) -> Model:
        return edit_drive(
            drive=self.row,
            content=self._content(),
            movements=self.cleaned_data["movements"],
            version=self.seen_version,
            by=self.user,
        )

    def _content(self) -> DriveContent:
        return DriveContent(**{name: self.cleaned_data[name] for name in _CONTENT})
