"""Figures of the targets room as the shell shows them: with basis, period, as-of, source and trace."""

from __future__ import annotations

from decimal import Decimal

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from thidua.core.indicators import IndicatorKind
from thidua.core.indicators.shares import EXACT, HUNDRED
from thidua.core.vietnamese.numbers import round_half_up
from thidua.support.provenance import Provenance
from thidua.targets import wording
from thidua.targets.enums import PlanAuthority
from thidua.targets.figure import Figure
from thidua.targets.measured import Measured, Planned
from thidua.web.shell import figures, formats
from thidua.web.shell.figures import Comparison


def shown(figure: Figure, *, rows_url: str = "", label: str = "") -> figures.Figure:
    """Return the figure ready for `<c-figure>`; `label` is by default the indicator's name.

    The mark is that of the value alone: plan and same period carry their own in words.
    """
    measured = figure.measured
    return figures.Figure(
        label=label or wording.name_of(figure.indicator),
        value=figure.text or None,
        basis=integers(figure),
        period=period_text(figure),
        as_of=formats.day(measured.as_of) if measured else "",
        source=measured.source if measured else "",
        accepted_by=_accepted_by(measured),
        note=_note(figure),
        comparisons=comparisons(figure),
        provenance=measured.provenance if measured else Provenance.RECORDED,
        rows_url=rows_url,
    )


def comparisons(figure: Figure) -> tuple[Comparison, ...]:
    """Return the share of the plan and the comparison with the same period, each with its own basis."""
    found = []
    if figure.plan is not None:
        said = figure.share_text or _("cannot be compared exactly")
        found.append(Comparison(_("Plan %(value)s") % {"value": plan_text(figure)} + ":", said))
    if figure.kind is IndicatorKind.GROWTH:
        against = Comparison(_("on the same period of last year"), "")
        return (against, *found) if figure.measured else tuple(found)
    if figure.base is not None and figure.comparison_text:
        found.append(
            Comparison(
                _("Same period %(value)s") % {"value": base_text(figure)} + ":", figure.comparison_text
            )
        )
    return tuple(found)


def plan_text(figure: Figure) -> str:
    """Return the plan in words with its mark, or "" where there is none."""
    if figure.plan is None:
        return ""
    return _marked(wording.quantity(figure.indicator, figure.plan.value), figure.plan.provenance)


def base_text(figure: Figure) -> str:
    """Return the figure of the same period in words with its mark, or "" where there is none."""
    if figure.base is None:
        return ""
    said = wording.quantity(figure.indicator, figure.base.value, figure.base.comparator)
    return _marked(said, figure.base.provenance)


def expected_value(figure: Figure) -> Decimal | None:
    """Return what the plan expects by the end of the figure's period, in its measure; None without a plan."""
    if figure.plan is None:
        return None
    return EXACT.divide(EXACT.multiply(figure.plan.value, figure.pace.expected_percent), HUNDRED)


def expected_text(figure: Figure) -> str:
    """Return «75%»: the share of the plan that is expected by now; "" without a plan."""
    return "" if figure.plan is None else formats.percent(figure.pace.expected_percent, 0)


def share_text(figure: Figure) -> str:
    """Return «92,2%», the share of the plan, or ""."""
    return "" if figure.share is None else formats.percent(figure.share, figure.indicator.share_decimals)


def rounded(value: Decimal | None, decimals: int) -> Decimal | None:
    """Return a computed value as it is printed, so that a download says what the page says."""
    return None if value is None else round_half_up(value, decimals)


def plan_basis(plan: Planned) -> str:
    """Return «dự toán, năm 2019, QĐ 01»: who set a plan, for when, by what."""
    authority = str(PlanAuthority(plan.authority).label)
    parts = [authority, plan.period.label(formats.page_language()), plan.document]
    if plan.is_sum:
        said = ngettext("sum of %(count)s unit", "sum of %(count)s units", plan.parts)
        parts.append(said % {"count": formats.number(plan.parts)})
    return ", ".join(part for part in parts if part)


def integers(figure: Figure) -> str:
    """Return the two integers of a ratio with what they count, or ""."""
    measured = figure.measured
    if measured is None or measured.numerator is None or measured.denominator is None:
        return ""
    return _("%(part)s %(part_name)s / %(whole)s %(whole_name)s") % {
        "part": formats.number(measured.numerator),
        "part_name": figure.indicator.numerator_name,
        "whole": formats.number(measured.denominator),
        "whole_name": figure.indicator.denominator_name,
    }


def period_text(figure: Figure) -> str:
    """Return «9 tháng đầu năm 2019»."""
    return figure.period.label(formats.page_language())


def mark_words(provenance: str) -> str:
    """Return «dữ liệu minh họa», «dữ liệu kiểm thử», or "" for what was recorded."""
    origin = Provenance(provenance)
    return str(origin.label) if origin.needs_mark else ""


def _marked(said: str, provenance: str) -> str:
    words = mark_words(provenance)
    return f"{said} ({words})" if words else said


def _accepted_by(measured: Measured | None) -> str:
    if measured is None or measured.accepted_at is None:
        return ""
    return ", ".join(part for part in (measured.accepted_by, formats.moment(measured.accepted_at)) if part)


def _note(figure: Figure) -> str:
    measured = figure.measured
    notes = [measured.note] if measured and measured.note else []
    if measured and measured.is_sum:
        said = ngettext(
            "Sum of the figure of %(count)s unit.", "Sum of the figures of %(count)s units.", measured.parts
        )
        notes.append(said % {"count": formats.number(measured.parts)})
    if figure.plan is not None:
        notes.append(_("Plan: %(basis)s.") % {"basis": plan_basis(figure.plan)})
    return " ".join(notes)
