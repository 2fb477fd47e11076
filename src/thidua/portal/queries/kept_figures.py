"""The figures of an article as readers see them, and as they would see them after publishing."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from thidua.portal.enums import FigureState
from thidua.portal.figures.snapshot import as_published
from thidua.portal.models import Article, PublishedFigure
from thidua.portal.queries.article_parts import codes_of
from thidua.portal.queries.figures import find_figures
from thidua.targets.models import Indicator


def figures_to_keep(article: Article, today: date) -> list[PublishedFigure]:
    """Return a row for each figure of the text, not saved, as publishing would keep it today.

    One taken from a frozen report stays as it was taken.
    """
    known = {row.code: row for row in PublishedFigure.objects.filter(article_id=article.pk)}
    codes = codes_of(article)
    settled = {code for code in codes if code.is_frozen and str(code) in known}
    found = find_figures(code for code in codes if code not in settled)
    return [
        known[str(code)]
        if code in settled
        else as_published(article, found[code], known.get(str(code)), today)
        for code in codes
    ]


def published_figures(article: Article) -> list[PublishedFigure]:
    """Return the figures of an article as kept; two queries at most.

    One whose indicator went out of use after publishing is given the state KEPT: its value is shown, and marked.
    """
    rows = list(PublishedFigure.objects.filter(article=article))
    open_to_change = [row for row in rows if row.state == FigureState.CURRENT and not row.report_version]
    if open_to_change:
        in_use = _in_use(open_to_change)
        for row in open_to_change:
            if _indicator_code(row) not in in_use:
                row.state = FigureState.KEPT
    return rows


def _in_use(rows: Iterable[PublishedFigure]) -> set[str]:
    codes = {_indicator_code(row) for row in rows}
    return set(Indicator.objects.filter(code__in=codes, is_active=True).values_list("code", flat=True))


def _indicator_code(row: PublishedFigure) -> str:
    return row.code.partition(":indicator.")[2].partition(".")[0]
