"""A figure as found → a figure as published."""

from __future__ import annotations

from datetime import date

from thidua.portal.enums import FigureState
from thidua.portal.models import Article, PublishedFigure
from thidua.portal.queries.figures import FoundFigure
from thidua.reports.content.frozen import figure_as_json


def as_published(
    article: Article, found: FoundFigure, former: PublishedFigure | None, today: date
) -> PublishedFigure:
    """Return the row to keep of a figure, not saved.

    Where there is none any more, the value last published (`former`) stays, and is told to be withdrawn.
    """
    row = PublishedFigure(article=article, code=str(found.code), taken_on=today)
    if found.fault is None:
        row.state = FigureState.CURRENT
        row.told = {language: figure_as_json(figure) for language, figure in found.figures.items()}
        row.report_title, row.report_version = found.report_title, found.code.version
        row.frozen_on = found.frozen_on
        return row
    row.withdrawn_on = former.withdrawn_on if former and former.withdrawn_on else today
    row.state = FigureState.WITHDRAWN
    if former is not None and former.told:
        row.state, row.told, row.taken_on = FigureState.KEPT, former.told, former.taken_on
    return row
