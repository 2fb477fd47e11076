"""One indicator unit by unit, right below the unit that is shown."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from django.http import HttpRequest
from django.utils.translation import gettext as _

from thidua.accounts.rights import Right
from thidua.core.indicators import PaceJudgement
from thidua.orgs.access import units_where
from thidua.orgs.queries import children
from thidua.targets import wording
from thidua.targets.figure import Figure
from thidua.targets.models import Sheet
from thidua.targets.queries import Ask, figures
from thidua.web.shell import formats
from thidua.web.shell.access import signed_in
from thidua.web.shell.charts import CellBar, cell_bar
from thidua.web.shell.tags import Tag
from thidua.web.workspace.figures import presenting
from thidua.web.workspace.figures.addresses import figure_url
from thidua.web.workspace.figures.dashboard.bars import latest_of
from thidua.web.workspace.figures.dashboard.choice import Choice
from thidua.web.workspace.figures.dashboard.twin import Twin
from thidua.web.workspace.figures.states import pace_tag, standing_tag


@dataclass(frozen=True)
class UnitRow:
    """One unit: its figure in words, its share of the plan as a bar, and where it stands."""

    name: str
    key: str
    url: str
    result: str
    provenance: str
    plan: str
    plan_mark: str
    bar: CellBar
    comparison: str
    tag: Tag | None


@dataclass(frozen=True)
class ByUnit:
    """The units of one indicator, those who need a look first; `others` were neither asked nor have a figure."""

    name: str
    code: str
    period: str
    total: str
    said: str
    bar_is_share: bool
    rows: list[UnitRow]
    others: int
    choices: list[tuple[str, str]]
    twin: Twin


def by_unit(request: HttpRequest, choice: Choice, code: str) -> ByUnit | None:
    """Return the breakdown of the indicator `code`, else of the first that sums up the tree; None without one."""
    summed = [row for row in choice.rows if row.indicator.rolls_up]
    if not summed:
        return None
    with_figure = [row for row in summed if row.latest]
    row = next((row for row in summed if row.indicator.code == code), (with_figure or summed)[0])
    total = latest_of(row)
    seen = units_where(signed_in(request), Right.SEE_FIGURES).order_by().values("pk")
    units = list(children(choice.unit, total.period.end).filter(pk__in=seen))
    asks = {unit.pk: Ask(row.indicator.pk, unit.pk, total.period) for unit in units}
    found = figures(asks.values())
    asked = _asked([unit.pk for unit in units], total)
    concerned = [unit for unit in units if _concerns(found[asks[unit.pk]]) or unit.pk in asked]
    if not concerned:
        return None
    pairs = sorted(((unit, found[asks[unit.pk]]) for unit in concerned), key=lambda pair: _urgency(pair[1]))
    largest = max((figure.value or Decimal(0) for _unit, figure in pairs), default=Decimal(0))
    is_share = any(figure.share is not None for _unit, figure in pairs)
    rows = [_row(unit.name_then, unit.key, figure, largest, is_share) for unit, figure in pairs]
    named = [(unit.name_then, figure) for unit, figure in pairs]
    return ByUnit(
        name=wording.name_of(row.indicator),
        code=row.indicator.code,
        period=presenting.period_text(total),
        total=total.wording,
        said=_said(named),
        bar_is_share=is_share,
        rows=rows,
        others=len(units) - len(concerned),
        choices=[(each.indicator.code, wording.name_of(each.indicator)) for each in summed],
        twin=_twin(row.indicator.code, named),
    )


def _asked(unit_ids: list[int], total: Figure) -> set[int]:
    sheets = Sheet.objects.filter(
        unit_id__in=unit_ids,
        round__starts_on=total.period.start,
        round__ends_on=total.period.end,
        round__round_indicators__indicator=total.indicator,
    )
    return set(sheets.order_by().values_list("unit_id", flat=True))


def _concerns(figure: Figure) -> bool:
    return figure.measured is not None or figure.plan is not None


def _urgency(figure: Figure) -> tuple[bool, Decimal]:
    """Without a figure first, then the least of the plan."""
    return figure.measured is not None, figure.share if figure.share is not None else figure.value or Decimal(
        0
    )


def _row(name: str, key: str, figure: Figure, largest: Decimal, is_share: bool) -> UnitRow:
    if is_share:
        bar = cell_bar(figure.share, largest=100, shown=presenting.share_text(figure) or "–")
    else:
        bar = cell_bar(figure.value, largest=largest, shown=figure.text or "–")
    return UnitRow(
        name=name,
        key=key,
        url=figure_url(figure.indicator, key, figure.period),
        result=figure.text or formats.no_figure(),
        provenance=figure.measured.provenance if figure.measured else "",
        plan=wording.quantity(figure.indicator, figure.plan.value) if figure.plan else "",
        plan_mark=figure.plan.provenance if figure.plan else "",
        bar=bar,
        comparison=figure.comparison_short,
        tag=standing_tag(figure),
    )


def _said(named: list[tuple[str, Figure]]) -> str:
    known = [(name, figure) for name, figure in named if figure.measured]
    behind = sum(figure.judgement is PaceJudgement.BEHIND for _name, figure in known)
    parts = [
        _("%(count)s of %(total)s units have a figure")
        % {"count": formats.number(len(known)), "total": formats.number(len(named))}
    ]
    if behind:
        parts.append(_("%(count)s are behind the pace") % {"count": formats.number(behind)})
    shares = [(figure.share, name) for name, figure in known if figure.share is not None]
    if len(shares) > 1:
        low, high = min(shares), max(shares)
        parts.append(
            _("of the plan from %(low)s (%(low_unit)s) to %(high)s (%(high_unit)s)")
            % {
                "low": formats.percent(low[0], 1),
                "low_unit": low[1],
                "high": formats.percent(high[0], 1),
                "high_unit": high[1],
            }
        )
    return "; ".join(parts) + "."


def _twin(code: str, named: list[tuple[str, Figure]]) -> Twin:
    return Twin(
        name=f"theo-don-vi-{code}",
        caption=_("Unit by unit"),
        headings=(
            *(
                _("Unit"),
                _("Period"),
                _("Result"),
                _("Data"),
                _("Plan"),
                _("Share of plan"),
                _("Same period"),
            ),
            *(_("Comparison"), _("Standing")),
        ),
        rows=tuple(
            (
                name,
                presenting.period_text(figure),
                presenting.rounded(figure.value, figure.indicator.decimals),
                presenting.mark_words(figure.measured.provenance) if figure.measured else "",
                figure.plan.value if figure.plan else None,
                presenting.rounded(figure.share, figure.indicator.share_decimals),
                presenting.rounded(figure.base.value if figure.base else None, figure.indicator.decimals),
                figure.comparison_text,
                pace_tag(figure.judgement).text,
            )
            for name, figure in named
        ),
        numeric=frozenset({2, 4, 5, 6}),
    )
