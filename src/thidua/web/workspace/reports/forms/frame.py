"""What a report is about, and what its paper form needs."""

from __future__ import annotations

from typing import Any, Final

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from thidua.movements.enums import FieldOfWork
from thidua.movements.models import Movement
from thidua.orgs.models import Unit
from thidua.reports.frame import ReportFrame
from thidua.reports.models import ClosingReport
from thidua.web.shell.fields import RowsField
from thidua.web.shell.forms import DateField, Form, LineField, SeenField, TextField
from thidua.web.shell.lookups.fields import LookupField
from thidua.web.shell.lookups.sources import Source

RESPONSIBLE: Final = "don_vi_"


class FrameForm(Form):
    """One subject per fieldset; the fields carry the names of `ReportFrame`."""

    seen = SeenField(required=False)
    movements = RowsField(
        label=_("Movements"),
        queryset=Movement.objects.none(),
        widget=forms.CheckboxSelectMultiple,
        help_text=_(
            "What the report tells is read from their registrations, figures, events, gifts and awards."
        ),
    )
    year = forms.IntegerField(
        label=_("Year"),
        min_value=1945,
        max_value=2100,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
    )
    starts_on = DateField(label=_("Figures from"), help_text=_("Example: 01/01/2019"))
    ends_on = DateField(label=_("Figures to"), help_text=_("Example: 30/09/2019 for the first nine months"))
    as_of = DateField(
        label=_("The report tells up to"),
        help_text=_("Events, gifts and awards up to this day are counted. Example: 31/10/2019"),
    )
    title = LineField(
        label=_("Title"),
        required=False,
        help_text=_("Left empty, it is made of year and unit."),
    )
    author_name = LineField(label=_("Author"), required=False)
    previous = forms.ModelChoiceField(
        label=_("Report of an earlier year to compare with"),
        queryset=ClosingReport.objects.none(),
        required=False,
        empty_label=_("none"),
    )
    document_number = LineField(
        label=_("Document number"),
        required=False,
        help_text=_("Left empty, room is left to write it by hand."),
    )
    document_symbol = LineField(
        label=_("Document symbol"), required=False, help_text=_("What stands after BC-. Example: BTĐKT")
    )
    document_date = DateField(label=_("Date on the document"), required=False)
    signer_post = LineField(label=_("Post of the signatory"), required=False)
    signer_name = LineField(label=_("Signatory"), required=False)
    recipients = TextField(
        label=_("Recipients of the document"), required=False, rows=4, help_text=_("One a line.")
    )

    def __init__(
        self, *args: Any, movements: QuerySet[Movement], reports: QuerySet[ClosingReport], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["movements"].queryset = movements  # type: ignore[attr-defined]
        self.fields["previous"].queryset = reports  # type: ignore[attr-defined]

    def frame(self) -> ReportFrame:
        """Return what was typed; call on a valid form."""
        said = dict(self.cleaned_data)
        chosen = {name: said[name] for name in ReportFrame.__dataclass_fields__ if name in said}
        return ReportFrame(**{**chosen, "movements": list(said["movements"])})


class NewReportForm(FrameForm):
    """The same for a new report: also about which unit, by whom, and who answers for which field."""

    unit = forms.ModelChoiceField(label=_("Report about"), queryset=Unit.objects.none(), empty_label=None)
    issuer = LookupField(label=_("Issued by"), help_text=_("Type a part of the name. Example: Ban Thi đua"))

    def __init__(self, *args: Any, units: QuerySet[Unit], source: Source, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["unit"].queryset = units  # type: ignore[attr-defined]
        self.fields["issuer"].source = source  # type: ignore[attr-defined]
        for field in FieldOfWork:
            self.fields[f"{RESPONSIBLE}{field.value}"] = LookupField(
                source=source, label=str(field.label).capitalize(), required=False
            )

    @property
    def responsible_fields(self) -> list[forms.BoundField]:
        """The lookups of units that answer for fields."""
        return [self[name] for name in self.fields if name.startswith(RESPONSIBLE)]

    def responsible(self) -> dict[str, Unit]:
        """Return the units that were chosen to answer, by field; call on a valid form."""
        chosen = {field.value: self.cleaned_data[f"{RESPONSIBLE}{field.value}"] for field in FieldOfWork}
        return {field: unit for field, unit in chosen.items() if unit is not None}


def said_of(report: ClosingReport) -> dict[str, object]:
    """Return the values with which the form about `report` begins."""
    columns = [name for name in ReportFrame.__dataclass_fields__ if name != "movements"]
    return {name: getattr(report, name) for name in columns} | {
        "seen": report.version,
        "movements": list(report.movements.all()),
    }
