"""What is said of an indicator."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from thidua.accounts.models import User
from thidua.accounts.rights import Right
from thidua.movements.enums import FieldOfWork
from thidua.movements.models import Movement
from thidua.targets.actions import IndicatorContent
from thidua.targets.enums import Direction, IndicatorKind
from thidua.targets.models import Indicator
from thidua.web.shell.forms import Form, LineField, NumberField, SeenField
from thidua.web.shell.lookups import sources
from thidua.web.shell.lookups.fields import LookupField


class IndicatorForm(Form):
    """One subject per fieldset; a new indicator also chooses its code."""

    seen = SeenField(required=False)
    code = LineField(
        label=_("Code"),
        max_length=80,
        required=False,
        help_text=_(
            "For tables and formulas, such as thu-ngan-sach; made of the name when left empty. It never changes."
        ),
    )
    name = LineField(
        label=_("Name"), max_length=300, help_text=_("Example: Tổng thu ngân sách nhà nước trên địa bàn")
    )
    name_en = LineField(label=_("English name"), max_length=300, required=False)
    kind = forms.ChoiceField(
        label=_("Kind"),
        choices=IndicatorKind.choices,
        widget=forms.RadioSelect,
        help_text=_("It decides how the figure is summed, compared and worded."),
    )
    measure = LineField(label=_("Unit of measure"), max_length=50, help_text=_("Example: tỷ đồng, hồ sơ, %"))
    measure_en = LineField(label=_("Unit of measure in English"), max_length=50, required=False)
    numerator_name = LineField(
        label=_("What the numerator counts"),
        max_length=200,
        required=False,
        help_text=_("For ratios only. Example: hồ sơ giải quyết đúng hạn"),
    )
    denominator_name = LineField(
        label=_("What the denominator counts"),
        max_length=200,
        required=False,
        help_text=_("For ratios only. Example: hồ sơ đã giải quyết"),
    )
    decimals = NumberField(label=_("Decimals of the value"), whole=True, minimum=0, maximum=4)
    share_decimals = NumberField(label=_("Decimals of percentages"), whole=True, minimum=0, maximum=4)
    direction = forms.ChoiceField(
        label=_("Which way is good"), choices=Direction.choices, widget=forms.RadioSelect
    )
    minimum = NumberField(
        label=_("Least possible"), required=False, help_text=_("A smaller value is refused.")
    )
    maximum = NumberField(label=_("Most possible"), required=False, help_text=_("A larger value is refused."))
    cumulative = forms.BooleanField(
        label=_("Counted from the start of the year"),
        required=False,
        help_text=_("The figure of September then covers nine months."),
    )
    rolls_up = forms.BooleanField(
        label=_("Sums up the unit tree"),
        required=False,
        help_text=_("A unit without a figure of its own has the sum of those below it."),
    )
    owner = LookupField(label=_("Who answers for it"), help_text=_("Type a part of the name, old or new."))
    field = forms.ChoiceField(label=_("Field"), choices=FieldOfWork.choices)
    source = LineField(
        label=_("Source"), max_length=300, required=False, help_text=_("Example: Cục Thống kê tỉnh")
    )
    movements = forms.ModelMultipleChoiceField(
        label=_("Movements that it measures"),
        queryset=Movement.objects.none(),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    order = NumberField(label=_("Order in lists"), whole=True, minimum=0, maximum=9999)
    is_active = forms.BooleanField(label=_("In use"), required=False)

    def __init__(self, *args: Any, user: User, movements: QuerySet[Movement], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        owner = self.fields["owner"]
        assert isinstance(owner, LookupField)
        owner.source = sources.units(user, Right.MANAGE_INDICATORS)
        self.fields["movements"].queryset = movements  # type: ignore[attr-defined]

    def content(self) -> IndicatorContent:
        """Return what was typed; call on a valid form."""
        said = {name: value for name, value in self.cleaned_data.items() if name != "seen"}
        for name in ("decimals", "share_decimals", "order"):
            said[name] = int(said[name])
        return IndicatorContent(
            **{**said, "code": said.get("code", ""), "movements": list(said["movements"])}
        )


def said_of(indicator: Indicator) -> dict[str, Any]:
    """Return the values with which the form about `indicator` begins."""
    names = [name for name in IndicatorForm.base_fields if name not in {"seen", "movements"}]
    return {name: getattr(indicator, name) for name in names} | {
        "seen": indicator.version,
        "movements": indicator.movements.all(),
    }


NEW: dict[str, Any] = {
    "kind": IndicatorKind.LEVEL,
    "decimals": 0,
    "share_decimals": 1,
    "direction": Direction.UP,
    "cumulative": True,
    "order": 100,
    "is_active": True,
}
