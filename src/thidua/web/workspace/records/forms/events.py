"""The form of an event."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import Model
from django.utils.translation import gettext_lazy as _

from thidua.movements.actions.record_event import edit_event, record_event
from thidua.movements.content.event import EventContent
from thidua.movements.enums import EventScale
from thidua.web.shell.forms import DateField, LineField, NumberField, TextField
from thidua.web.shell.lookups.fields import LookupField
from thidua.web.workspace.records.record_form import (
    USUAL_ORDER,
    RecordForm,
    Section,
    YearField,
    capitalised,
    movements_field,
    origin_field,
    whole,
)

_CONTENT = (
    *("name", "scale", "year", "starts_on", "ends_on", "outcome", "incidents", "order"),
    *("source", "provenance"),
)


class EventForm(RecordForm):
    """What was hosted, with whom, and how it ended."""

    sections = (
        Section(_("The event"), ("name", "scale", "host", "partners")),
        Section(_("Time"), ("year", "starts_on", "ends_on")),
        Section(_("How it ended"), ("outcome", "incidents")),
        Section(_("Movements"), ("movements",)),
        Section(_("Where this is known from"), ("source", "provenance")),
        Section(_("Place in lists"), ("order",), folded=True),
    )
    widths = {
        "year": "short",
        "starts_on": "short",
        "ends_on": "short",
        "incidents": "short",
        "order": "short",
    }
    unit_field = "host"

    name = LineField(
        label=_("Name"), help_text=_("For example: Hội nghị xúc tiến đầu tư tỉnh Lạng Sơn năm 2019")
    )
    scale = forms.ChoiceField(
        label=_("Scale"), choices=capitalised(EventScale.choices), widget=forms.RadioSelect
    )
    host = LookupField(label=_("Host"))
    partners = TextField(
        label=_("Partners"), required=False, rows=4, help_text=_("One to a line, in the order of protocol")
    )
    year = YearField(label=_("Year"))
    starts_on = DateField(
        label=_("From"), required=False, help_text=_("Leave it empty if no source gives the day.")
    )
    ends_on = DateField(label=_("To"), required=False)
    outcome = TextField(label=_("Outcome"), required=False, rows=3)
    incidents = NumberField(
        label=_("Safety incidents"),
        required=False,
        whole=True,
        minimum=0,
        help_text=_("Write 0 if it was safe throughout. Empty means that nobody has reported yet."),
    )
    order = NumberField(
        label=_("Order in lists"),
        whole=True,
        required=False,
        help_text=_("Smaller numbers come first. Leave it empty for the usual place."),
    )
    movements = movements_field()
    source = LineField(label=_("Source"), required=False)
    provenance = origin_field()

    def initial_of(self, row: Any) -> dict[str, Any]:
        partners = "\n".join(partner.name for partner in row.partners.all())
        kept = {name: getattr(row, name) for name in _CONTENT}
        return kept | {"partners": partners, "movements": row.movements.all()}

    def record(self) -> Model:
        return record_event(
            host=self.cleaned_data["host"],
            content=self._content(),
            movements=self.cleaned_data["movements"],
            by=self.user,
        )

    def correct(self) -> Model:
        return edit_event(
            event=self.row,
            content=self._content(),
            movements=self.cleaned_data["movements"],
            version=self.seen_version,
            by=self.user,
        )

    def _content(self) -> EventContent:
        given = whole({name: self.cleaned_data[name] for name in _CONTENT}, "year", "incidents", "order")
        if given["order"] is None:
            given["order"] = USUAL_ORDER
        return EventContent(partners=tuple(self.cleaned_data["partners"].splitlines()), **given)
