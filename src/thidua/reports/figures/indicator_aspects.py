"""What can be said of one measured indicator, each aspect as a bound figure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from thidua.core.indicators import (
    Basis,
    IndicatorKind,
    growth,
    growth_wording,
    rate,
    ratio_to_base,
    ratio_wording,
    share_of_plan,
    share_wording,
)
from thidua.orgs.queries import UnitNameThen, names_as_of
from thidua.reports.figures import indicator_rows as references
from thidua.reports.figures.bound import BoundFigure, FigurePart, RowReference
from thidua.reports.figures.bound import Value as BareValue
from thidua.reports.figures.measured import Measured
from thidua.reports.figures.origins import weakest
from thidua.reports.figures.quantities import measure_of, name_of, quantity, worded
from thidua.reports.figures.scope import Scope
from thidua.targets.enums import PlanAuthority
from thidua.targets.measured import Measured as Value
from thidua.targets.measured import Planned
from thidua.targets.models import Indicator, Observation

ASPECTS: Final = {
    "value": gettext_lazy("value"),
    "change": gettext_lazy("growth on the same period"),
    "plan": gettext_lazy("plan"),
    "same_period": gettext_lazy("value of the same period"),
    "share_of_plan": gettext_lazy("share of the plan"),
    "ratio_to_same_period": gettext_lazy("in relation to the same period"),
    "fraction": gettext_lazy("the two whole numbers of a rate"),
    "denominator_name": gettext_lazy("what a rate is counted on"),
    "period": gettext_lazy("period of the value"),
    "as_of": gettext_lazy("day up to which the value tells"),
    "owner": gettext_lazy("unit that answers for the indicator"),
}


@dataclass(frozen=True)
class IndicatorFigures:
    """The figures of one indicator in one report."""

    scope: Scope
    measured: Measured
    owner_names: Mapping[int, UnitNameThen]

    @staticmethod
    def owners(scope: Scope, rows: list[Measured]) -> Mapping[int, UnitNameThen]:
        """Return what the owning units were called; one query for all indicators."""
        return names_as_of({row.indicator.owner_id for row in rows}, scope.as_of)

    @property
    def name(self) -> str:
        """The indicator's name in the language of the report."""
        return name_of(self.scope, self.measured.indicator)

    def place(self, aspect: str) -> str:
        """Return the place of an aspect."""
        return f"indicator.{self.measured.indicator.code}.{aspect}"

    def aspect(self, aspect: str) -> BoundFigure | None:
        """Return the figure of an aspect, or None where there is no record of it."""
        return getattr(self, f"_{aspect}")()  # type: ignore[no-any-return]

    # each aspect

    def _value(self) -> BoundFigure | None:
        current = self.measured.current
        if current is None:
            return None
        return self._figure("value", self._worded(current), current.value, self._basis_of_value(), [current])

    def _change(self) -> BoundFigure | None:
        """A growth indicator is its own comparison; of a level the growth is computed from the same period."""
        current, before = self.measured.current, self.measured.same_period
        if current is None:
            return None
        decimals = self._indicator.decimals
        if self._kind is IndicatorKind.GROWTH:
            text = growth_wording(current.value, decimals, self.scope.language, Basis.SAME_PERIOD)
            return self._figure("change", text, current.value, self._against_last_year(current), [current])
        points = growth(current.value, before.value) if before else None
        if points is None or not self._is_comparable:
            return None
        text = growth_wording(points, self._indicator.share_decimals, self.scope.language, Basis.SAME_PERIOD)
        return self._compared("change", text, points, self._against_last_year(current), before)

    def _plan(self) -> BoundFigure | None:
        plan = self.measured.plan
        if plan is None:
            return None
        return self._figure("plan", self._quantity(plan.value), plan.value, self._basis_of_plan(plan), [plan])

    def _same_period(self) -> BoundFigure | None:
        before = self.measured.same_period
        if before is None:
            return None
        basis = _("value of the same period of %(year)s") % {"year": before.period.end.year}
        return self._figure("same_period", self._worded(before), before.value, basis, [before])

    def _share_of_plan(self) -> BoundFigure | None:
        plan, value = self.measured.plan, self.measured.value
        share = share_of_plan(value, plan.value) if plan and self._is_comparable else None
        if plan is None or share is None:
            return None
        basis = Basis.BUDGET_PLAN if plan.authority == PlanAuthority.BUDGET else Basis.PLAN
        text = share_wording(share, self._indicator.share_decimals, self.scope.language, basis)
        return self._compared("share_of_plan", text, share, self._basis_of_plan(plan), plan)

    def _ratio_to_same_period(self) -> BoundFigure | None:
        before, current = self.measured.same_period, self.measured.current
        if before is None or current is None or not self._is_comparable:
            return None
        ratio = ratio_to_base(current.value, before.value)
        if ratio is None:
            return None
        decimals, words = self._indicator.share_decimals, self.scope.words
        text = ratio_wording(ratio, decimals, self.scope.language, Basis.SAME_PERIOD)
        text += words.say("same_period_of_year", year=before.period.end.year)
        return self._compared("ratio_to_same_period", text, ratio, self._against_last_year(current), before)

    def _fraction(self) -> BoundFigure | None:
        current = self.measured.current
        if current is None or current.numerator is None or not current.denominator:
            return None
        words = self.scope.words
        text = words.say(
            "fraction",
            numerator=self.scope.number(int(current.numerator)),
            denominator=self.scope.number(int(current.denominator)),
        )
        exact = rate(current.numerator, current.denominator)
        return self._figure("fraction", text, exact, self._basis_of_value(), [current])

    def _denominator_name(self) -> BoundFigure | None:
        name, current = self._indicator.denominator_name, self.measured.current
        # A source that prints only the rate does not say what it was counted on.
        if not name or current is None or current.denominator is None:
            return None
        text = self.scope.words.say("denominator", name=name)
        return self._figure("denominator_name", text, name, _("record of the indicator"), [])

    def _period(self) -> BoundFigure | None:
        current = self.measured.current
        if current is None:
            return None
        basis = _("period of the accepted value")
        text = current.period.label(self.scope.language)
        return self._figure("period", text, current.period.code, basis, [current])

    def _as_of(self) -> BoundFigure | None:
        current = self.measured.current
        if current is None:
            return None
        basis = _("as-of date of the accepted value")
        return self._figure("as_of", self.scope.day(current.as_of), current.as_of, basis, [current])

    def _owner(self) -> BoundFigure:
        owner = self._indicator.owner
        name = self.owner_names[owner.pk].in_address
        figure = self._figure("owner", name, owner.key, _("record of the indicator"), [])
        return replace(figure, rows=(RowReference(name, "orgs.unit", str(owner.pk)),))

    # pieces

    @property
    def _indicator(self) -> Indicator:
        return self.measured.indicator

    @property
    def _kind(self) -> IndicatorKind:
        return IndicatorKind(self._indicator.kind)

    @property
    def _is_comparable(self) -> bool:
        """Whether the value is exact: of «trên 20 tỷ» no percentage can be said."""
        current = self.measured.current
        return (
            current is not None
            and current.comparator.is_exact
            and self._kind is not IndicatorKind.LOWER_BOUND
        )

    def _quantity(self, value: Decimal) -> str:
        return quantity(self.scope, self._indicator, value)

    def _worded(self, row: Value | Observation) -> str:
        return worded(self.scope, self._indicator, row)

    def _basis_of_value(self) -> str:
        indicator = self._indicator
        if self._kind is IndicatorKind.RATIO:
            return _("%(part)s out of %(whole)s") % {
                "part": indicator.numerator_name,
                "whole": indicator.denominator_name,
            }
        if self._kind is IndicatorKind.GROWTH and self.measured.current:
            return self._against_last_year(self.measured.current)
        return _("accepted value of the period")

    def _against_last_year(self, row: Value) -> str:
        before = row.period.same_period_last_year()
        return _("compared with %(period)s") % {"period": before.label(self.scope.language)}

    def _basis_of_plan(self, plan: Planned) -> str:
        said = _("plan for %(period)s, %(authority)s") % {
            "period": plan.period.label(self.scope.language),
            "authority": plan.authority.label,
        }
        return f"{said} ({plan.document})" if plan.document else str(said)

    def _part(self, name: str, row: Value | Planned) -> FigurePart:
        text = self._worded(row) if isinstance(row, Value) else self._quantity(row.value)
        said = self.scope.words.say(f"part.{name}", text=text)
        return FigurePart(str(ASPECTS[name]), text, row.value, row.provenance, said)

    def _compared(
        self, aspect: str, text: str, value: Decimal, basis: str, other: Value | Planned | None
    ) -> BoundFigure:
        """Return a percentage made of the current value and another row: it inherits the mark of either."""
        current = self.measured.current
        assert current is not None
        assert other is not None
        name = "plan" if isinstance(other, Planned) else "same_period"
        figure = self._figure(aspect, text, value, basis, [current, other])
        return replace(figure, parts=(self._part("value", current), self._part(name, other)))

    def _figure(
        self, aspect: str, text: str, value: BareValue, basis: str, rows: list[Value | Planned]
    ) -> BoundFigure:
        current = self.measured.current
        first = rows[0] if rows else None
        observation = first if isinstance(first, Value) else None
        former = self.measured.former if current in rows else ()
        parts = tuple(self._part(_name_of(aspect), row) for row in rows[:1] if _name_of(aspect))
        return BoundFigure(
            place=self.place(aspect),
            label=f"{self.name}: {ASPECTS[aspect]}",
            text=text,
            value=value,
            unit=self._unit(aspect),
            basis=basis,
            period=first.period if first else None,
            as_of=observation.as_of if observation else None,
            source=references.source_of(first) or self._indicator.source,
            accepted_by=references.accepted_by(first),
            accepted_at=references.accepted_at(first),
            provenance=weakest(row.provenance for row in rows),
            rows=tuple(self._reference(row) for row in rows)
            + tuple(references.former_row(row, self._worded(row)) for row in former),
            parts=parts,
        )

    def _unit(self, aspect: str) -> str:
        """Return the unit of the bare value: the indicator's own, or % for what is computed."""
        if aspect in {"value", "plan", "same_period"}:
            return measure_of(self.scope, self._indicator)
        return "%" if aspect in {"change", "share_of_plan", "ratio_to_same_period", "fraction"} else ""

    def _reference(self, part: Value | Planned) -> RowReference:
        return references.row_of(part, self._said(part), self._indicator, self.measured.rows)

    def _said(self, row: Value | Planned) -> str:
        return self._worded(row) if isinstance(row, Value) else self._quantity(row.value)


def _name_of(aspect: str) -> str:
    """Return how a note names the single value behind an aspect; "" where there is none."""
    return {"value": "value", "plan": "plan", "same_period": "same_period"}.get(aspect, "")
