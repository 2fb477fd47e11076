"""Addresses of figures: an indicator, a unit and a period."""

from __future__ import annotations

from django.urls import reverse
from django.utils.http import urlencode

from thidua.core.periods import Period, PeriodRefused
from thidua.targets.models import Indicator


def figure_url(indicator: Indicator, unit_key: str, period: Period) -> str:
    """Return the address of one figure's page."""
    return reverse("figure", args=[indicator.code, unit_key, period_slug(period)])


def record_url(indicator: Indicator, unit_key: str, period: Period) -> str:
    """Return the address of the form that records or corrects a figure."""
    return f"{reverse('record-figure')}?{_query(indicator, unit_key, period)}"


def set_plan_url(indicator: Indicator, unit_key: str, period: Period) -> str:
    """Return the address of the form that sets a plan."""
    return f"{reverse('set-plan')}?{_query(indicator, unit_key, period)}"


def rows_url(indicator: Indicator, unit_key: str, period: Period) -> str:
    """Return the address of the list of figures behind a sum."""
    return f"{reverse('figures')}?{_query(indicator, unit_key, period)}"


def period_slug(period: Period) -> str:
    """Return «2019-9T», or the days «2019-08-19_2019-10-17» of a period without a name."""
    return period.code if "/" not in period.code else f"{period.start:%Y-%m-%d}_{period.end:%Y-%m-%d}"


def period_of(slug: str) -> Period:
    """Return the period that an address names; raises PeriodRefused."""
    first, bar, last = slug.partition("_")
    if not bar:
        return Period.parse(slug)
    days = ["/".join(reversed(day.split("-"))) for day in (first, last)]
    if not all(len(day) == 10 for day in days):
        raise PeriodRefused(slug)
    return Period.parse("-".join(days))


def _query(indicator: Indicator, unit_key: str, period: Period) -> str:
    return urlencode({"chitieu": indicator.code, "donvi": unit_key, "ky": period_slug(period)})
