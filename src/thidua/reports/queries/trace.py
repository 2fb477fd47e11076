"""One figure with everything behind it."""

from __future__ import annotations

from django.utils.translation import override

from thidua.core.language import Language
from thidua.reports.figures.bound import BoundFigure
from thidua.reports.figures.register import figures_for, labels, unknown_places
from thidua.reports.figures.scope import scope_of
from thidua.reports.models import ClosingReport
from thidua.reports.queries.draft import named_indicators


class UnknownFigure(LookupError):
    """No family of figures offers this place in this report."""


def trace(report: ClosingReport, place: str, language: Language = "vi") -> BoundFigure:
    """Return the figure of a place as it is now; raises UnknownFigure.

    The texts around it are not read: only the family that fills the place is.
    """
    with override(language):
        scope = scope_of(report, language, named_indicators(report))
        figure = figures_for(scope, [place])[place]
        if figure.is_missing and unknown_places(scope, [place]):
            raise UnknownFigure(place)
        return figure


def place_labels(report: ClosingReport, places: list[str], language: Language = "vi") -> dict[str, str]:
    """Return what each place says, for who edits the text; unknown ones are left out."""
    with override(language):
        return labels(scope_of(report, language), places)
