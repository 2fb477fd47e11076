"""One figure with everything behind it."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.translation import override

from thidua.core.language import Language
from thidua.reports.figures.bound import BoundFigure
from thidua.reports.figures.register import Offer, figures_for, labels_of, offers, unknown_places
from thidua.reports.figures.scope import scope_of
from thidua.reports.models import ClosingReport
from thidua.reports.queries.draft import named_indicators


class UnknownFigure(LookupError):
    """No family of figures offers this place in this report."""


def trace(
    report: ClosingReport, place: str, language: Language = "vi", *, labels: Language | None = None
) -> BoundFigure:
    """Return the figure of a place as it is now; raises UnknownFigure.

    The texts around it are not read: only the family that fills the place is.
    """
    with override(labels or language):
        scope = scope_of(report, language, named_indicators(report))
        figure = figures_for(scope, [place])[place]
        if figure.is_missing and unknown_places(scope, [place]):
            raise UnknownFigure(place)
        return figure


def place_labels(report: ClosingReport, places: Iterable[str]) -> dict[str, str]:
    """Return what each place says, for who edits the text, in their language; unknown ones are left out."""
    return labels_of(scope_of(report), places)


def offered_places(report: ClosingReport) -> list[Offer]:
    """Return every figure that may be put into the text, family by family."""
    return offers(scope_of(report))
