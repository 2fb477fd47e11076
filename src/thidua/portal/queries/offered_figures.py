"""The figures an editor may put into an article, as the list on the desk shows them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice
from typing import Final

from django.utils.translation import gettext as _

from thidua.core.language import Language
from thidua.core.periods import Period, PeriodRefused
from thidua.core.vietnamese.dates import format_range
from thidua.core.vietnamese.fold import fold
from thidua.orgs.enums import UnitKind
from thidua.orgs.models import Unit
from thidua.portal.figures.codes import FigureCode
from thidua.portal.queries.figures import figures_of, period_scope
from thidua.reports.figures.bound import BoundFigure
from thidua.reports.figures.register import FAMILIES, figures_for
from thidua.reports.models import FrozenVersion
from thidua.targets.enums import ObservationState
from thidua.targets.models import Observation

LONGEST: Final = 40  # figures in one answer; a word more narrows them
_PERIODS: Final = 24


@dataclass(frozen=True)
class Source:
    """Where figures come from: `key` is how codes name it, `label` how people do."""

    key: str
    label: str


@dataclass(frozen=True)
class OfferedFigure:
    """A figure to choose: what it is, what it says, of which time, and its code."""

    label: str
    text: str
    period: str
    code: str


def figure_sources() -> list[Source]:
    """Return the frozen reports in their last version, newest first, then the periods measured; two queries."""
    rows = (
        FrozenVersion.objects.select_related("report").defer("content").order_by("-report__year", "-number")
    )
    last: dict[str, Source] = {}
    for row in rows:
        label = _("%(title)s (frozen, version %(number)s)") % {
            "title": row.report.title,
            "number": row.number,
        }
        last.setdefault(row.report.slug, Source(f"{row.report.slug}@{row.number}", label))
    measured = (
        Observation.objects.filter(unit__kind=UnitKind.PROVINCE, state=ObservationState.ACCEPTED)
        .order_by("-ends_on", "starts_on")
        .values_list("starts_on", "ends_on")
        .distinct()
    )
    periods = [Period(*days) for days in measured[:_PERIODS]]
    label = _("Accepted figures of %(period)s")
    return [
        *last.values(),
        *(Source(period.code, label % {"period": period.label()}) for period in periods),
    ]


def offered_figures(source: str, words: str, language: Language = "vi") -> list[OfferedFigure]:
    """Return at most LONGEST figures of the source in which every word occurs, whatever its marks."""
    slug, _at, number = source.partition("@")
    is_frozen = number.isdecimal()
    found = _frozen(slug, int(number), language) if is_frozen else _measured(source, language)
    wanted = fold(words).split()
    fitting = (
        offer
        for offer in found
        if all(word in fold(f"{offer.label} {offer.text} {offer.code}") for word in wanted)
    )
    return list(islice(fitting, LONGEST))


def _frozen(slug: str, number: int, language: Language) -> Iterable[OfferedFigure]:
    version = FrozenVersion.objects.filter(report__slug=slug, number=number).first()
    if version is None:
        return
    for place, by_language in figures_of(version).items():
        said, shown = by_language.get(language), by_language.get("vi")
        if said and shown:
            yield _offer(FigureCode(slug, number, place), said.label, shown)


def _measured(source: str, language: Language) -> Iterable[OfferedFigure]:
    try:
        period = Period.parse(source)
    except PeriodRefused:
        return
    province = Unit.objects.filter(kind=UnitKind.PROVINCE).order_by("id").first()
    scope = period_scope(province, source)
    if scope is None:
        return
    offered = FAMILIES["indicator"].offered(scope)
    figures = figures_for(scope, offered)
    for place in offered:
        figure = figures[place]
        is_measured = not figures[f"{place.rpartition('.')[0]}.value"].is_missing
        if is_measured and not figure.is_missing:
            yield _offer(FigureCode(period.code, 0, place), figure.label, figure)


def _offer(code: FigureCode, label: str, figure: BoundFigure) -> OfferedFigure:
    period = format_range(figure.period.start, figure.period.end) if figure.period else ""
    return OfferedFigure(label, figure.text, period, str(code))
