"""The dossier or nomination that an address names, for an officer of the office that has it."""

from __future__ import annotations

from django.http import HttpRequest, QueryDict
from django.shortcuts import get_object_or_404
from django.utils import timezone

from thidua.nominations import access
from thidua.nominations.models import Dossier, Nomination
from thidua.web.shell.access import signed_in


def dossier_or_404(request: HttpRequest, code: str) -> Dossier:
    """Return the dossier if the person's office has it; raises Http404, whether or not it exists."""
    rows = access.in_appraisal_of(signed_in(request), timezone.localdate())
    related = ("unit", "deciding_unit", "movement__launched_by", "holder", "declared_by")
    return get_object_or_404(rows.select_related(*related), code=code)


def nomination_or_404(dossier: Dossier, pk: int) -> Nomination:
    """Return a nomination of `dossier`; raises Http404."""
    row = get_object_or_404(dossier.nominations.select_related("person", "unit", "household"), pk=pk)
    row.dossier = dossier
    return row


def posted(request: HttpRequest) -> QueryDict | None:
    """Return what was sent, also when it is empty: a form sent without a word is bound, too."""
    return request.POST if request.method == "POST" else None
