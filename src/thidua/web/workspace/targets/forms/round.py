"""Opening a reporting round."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any, Final

from django import forms
from django.db.models import QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from thidua.core.periods import Period
from thidua.movements.models import Movement
from thidua.orgs.enums import COMMUNE_LEVEL, DISTRICT_LEVEL, Hierarchy, UnitKind
from thidua.orgs.models import Unit
from thidua.orgs.queries import subtree
from thidua.orgs.queries.unit_index import UnitIndex, UnitNotFound
from thidua.support.refusals import Refused
from thidua.targets.actions import Question
from thidua.targets.models import Indicator
from thidua.web.shell.fields import RowsField
from thidua.web.shell.forms import DateField, Form, LineField
from thidua.web.workspace.targets.forms.periods import PeriodField
from thidua.web.workspace.targets.labels import indicator_label

# Groups of units that are asked together; each is told by kind and hierarchy.
GROUPS: Final[dict[str, tuple[Promise, dict[str, Any]]]] = {
    "communes": (_("communes, wards and townships"), {"kind__in": COMMUNE_LEVEL}),
    "districts": (_("districts"), {"kind__in": DISTRICT_LEVEL}),
    "bodies": (_("agencies of the State"), {"kind": UnitKind.BODY, "hierarchy": Hierarchy.STATE}),
    "party": (_("units of the Party"), {"hierarchy": Hierarchy.PARTY}),
    "mass": (_("the Fatherland Front and mass organisations"), {"hierarchy": Hierarchy.MASS}),
    "enterprises": (_("enterprises and co-operatives"), {"hierarchy": Hierarchy.ENTERPRISE}),
}


class RoundForm(Form):
    """What is asked of whom for which time, and until when."""

    opened_by = forms.ModelChoiceField(label=_("Opened by"), queryset=Unit.objects.none(), empty_label=None)
    name = LineField(
        label=_("Name"), max_length=200, help_text=_("Example: Báo cáo kết quả 9 tháng năm 2026")
    )
    period = PeriodField(label=_("Period"))
    due_on = DateField(label=_("Due on"), help_text=_("Example: 05/10/2026"))
    movement = forms.ModelChoiceField(
        label=_("Movement"),
        queryset=Movement.objects.none(),
        required=False,
        empty_label=_("none in particular"),
    )
    indicators = RowsField(
        label=_("Indicators"),
        queryset=Indicator.objects.none(),
        widget=forms.CheckboxSelectMultiple,
        help_text=_("In the order of the list of indicators."),
    )
    optional = RowsField(
        label=_("Of these, what may stay empty"),
        queryset=Indicator.objects.none(),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    groups = forms.MultipleChoiceField(
        label=_("Units"),
        choices=[(key, label) for key, (label, _condition) in GROUPS.items()],
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text=_("Those that exist on the last day of the period, below the unit that opens the round."),
    )
    further = LineField(
        label=_("Further units"),
        required=False,
        max_length=2000,
        help_text=_("Names or codes, separated by semicolons. Example: Sở Tài chính; Cục Thống kê"),
    )

    def __init__(
        self, *args: Any, openers: QuerySet[Unit], movements: QuerySet[Movement], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        active = Indicator.objects.filter(is_active=True)
        choices: dict[str, QuerySet[Any]] = {
            "opened_by": openers,
            "movement": movements,
            "indicators": active,
            "optional": active,
        }
        for name, rows in choices.items():
            self.fields[name].queryset = rows  # type: ignore[attr-defined]
        for name in ("indicators", "optional"):
            self.fields[name].label_from_instance = indicator_label  # type: ignore[attr-defined]

    def questions(self) -> list[Question]:
        """Return what is asked; call on a valid form."""
        optional = set(self.cleaned_data["optional"])
        return [Question(each, each not in optional) for each in self.cleaned_data["indicators"]]

    def units(self) -> list[Unit]:
        """Return the units that are asked; raises Refused for a name that fits none or several."""
        period: Period = self.cleaned_data["period"]
        found = list(self._of_groups(self.cleaned_data["opened_by"], period.end))
        return list(dict.fromkeys([*found, *self._named(period.end)]))

    def _of_groups(self, top: Unit, day: date) -> Iterator[Unit]:
        below = subtree(top, day, include_self=False)
        for key in self.cleaned_data["groups"]:
            yield from below.filter(**GROUPS[key][1])

    def _named(self, day: date) -> Iterator[Unit]:
        names = [name.strip() for name in self.cleaned_data["further"].split(";") if name.strip()]
        if not names:
            return
        index = UnitIndex()
        for name in names:
            try:
                yield index.find(name, day)
            except UnitNotFound as refused:
                raise Refused({"further": str(refused)}) from refused

    def refuse(self, refused: Refused) -> None:
        """Show what the action says of `units` where they were chosen."""
        refused.faults = {
            "groups" if name == "units" else name: said for name, said in refused.faults.items()
        }
        super().refuse(refused)
