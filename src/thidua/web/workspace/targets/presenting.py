"""Figures of the targets room as the shell shows them: with basis, period, as-of, source and trace."""

from __future__ import annotations

from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from thidua.core.indicators import IndicatorKind
from thidua.core.vietnamese.numbers import format_number
from thidua.targets import wording
from thidua.targets.enums import PlanAuthority
from thidua.targets.figure import Figure
from thidua.targets.measured import Planned
from thidua.web.shell import figures, formats
from thidua.web.shell.figures import Comparison


def shown(figure: Figure, label: str = "") -> figures.Figure:
    """Return the figure ready for `<c-figure>`; `label` is by default the indicator's name."""
    measured = figure.measured
    return figures.Figure(
        label=label or wording.name_of(figure.indicator),
        value=figure.text or None,
        basis=_basis(figure),
        period=figure.period.label(formats.page_language()),
        as_of=formats.day(measured.as_of) if measured else "",
        source=measured.source if measured else "",
        accepted_by=_accepted_by(figure),
        note=_note(figure),
        comparisons=comparisons(figure),
        provenance=figure.provenance,
        rows_url=rows_url(figure),
    )


def comparisons(figure: Figure) -> tuple[Comparison, ...]:
    """Return the share of the plan and the comparison with the same period, each with its own basis."""
    found = []
    if figure.plan is not None:
        said = figure.share_text or _("cannot be compared exactly")
        found.append(Comparison(_("Plan %(value)s") % {"value": plan_text(figure)}, said))
    if figure.kind is not IndicatorKind.GROWTH and figure.base is not None and figure.comparison_text:
        base = wording.quantity(figure.indicator, figure.base.value, figure.base.comparator)
        found.append(Comparison(_("Same period %(value)s") % {"value": base}, figure.comparison_text))
    return tuple(found)


def plan_text(figure: Figure) -> str:
    """Return the plan in words, or "" where there is none."""
    return wording.quantity(figure.indicator, figure.plan.value) if figure.plan else ""


def plan_basis(plan: Planned) -> str:
    """Return «dự toán, năm 2019, QĐ 01»: who set a plan, for when, by what."""
    authority = str(PlanAuthority(plan.authority).label)
    parts = [authority, plan.period.label(formats.page_language()), plan.document]
    if plan.is_sum:
        parts.append(
            ngettext("sum of %(count)s unit", "sum of %(count)s units", plan.parts) % {"count": plan.parts}
        )
    return ", ".join(part for part in parts if part)


def integers(figure: Figure) -> str:
    """Return the two integers of a ratio, «12.422/12.537», or ""."""
    measured = figure.measured
    if measured is None or measured.numerator is None or measured.denominator is None:
        return ""
    language = formats.page_language()
    return (
        f"{format_number(measured.numerator, 0, language)}/{format_number(measured.denominator, 0, language)}"
    )


def rows_url(figure: Figure) -> str:
    """Return the address of what stands behind a figure: its own history, or the rows of the sum."""
    measured = figure.measured
    if measured is None:
        return ""
    if len(measured.observation_ids) == 1:
        return reverse("figure-history", args=[measured.observation_ids[0]])
    period = figure.period
    query = urlencode(
        {"chi_tieu": figure.indicator.code, "tu": formats.day(period.start), "den": formats.day(period.end)}
    )
    return f"{reverse('figures')}?{query}"


def _basis(figure: Figure) -> str:
    if not (two := integers(figure)):
        return ""
    names = f"{figure.indicator.numerator_name} / {figure.indicator.denominator_name}"
    return f"{two} ({names})"


def _accepted_by(figure: Figure) -> str:
    measured = figure.measured
    if measured is None or measured.accepted_at is None:
        return ""
    parts = [measured.accepted_by, formats.moment(measured.accepted_at)]
    return ", ".join(part for part in parts if part)


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
