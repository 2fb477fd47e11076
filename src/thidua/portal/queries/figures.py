"""The figures that the codes of an article stand for, as they are at this moment."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Final

from django.utils import timezone
from django.utils.translation import override

from thidua.core.language import Language
from thidua.core.periods import Period, PeriodRefused
from thidua.orgs.enums import UnitKind
from thidua.orgs.models import Unit
from thidua.portal.figures.codes import FigureCode
from thidua.reports.content.frozen import draft_from
from thidua.reports.figures.bound import BoundFigure
from thidua.reports.figures.register import figures_for, unknown_places
from thidua.reports.figures.scope import Scope
from thidua.reports.models import FrozenVersion

LANGUAGES: Final[tuple[Language, ...]] = ("vi", "en")
_INDICATOR: Final = "indicator."


class Fault(StrEnum):
    """Why a code stands for no figure."""

    UNKNOWN = "unknown"  # no such report, version, period or place
    WITHDRAWN = "withdrawn"  # the indicator is not in use any more
    NO_RECORD = "no_record"  # nothing was accepted for the period


@dataclass(frozen=True)
class FoundFigure:
    """What a code stands for: the figure by language, or a fault.

    `newer` is what a later frozen version of the same report says where it says something else.
    """

    code: FigureCode
    figures: Mapping[Language, BoundFigure] = field(default_factory=dict)
    fault: Fault | None = None
    report_title: str = ""
    frozen_on: date | None = None
    newer: str = ""

    @property
    def text(self) -> str:
        """The figure as Vietnamese text has it, "" where there is none."""
        return self.figures["vi"].text if "vi" in self.figures else ""


def find_figures(codes: Iterable[FigureCode]) -> dict[FigureCode, FoundFigure]:
    """Return a figure or a fault for every code.

    One query for all reports, and about twelve for each period named; the number of figures does not matter.
    """
    wanted = list(dict.fromkeys(codes))
    frozen = [code for code in wanted if code.is_frozen]
    found = _frozen(frozen) if frozen else {}
    by_period: dict[str, list[FigureCode]] = defaultdict(list)
    for code in wanted:
        if not code.is_frozen:
            by_period[code.source].append(code)
    province = Unit.objects.filter(kind=UnitKind.PROVINCE).order_by("id").first() if by_period else None
    for source, named in by_period.items():
        found |= _measured(province, source, named)
    return {code: found[code] for code in wanted}


# frozen reports


def _frozen(codes: list[FigureCode]) -> dict[FigureCode, FoundFigure]:
    rows = FrozenVersion.objects.filter(report__slug__in={code.source for code in codes})
    versions: dict[str, dict[int, FrozenVersion]] = defaultdict(dict)
    for row in rows.select_related("report").order_by("number"):
        versions[row.report.slug][row.number] = row
    named = {(code.source, code.version) for code in codes} | {
        (slug, max(known)) for slug, known in versions.items()
    }
    figures = {
        (slug, number): figures_of(row)
        for slug, known in versions.items()
        for number, row in known.items()
        if (slug, number) in named
    }
    return {code: _of_version(code, versions[code.source], figures) for code in codes}


def figures_of(version: FrozenVersion) -> dict[str, dict[Language, BoundFigure]]:
    """Return the figures of a frozen version by place and language; no query."""
    by_place: dict[str, dict[Language, BoundFigure]] = defaultdict(dict)
    for language in LANGUAGES:
        for place, figure in draft_from(version.content, language, version.sha256).figures.items():
            if not figure.is_missing:
                by_place[place][language] = figure
    return by_place


def _of_version(
    code: FigureCode,
    versions: Mapping[int, FrozenVersion],
    figures: Mapping[tuple[str, int], Mapping[str, Mapping[Language, BoundFigure]]],
) -> FoundFigure:
    version = versions.get(code.version)
    said = figures.get((code.source, code.version), {}).get(code.place)
    if version is None or not said:
        return FoundFigure(code, fault=Fault.UNKNOWN)
    last = figures[code.source, max(versions)].get(code.place, {})
    newer = last["vi"].text if "vi" in last and "vi" in said and last["vi"].text != said["vi"].text else ""
    return FoundFigure(
        code,
        said,
        report_title=version.report.title,
        frozen_on=timezone.localtime(version.frozen_at).date(),
        newer=newer,
    )


# accepted values of a period


def _measured(province: Unit | None, source: str, codes: list[FigureCode]) -> dict[FigureCode, FoundFigure]:
    scope = period_scope(province, source)
    known = [code for code in codes if code.place.startswith(_INDICATOR)]
    if scope is None or not known:
        return {code: FoundFigure(code, fault=Fault.UNKNOWN) for code in codes}
    places = [code.place for code in known]
    withdrawn = set(unknown_places(scope, places))
    by_language: dict[Language, Mapping[str, BoundFigure]] = {}
    for language in LANGUAGES:
        with override(language):
            spoken = scope if language == "vi" else period_scope(province, source, language)
            assert spoken is not None
            by_language[language] = figures_for(spoken, set(places) - withdrawn)
    return {code: _accepted(code, code not in known, withdrawn, by_language) for code in codes}


def period_scope(province: Unit | None, source: str, language: Language = "vi") -> Scope | None:
    """Return the frame for figures of a period that no report was written about; None where it is no period."""
    try:
        period = Period.parse(source)
    except PeriodRefused:
        return None
    if province is None:
        return None
    return Scope(
        unit=province,
        issuer=province,
        year=period.end.year,
        period=period,
        as_of=max(period.end, timezone.localdate()),
        movements=(),
        language=language,
    )


def _accepted(
    code: FigureCode,
    is_unknown: bool,
    withdrawn: set[str],
    by_language: Mapping[Language, Mapping[str, BoundFigure]],
) -> FoundFigure:
    if is_unknown:
        return FoundFigure(code, fault=Fault.UNKNOWN)
    if code.place in withdrawn:
        return FoundFigure(code, fault=Fault.WITHDRAWN)
    figures = {language: figures[code.place] for language, figures in by_language.items()}
    if any(figure.is_missing for figure in figures.values()):
        return FoundFigure(code, fault=Fault.NO_RECORD)
    return FoundFigure(code, figures)
