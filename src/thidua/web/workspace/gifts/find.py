"""The drive whose gifts this person keeps."""

from __future__ import annotations

from django.http import Http404, HttpRequest

from thidua.contributions.access import drives_kept_by
from thidua.contributions.models import Drive
from thidua.web.shell.access import signed_in


def kept(request: HttpRequest, slug: str) -> Drive:
    """Return the drive; raises Http404 where this person does not keep its gifts, as if there were none."""
    row = drives_kept_by(signed_in(request)).select_related("unit").filter(slug=slug).first()
    if row is None:
        raise Http404
    return row
