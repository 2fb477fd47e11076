"""Awards of a search as CSV: the public fields alone, and no more rows than one answer should hold."""

from __future__ import annotations

from typing import Any, Final

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from thidua.registry.search import search
from thidua.support.provenance import Provenance
from thidua.web.public.lookup.asked import Asked
from thidua.web.public.lookup.shown import ShownAward, shown_awards
from thidua.web.shell.csv_download import csv_response
from thidua.web.shell.downloads import too_many_files
from thidua.web.shell.tries import seconds_to_wait

MOST_ROWS: Final = 2_000
MOST: Final = 10  # files in a minute


def awards_csv(request: HttpRequest, asked: Asked, terms: dict[str, Any]) -> HttpResponse:
    """Return the first rows of a search as a download, or ask to wait who takes too many of them."""
    if wait := seconds_to_wait(request, "lookup-csv", MOST):
        return too_many_files(wait)
    hits = search(asked.query, size=MOST_ROWS, **terms).hits
    rows = shown_awards([hit.award for hit in hits], terms["public"].choices)
    response = csv_response("tra-cuu-khen-thuong", headings(), (values(one) for one in rows))
    response["X-Robots-Tag"] = "noindex"
    return response


def headings() -> list[str]:
    """Return the headings of the file."""
    return [
        *(
            pgettext("lookup", "Recipient"),
            _("Kind of recipient"),
            _("Post then"),
            _("Unit then"),
            _("Commune then"),
        ),
        *(pgettext("lookup", "Award"), _("Year"), _("Decision number"), _("Decision date"), _("Decided by")),
        *(_("Achievement"), _("Status"), _("About the status"), _("Origin of the record")),
    ]


def values(one: ShownAward) -> list[object]:
    """Return the cells of one award; what is not public stays empty."""
    award = one.award
    return [
        *(award.name, one.kind, award.post, award.unit, award.commune, award.award, award.year),
        *(award.decision_number, award.decision_date, award.decided_by, award.reason),
        *(one.status, one.why, Provenance(award.provenance).label),
    ]
