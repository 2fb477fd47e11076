"""What is said of an indicator."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django import forms
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from thidua.accounts.models import User
from thidua.accounts.rights import Right
from thidua.movements.access import PUBLIC_STATES, visible_to
from thidua.movements.enums import FieldOfWork
from thidua.movements.models import Movement
from thidua.support.provenance import Provenance
from thidua.targets.actions import IndicatorContent
from thidua.targets.enums import Direction, IndicatorKind
from thidua.targets.models import Indicator
from thidua.web.shell.fields import RowsField
from thidua.web.shell.forms import Form, LineField, NumberField, SeenField
from thidua.web.shell.lookups import sources
from thidua.web.shell.lookups.fields import LookupField


class IndicatorForm(Form):
    """One subject per fieldset; the kind decides how the figures are summed and worded."""

    seen = SeenField(required=False)
    name = LineField(
        label=_("Name"),
        max_length=300,
        help_text=_("As the report will say it. Example: Tổng thu ngân sách trên địa bàn"),
    )
    name_en = LineField(label=_("English name"), max_length=300, required=False)
    kind = forms.ChoiceField(
        label=_("Kind"),
        choices=IndicatorKind.choices,
        widget=forms.RadioSelect,
        help_text=_("The kind stays once there are figures."),
    )
    measure = LineField(label=_("Unit of measure"), max_length=50, help_text=_("Example: tỷ đồng, hồ sơ, %"))
    measure_en = LineField(label=_("Unit of measure in English"), max_length=50, required=False)
    decimals = NumberField(label=_("Decimals"), whole=True, minimum=0, maximum=4)
    share_decimals = NumberField(label=_("Decimals of percentages"), whole=True, minimum=0, maximum=4)
    direction = forms.ChoiceField(
        label=_("Which way is good"), choices=Direction.choices, widget=forms.RadioSelect
    )
    numerator_name = LineField(
        label=_("Numerator"),
        max_length=200,
        required=False,
        help_text=_("For a ratio. Example: hồ sơ đúng hạn"),
    )
    denominator_name = LineField(
        label=_("Denominator"),
        max_length=200,
        required=False,
        help_text=_("For a ratio. Example: hồ sơ tiếp nhận"),
    )
    field = forms.ChoiceField(label=_("Field"), choices=FieldOfWork.choices)
    owner = LookupField(label=_("In charge"), help_text=_("The unit that answers for the figure."))
    source = LineField(
        label=_("Source"), max_length=300, required=False, help_text=_("Example: Sở Tài chính")
    )
    cumulative = forms.BooleanField(label=_("Counted from the start of the year"), required=False)
    rolls_up = forms.BooleanField(
        label=_("Sums up the figures of the units below where a unit has none of its own"), required=False
    )
    minimum = NumberField(label=_("Least possible"), required=False)
    maximum = NumberField(label=_("Most possible"), required=False)
    movements: Any = RowsField(
        label=_("Movements"),
        queryset=Movement.objects.none(),
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text=_("The dashboards and reports that show the indicator."),
    )
    order = NumberField(label=_("Order in lists"), whole=True, minimum=0, maximum=30000)
    is_active = forms.BooleanField(label=_("In use"), required=False)

    def __init__(self, *args: Any, user: User, row: Indicator | None = None, **kwargs: Any) -> None:
        said = said_of(row) if row else _NEW
        super().__init__(*args, initial={**said, **kwargs.pop("initial", {})}, **kwargs)
        owner: Any = self.fields["owner"]
        owner.source = sources.units(user, Right.MANAGE_INDICATORS)
        wanted = Q(parent__isnull=True, state__in=PUBLIC_STATES)
        if row is not None:
            wanted |= Q(indicators=row)
        seen = visible_to(user, timezone.localdate()).filter(wanted).distinct()
        self.fields["movements"].queryset = seen.order_by("-starts_on", "short_name")  # type: ignore[attr-defined]

    def content(self, code: str = "") -> IndicatorContent:
        """Return what was typed; call on a valid form."""
        said = {name: value for name, value in self.cleaned_data.items() if name not in {"seen", "code"}}
        whole = {name: int(said[name]) for name in ("decimals", "share_decimals", "order")}
        movements = list(said.pop("movements"))
        return IndicatorContent(code=code, movements=movements, **{**said, **whole})


class NewIndicatorForm(IndicatorForm):
    """The same for a new indicator, which gets a code for good."""

    code = LineField(
        label=_("Code"),
        max_length=80,
        required=False,
        help_text=_(
            "Small letters without marks, digits and hyphens. "
            "Left empty, it is made of the name. It never changes."
        ),
    )


_NEW: dict[str, object] = {
    "kind": IndicatorKind.LEVEL,
    "decimals": Decimal(0),
    "share_decimals": Decimal(1),
    "direction": Direction.UP,
    "cumulative": True,
    "order": Decimal(100),
    "is_active": True,
    "provenance": Provenance.RECORDED,
}


def said_of(row: Indicator) -> dict[str, object]:
    """Return the values with which the form about `row` begins."""
    names = (
        *(
            "name",
            "name_en",
            "kind",
            "measure",
            "measure_en",
            "direction",
            "numerator_name",
            "denominator_name",
        ),
        *("field", "owner", "source", "cumulative", "rolls_up", "minimum", "maximum", "is_active"),
        *("decimals", "share_decimals", "order"),
    )
    said = {name: getattr(row, name) for name in names}
    return {**said, "seen": row.version, "movements": row.movements.all()}
