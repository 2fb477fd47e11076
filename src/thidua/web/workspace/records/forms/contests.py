"""The forms of a prize or contest, and of its editions."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import Model
from django.utils.translation import gettext_lazy as _

from thidua.accounts.rights import Right
from thidua.contests.actions import create_competition, edit_competition, edit_edition, record_edition
from thidua.contests.content import CompetitionContent, EditionContent
from thidua.contests.enums import CompetitionKind
from thidua.contests.models import Competition
from thidua.orgs.access import units_where
from thidua.support.files.actions import store_file
from thidua.web.shell.forms import DateField, FileField, LineField, NumberField
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

_COMPETITION = ("kind", "name", "genre")
_EDITION = (
    *("year", "number", "awarded_on", "decision_number", "decided_on", "decided_by", "source", "provenance"),
)


class CompetitionForm(RecordForm):
    """A standing prize or a contest."""

    sections = (Section(_("The prize or contest"), ("kind", "name", "genre", "organiser")),)
    unit_field = "organiser"
    right = Right.KEEP_AWARDS

    kind = forms.ChoiceField(
        label=_("Kind"), choices=capitalised(CompetitionKind.choices), widget=forms.RadioSelect
    )
    name = LineField(
        label=_("Name"), help_text=_("For example: Giải thưởng Hoàng Văn Thụ về văn học nghệ thuật")
    )
    genre = LineField(label=_("Genre"), required=False, help_text=_("For example: cuộc thi viết"))
    organiser = LookupField(label=_("Organiser"))

    def initial_of(self, row: Any) -> dict[str, Any]:
        return {name: getattr(row, name) for name in _COMPETITION}

    def record(self) -> Model:
        given = {name: self.cleaned_data[name] for name in _COMPETITION}
        return create_competition(organiser=self.cleaned_data["organiser"], by=self.user, **given)

    def correct(self) -> Model:
        content = CompetitionContent(**{name: self.cleaned_data[name] for name in _COMPETITION})
        return edit_competition(
            competition=self.row, content=content, version=self.seen_version, by=self.user
        )


class EditionForm(RecordForm):
    """One edition; its winners are written on a page of their own."""

    sections = (
        Section(_("The edition"), ("competition", "number", "year", "awarded_on")),
        Section(
            _("The decision on the prizes"),
            ("decision_number", "decided_on", "decided_by", "decision_file"),
            hint=_(
                "Only where it was signed on paper or before this system. A decision that is proposed and signed here "
                "comes by itself."
            ),
            folded=True,
        ),
        Section(_("Movements"), ("movements",)),
        Section(_("Where this is known from"), ("source", "provenance")),
    )
    widths = {
        "number": "short",
        "year": "short",
        "awarded_on": "short",
        "decision_number": "medium",
        "decided_on": "short",
    }
    unit_field = "competition"
    right = Right.KEEP_AWARDS

    competition = forms.ModelChoiceField(
        label=_("Prize or contest"), queryset=Competition.objects.none(), empty_label=_("choose")
    )
    number = NumberField(
        label=_("Edition"),
        required=False,
        whole=True,
        help_text=_("For example 5 for «lần thứ V». Leave it empty if it has no number."),
    )
    year = YearField(label=_("Year"))
    awarded_on = DateField(label=_("Awarded on"), required=False, help_text=_("For example: 31/10/2019"))
    decision_number = LineField(
        label=_("Decision number"), required=False, help_text=_("For example: 2105/QĐ-UBND")
    )
    decided_on = DateField(
        label=_("Date of the decision"), required=False, help_text=_("For example: 28/10/2019")
    )
    decided_by = LineField(
        label=_("Who decided"),
        required=False,
        help_text=_("For example: Chủ tịch Ủy ban nhân dân tỉnh"),
    )
    decision_file = FileField(
        label=_("Scan of the decision"),
        required=False,
        help_text=_("For the office alone. A new file takes the place of the one before."),
    )
    movements = movements_field()
    source = LineField(label=_("Source"), required=False)
    provenance = origin_field()

    def offer_own(self) -> None:
        """Offer the prizes and contests that the user keeps."""
        kept = Competition.objects.filter(organiser__in=units_where(self.user, Right.KEEP_AWARDS))
        self.fields["competition"].queryset = kept.order_by("name")  # type: ignore[attr-defined]

    def initial_of(self, row: Any) -> dict[str, Any]:
        return {name: getattr(row, name) for name in _EDITION} | {"movements": row.movements.all()}

    def record(self) -> Model:
        return record_edition(
            competition=self.cleaned_data["competition"],
            content=self._content(),
            movements=self.cleaned_data["movements"],
            by=self.user,
        )

    def correct(self) -> Model:
        return edit_edition(
            edition=self.row,
            content=self._content(),
            movements=self.cleaned_data["movements"],
            version=self.seen_version,
            by=self.user,
        )

    def _content(self) -> EditionContent:
        given = {name: self.cleaned_data[name] for name in _EDITION}
        sent = self.cleaned_data["decision_file"]
        if sent:
            given["decision_file"] = store_file(
                data=sent.read(), name=sent.name, by=self.user, field="decision_file"
            )
        return EditionContent(**whole(given, "year", "number"))
