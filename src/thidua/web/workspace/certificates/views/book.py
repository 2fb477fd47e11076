"""The golden book of a year: on the screen, as a workbook, and to print."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from thidua.accounts.rights import Right
from thidua.decisions.access import decisions_seen_by
from thidua.decisions.enums import IN_EFFECT
from thidua.decisions.models import DecisionLine
from thidua.decisions.papers.golden_book import golden_book_pdf
from thidua.decisions.queries import golden_book
from thidua.orgs.models import Unit
from thidua.web.shell.access import right_required, signed_in
from thidua.web.workspace.certificates.downloads import pdf
from thidua.web.workspace.certificates.tables import BOOK


@dataclass(frozen=True)
class Asked:
    """Which book: of which deciding unit and year, and which others there are."""

    unit: Unit | None
    year: int
    units: list[Unit]
    years: list[int]

    def rows(self) -> QuerySet[DecisionLine]:
        """Return the lines of the book in their order."""
        return golden_book(self.unit, self.year) if self.unit else DecisionLine.objects.none()


@right_required(Right.SEE_DOSSIERS)
@require_safe
def golden(request: HttpRequest) -> HttpResponse:
    """Show the book of a year, of the deciding unit that was chosen or the first."""
    asked = _asked(request)
    context = {"years": asked.years, "units": asked.units, "unit": asked.unit, "year": asked.year}
    return BOOK.respond(request, asked.rows(), "certificates/golden_book.html", context)


@right_required(Right.SEE_DOSSIERS)
@require_safe
def golden_pdf(request: HttpRequest) -> HttpResponse:
    """Give the whole book of a year as PDF."""
    asked = _asked(request)
    if asked.unit is None:
        raise Http404
    return pdf(golden_book_pdf(asked.unit, asked.year, asked.rows()), f"so-vang-{asked.year}.pdf")


def _asked(request: HttpRequest) -> Asked:
    """Return what the address asks for; a unit that the person does not see is not there."""
    seen = decisions_seen_by(signed_in(request)).filter(state__in=IN_EFFECT)
    pairs = list(seen.order_by().values_list("unit", "year").distinct())
    units = list(Unit.objects.filter(pk__in={unit for unit, _year in pairs}).order_by("pk"))
    years = sorted({year for _unit, year in pairs if year is not None}, reverse=True)
    year = _whole(request.GET.get("nam"), years[0] if years else timezone.localdate().year)
    wanted = _whole(request.GET.get("don-vi"), 0)
    unit = next((one for one in units if one.pk == wanted), None)
    if unit is None and wanted:
        raise Http404
    return Asked(unit or (units[0] if units else None), year, units, years)


def _whole(text: str | None, otherwise: int) -> int:
    return int(text) if text and text.isascii() and text.isdecimal() and len(text) < 10 else otherwise
