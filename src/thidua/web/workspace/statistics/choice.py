"""Which unit and which period a statistic is about; both stand in the address."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.db.models import Min, QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from thidua.accounts.models import User
from thidua.accounts.rights import Right
from thidua.core.periods import Period
from thidua.orgs.access import holds_everywhere, units_where
from thidua.orgs.enums import UnitKind
from thidua.orgs.models import Unit
from thidua.registry.access import conferrals_seen_by
from thidua.reports.statistics import StatisticsScope
from thidua.web.shell.access import signed_in
from thidua.web.shell.fields import DateField

YEAR, FIRST_HALF, SECOND_HALF, OTHER = "nam", "dau", "cuoi", "khac"


def seen_units(user: User) -> QuerySet[Unit] | None:
    """Return the units whose records `user` may see; None for every one."""
    everywhere = holds_everywhere(user, Right.SEE_RECORDS)
    return None if everywhere else units_where(user, Right.SEE_RECORDS, timezone.localdate())


def choosable_units(user: User) -> list[Unit]:
    """Return the units that exist today and that `user` may choose, villages apart, the province first."""
    rows = units_where(user, Right.SEE_RECORDS, timezone.localdate())
    rows = rows.filter(exists_to__isnull=True).exclude(kind=UnitKind.VILLAGE)
    return sorted(rows.order_by("sort_key", "pk"), key=lambda unit: unit.kind != UnitKind.PROVINCE)


def years_known(user: User) -> list[int]:
    """Return the years from the first award on record to this one, the last first."""
    first = conferrals_seen_by(user).aggregate(decided=Min("decision_date"), presented=Min("presented_on"))
    this = timezone.localdate().year
    return list(range(this, min([this, *(day.year for day in first.values() if day)]) - 1, -1))


class PeriodForm(forms.Form):
    """Year, part of the year or two days, and the unit."""

    use_required_attribute = False

    nam = forms.TypedChoiceField(label=_("Year"), coerce=int)
    phan = forms.ChoiceField(
        label=_("Period"),
        choices=[
            (YEAR, _("whole year")),
            (FIRST_HALF, _("first half of the year")),
            (SECOND_HALF, _("second half of the year")),
            (OTHER, _("from one day to another")),
        ],
        required=False,
    )
    tu = DateField(label=_("From the day"), required=False)
    den = DateField(label=_("To the day"), required=False)
    don_vi = forms.ChoiceField(label=_("Unit"), required=False)

    def __init__(self, data: Any, *, years: list[int], units: list[Unit]) -> None:
        super().__init__(data, label_suffix="", auto_id="filter_%s")
        self.units = {unit.key: unit for unit in units}
        self.fields["nam"].choices = [(year, str(year)) for year in years]  # type: ignore[attr-defined]
        self.fields["don_vi"].choices = [("", _("All units"))] + [  # type: ignore[attr-defined]
            (unit.key, unit.name) for unit in units
        ]

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        if said.get("phan") == OTHER and not self.errors:
            if not (said.get("tu") and said.get("den")):
                self.add_error("tu", str(_("Write both days, for example 01/01/2025 and 30/09/2025.")))
            elif said["den"] < said["tu"]:
                self.add_error(
                    "den", str(_("The last day is before the first. Correct one of the two dates."))
                )
        return said

    def period(self) -> Period:
        """Return the period chosen; call on a valid form."""
        said, year = self.cleaned_data, self.cleaned_data["nam"]
        match said.get("phan"):
            case "dau":
                return Period.of_half(year, 1)
            case "cuoi":
                return Period.of_half(year, 2)
            case "khac":
                return Period(said["tu"], said["den"])
        return Period.of_year(year)


@dataclass(frozen=True)
class Choice:
    """What was chosen, or what stands where nothing or nonsense was: this year, every unit one may see."""

    form: PeriodForm
    scope: StatisticsScope
    query: str  # the choice as it stands in an address, without the question mark

    @property
    def is_faulty(self) -> bool:
        """Whether the form has a fault to show."""
        return self.form.is_bound and not self.form.is_valid()


def chosen(request: HttpRequest) -> Choice:
    """Return the choice that the address makes."""
    user = signed_in(request)
    years, units = years_known(user), choosable_units(user)
    given = {
        name: request.GET[name] for name in ("nam", "phan", "tu", "den", "don_vi") if name in request.GET
    }
    given.setdefault("nam", str(years[0]))
    if given["nam"].isdecimal() and date.min.year <= int(given["nam"]) <= years[0] and len(given["nam"]) == 4:
        years = sorted({*years, int(given["nam"])}, reverse=True)
    form = PeriodForm(given, years=years, units=units)
    valid = form.is_valid()
    period = form.period() if valid else Period.of_year(years[0])
    unit = form.units.get(form.cleaned_data.get("don_vi", "")) if valid else None
    query = urlencode(given if valid else {"nam": years[0]})
    return Choice(form, StatisticsScope(period, unit, seen_units(user)), query)
